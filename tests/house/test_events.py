"""Events: each kind once, each recorded somewhere, ids and figures only, every sentence whole."""

import ast
import dataclasses
import enum
import importlib
import json
import re
import types
import typing
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, ClassVar

import pytest

import civic.app  # noqa: F401 - every room's events
from civic.core.event import KINDS, Event, event_from
from civic.core.message import Message
from civic.web.words import LANGUAGES, text_of
from tests.house.source import ROOT, modules, plant

CODES: dict[str, tuple[str, ...]] = {
    "advised": ("A", "B"),
    "category": ("safety", "own1"),
    "channel": ("online", "paper", "slip", "phone"),
    "effect": ("binding", "opinion"),
    "from_reference": ("GF-2026-017",),
    "grade": ("very_satisfied",),
    "ground": ("insult", "off_topic"),
    "into_reference": ("GF-2026-018",),
    "mode": ("at_once", "on_behalf", "guided"),
    "nature": ("self_governance", "public_order"),
    "office": ("committee", "building_head"),
    "outcome": ("adopted", "rejected", "inquorate", "void"),
    "owed_by": ("advisor", "committee"),
    "owner": ("committee", "property_firm"),
    "preset": ("RES_REP", "OWN_GENERAL", "OWN_SPECIAL"),
    "reason": ("resigned", "removed"),
    "reference": ("GF-2026-017",),
    "relation": ("spouse", "parent", "sibling"),
    "role": ("raiser", "supervisor", "committee", "owners_committee"),
    "stance": ("support", "oppose"),
    "discuss:study_recorded.subject": ("topic", "outcome"),
    "subject": ("topic", "outcome", "vote", "provisional", "result"),
    "way": ("vote", "carry_out", "archive"),
}
"""Names under which a payload may carry a word, one of a few codes or a number that people say; and samples."""

NUMBERS = {"stage_no": (1, 2, 3), "options": (2, 3, 4)}
"""Figures that are never nought."""

FIGURES = (int, bool, date, datetime)
HALF = re.compile(r"%\(\w+\)|%[sd]|None")


def events_in(root: Path) -> dict[str, tuple[str, str]]:
    """Each event class of the rooms: where it stands, its kind."""
    found = {}
    for path, module in modules(root):
        if "events" not in path.with_suffix("").parts:
            continue
        for node in module.body:
            if isinstance(node, ast.ClassDef):
                kinds = [
                    part.value.value
                    for part in node.body
                    if isinstance(part, ast.Assign)
                    and ast.unparse(part.targets[0]) == "kind"
                    and isinstance(part.value, ast.Constant)
                ]
                if kinds:
                    found[f"{path}:{node.name}"] = (path.parts[1], str(kinds[0]))
    return found


def made_in(root: Path) -> set[str]:
    """Names of classes that are made outside events: a call `IssueRaised(…)` or `events.IssueRaised(…)`."""
    found = set()
    for path, module in modules(root):
        if "events" in path.with_suffix("").parts:
            continue
        for node in ast.walk(module):
            if isinstance(node, ast.Call):
                found.add(ast.unparse(node.func).rsplit(".", 1)[-1])
    return found


def faults(root: Path) -> Iterator[str]:
    """Kinds that come twice or belong to another room; events that nothing records."""
    found, made = events_in(root), made_in(root)
    seen: dict[str, str] = {}
    for where, (room, kind) in found.items():
        if kind in seen:
            yield f"{where}: {kind} is also the kind of {seen[kind]}"
        seen[kind] = where
        if not re.fullmatch(rf"{room}:[a-z]+(_[a-z]+)+", kind):
            yield f"{where}: {kind} does not read {room}:thing_happened"
        if where.rsplit(":", 1)[1] not in made:
            yield f"{where} is recorded nowhere"


def too_much(cls: type[Event]) -> Iterator[str]:
    """Fields of an event that could carry a name or free text."""
    hints = typing.get_type_hints(cls)
    for each in dataclasses.fields(cls):
        for kind in _parts(hints[each.name]):
            word = kind is str and each.name in CODES
            if not (kind in FIGURES or word or (isinstance(kind, type) and issubclass(kind, enum.Enum))):
                yield f"{cls.kind} {each.name}: {getattr(kind, '__name__', kind)}"


