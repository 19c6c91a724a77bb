"""What import-linter cannot say in its contracts: who may call acts, the order inside a room."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.house.source import ROOT, modules, plant

CALLERS = {"civic.app", "civic.reactions", "civic.timetable", "civic.demo"}
"""Besides a room's own routes and panels, these alone do its acts; `app` hands some to the web."""

PARTS = ("routes", "panels", "acts forms", "queries", "tables", "events", "rules")
ORDER = {part: height for height, parts in enumerate(PARTS) for part in parts.split()}
"""Inside a room a part imports only parts with a higher number, or of its own package."""

PURE = {"rules", "events"}
CHANCE = {"random", "secrets", "time", "uuid", "os", "civic.core.clock", "civic.core.entropy"}
EXEMPT = {"civic.core.clock", "civic.core.entropy"}


def imports(name: str, module: ast.Module) -> Iterator[tuple[int, str]]:
    """Each module that is imported, with the line; `from a import b` may mean a or a.b."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def breaches(root: Path) -> list[str]:
    """Imports that the house forbids."""
    found = []
    for path, module in modules(root):
        name = ".".join(path.with_suffix("").parts).removesuffix(".__init__")
        for line, imported in imports(name, module):
            for complaint in (_acts(name, imported), _order(name, imported), _pure(name, imported)):
                if complaint:
                    found.append(f"{path}:{line} {imported}: {complaint}")
    return found


def test_the_house_keeps_its_order() -> None:
    found = breaches(ROOT)
    assert not found, f"{len(found)} breaches\n" + "\n".join(found)


def test_good_imports_are_not_flagged(tmp_path: Path) -> None:
    house = plant(
        tmp_path,
        **{
            "civic/decide/routes.py": "from civic.decide import acts, forms\nfrom civic.propose.queries import issue",
            "civic/decide/acts/open.py": "from civic.decide.acts.common import x\nfrom civic.decide.rules import y",
            "civic/demo/story.py": "from civic.decide.acts.open import z\nfrom civic.propose import acts",
            "civic/core/clock.py": "import time",
        },
    )
    assert breaches(house) == []


def test_planted_breaches_are_seen(tmp_path: Path) -> None:
    house = plant(
        tmp_path,
        **{
            "civic/decide/routes.py": "from civic.propose import acts",
            "civic/decide/queries.py": "from civic.propose.acts import raise_issue",
            "civic/decide/rules.py": "from civic.decide.tables import Vote\nimport random",
            "civic/decide/acts.py": "from civic.decide.forms import Cast",
            "civic/decide/events.py": "from civic.core.clock import SystemClock",
            "civic/permissions.py": "from time import time",
        },
    )
    assert len(breaches(house)) == 7


def _acts(name: str, imported: str) -> str:
    parts = imported.split(".")
    if parts[:1] != ["civic"] or len(parts) < 3 or parts[2] != "acts":
        return ""
    own = {f"civic.{parts[1]}.{part}" for part in ("routes", "panels", "acts")}
    return "" if _within(name, CALLERS | own) else "only its own routes and the reactions do these acts"


def _order(name: str, imported: str) -> str:
    here, there = name.split("."), imported.split(".")
    if len(here) < 3 or len(there) < 3 or here[:2] != there[:2] or here[2] == there[2]:
        return ""
    if ORDER.get(here[2], -1) >= ORDER.get(there[2], 9):
        return f"{here[2]} stand below {there[2]}"
    return ""


def _pure(name: str, imported: str) -> str:
    parts = name.split(".")
    pure = len(parts) > 2 and (parts[1] == "core" or parts[2] in PURE)
    pure = pure or _within(name, {"civic.permissions", "civic.ledger.chain"})
    if pure and name not in EXEMPT and _within(imported, CHANCE):
        return "rules are told the time and know no chance"
    return ""


def _within(name: str, packages: set[str]) -> bool:
    return any(name == package or name.startswith(package + ".") for package in packages)