def sample(cls: type[Event], n: int) -> Event:
    """An event of that kind; its figures are n, its optional fields are there when n is odd."""
    hints = typing.get_type_hints(cls)
    return cls(
        **{each.name: _sample(hints[each.name], _key(cls, each.name), n) for each in dataclasses.fields(cls)}
    )


def test_kinds_are_unique_and_every_event_is_recorded() -> None:
    found = sorted(faults(ROOT))
    assert not found, "\n".join(found)


def test_payloads_carry_ids_figures_and_codes_only() -> None:
    found = [fault for cls in _all() for fault in too_much(cls)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("n", range(5))
def test_every_event_comes_back_from_the_ledger(n: int) -> None:
    for cls in _all():
        event = sample(cls, n)
        assert event_from(cls.kind, json.loads(json.dumps(event.payload()))) == event, cls.kind


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("n", range(5))
def test_every_sentence_of_an_event_is_whole(n: int, language: str) -> None:
    for cls in _all():
        for said in _sentences(sample(cls, n)):
            text = text_of(said, language)
            assert text, cls.kind
            assert not HALF.search(text), (cls.kind, text)


def test_every_step_ahead_and_every_document_has_an_address() -> None:
    for cls in _all():
        event = sample(cls, 1)
        ahead, document = event.ahead(), event.evidence()
        for path in [ahead.path if ahead else None, document[0] if document else None]:
            assert path is None or re.fullmatch(r"/[\w/#=?-]*", path), (cls.kind, path)


def test_planted_events_are_seen(tmp_path: Path) -> None:
    house = plant(
        tmp_path,
        **{
            "civic/hall/events.py": 'class A:\n    kind = "hall:door_opened"\nclass B:\n    kind = "hall:door_opened"\n',
            "civic/yard/events.py": 'class C:\n    kind = "hall:gate_shut"\nclass D:\n    kind = "yard:Shut"\n',
            "civic/hall/acts.py": "work.record(A())\nwork.record(events.B())\nwork.record(C())\n",
        },
    )
    seen = sorted(faults(house))
    assert len(seen) == 4, seen
    assert "is also the kind of" in seen[0]
    assert any(each.endswith("D is recorded nowhere") for each in seen)


def test_planted_fields_are_seen() -> None:
    @dataclasses.dataclass(frozen=True, kw_only=True)
    class Planted(Event):
        stage: ClassVar[int] = 1
        text: str
        people: list[str]
        share: float
        channel: str
        due_on: date | None

    assert len(list(too_much(Planted))) == 3


def _all() -> list[type[Event]]:
    for path, _module in modules(ROOT):
        if "events" in path.with_suffix("").parts:
            importlib.import_module(".".join(path.with_suffix("").parts).removesuffix(".__init__"))
    return [cls for cls in KINDS.values() if cls.__module__.startswith("civic.")]


def _parts(kind: Any) -> Iterator[Any]:
    """The plain types a field's type is made of."""
    if isinstance(kind, types.UnionType) or typing.get_origin(kind) in {typing.Union, tuple, list, dict}:
        for part in typing.get_args(kind):
            yield from () if part in {types.NoneType, Ellipsis} else _parts(part)
    else:
        yield kind


def _key(cls: type[Event], name: str) -> str:
    """Where a code means less in one kind of event, that kind has samples of its own."""
    own = f"{cls.kind}.{name}"
    return own if own in CODES else name


def _sample(kind: Any, name: str, n: int) -> Any:
    if isinstance(kind, types.UnionType) or typing.get_origin(kind) is typing.Union:
        return _sample(next(_parts(kind)), name, n) if n % 2 else None
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return list(kind)[n % len(kind)]
    if kind is str or name in NUMBERS:
        some = CODES.get(name) or NUMBERS.get(name) or ("A",)
        return some[n % len(some)]
    if kind is int:
        return n
    return {bool: n % 2 == 1, date: date(2026, 4, 18), datetime: datetime(2026, 4, 18, 12, tzinfo=UTC)}[kind]


def _sentences(event: Event) -> list[Message]:
    ahead, document = event.ahead(), event.evidence()
    found = [event.told(), event.fact(), *([ahead.what, ahead.who] if ahead else [])]
    return [each for each in [*found, document[1] if document else None] if each is not None]
