"""Templates: escaped, without inline script or style, whole without JavaScript, guarded, our own URLs only."""

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from jinja2 import Environment

from tests.house.source import ROOT, modules, plant, templates

UNESCAPED: dict[str, str] = {
    "civic/web/filters.py": "time, clauses: every value goes in through format or escape",
    "civic/web/qr.py": "segno's own drawing",
    "civic/discuss/spoken.py": "contributions, escaped when they were written",
}
"""Files that may call something safe (ASVS 1.1.2: at most five)."""

HX = {"post", "get", "target", "swap", "trigger", "select", "indicator", "status:422", "sync", "include"}
"""The htmx attributes in use; hx-on, hx-vals and hx-boost are not among them."""

SCRIPTED = re.compile(r"^\s*(javascript|data|vbscript|js):", re.IGNORECASE)
LINKS = {"href", "src", "action", "hx-post", "hx-get", "formaction", "srcset", "poster", "data"}
MARKUP = re.compile(r"\|\s*safe\b|\bMarkup\b|autoescape")
GUARDS = re.compile(r"{{-?\s*guards\(")


class _Tags(HTMLParser):
    """Complains about tags and attributes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[tuple[int, str]] = []
        self.open: tuple[int, bool] | None = None

    def complain(self, what: str) -> None:
        self.found.append((self.getpos()[0], what))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if (
            tag == "style"
            or (tag == "script" and "src" not in named)
            or tag in {"iframe", "object", "embed", "base"}
        ):
            self.complain(f"<{tag}> inside a page")
        if tag == "form" and (named.get("method") or "get").lower() == "post":
            self.complain("a form that posts") if "action" not in named else None
        if "hx-post" in named and (tag != "form" or "action" not in named):
            self.complain("hx-post without an action")
        if "hx-get" in named and "href" not in named and tag != "form":
            self.complain("hx-get without an href")
        for name, value in attrs:
            self._attribute(name, value or "")

    def _attribute(self, name: str, value: str) -> None:
        if name.startswith("on") or name == "style" or name.startswith(("hx-on", "data-hx")):
            self.complain(f"{name}=")
        elif name.startswith("hx-") and name[3:] not in HX:
            self.complain(f"{name} is not one of the htmx attributes in use")
        if name == "target" and value == "_blank":
            self.complain("opens another window")
        if SCRIPTED.match(value) and not value.startswith("data:image/"):
            self.complain(f"{name}={value}")
        if name in LINKS and re.match(r"\s*(https?:)?//", value):
            self.complain(f"a foreign address: {value}")
        if "{{" in value and name == "hx-vals":
            self.complain("data inside a script")


def faults_of(source: str) -> Iterator[tuple[int, str]]:
    """What is wrong with one template."""
    tags = _Tags()
    tags.feed(_markup(source))
    tags.close()
    yield from tags.found
    for number, line in enumerate(source.splitlines(), 1):
        if MARKUP.search(line):
            yield number, "escaping is switched off"
    for form in re.finditer(
        r"<form\b[^>]*method=\"?post.*?</form>|<form\b[^>]*method=\"?post.*", source, re.S | re.I
    ):
        if not GUARDS.search(form[0]):
            yield source[: form.start()].count("\n") + 1, "a form that posts has no guards"


def faults(root: Path) -> list[str]:
    """What is wrong with all templates, and code that switches escaping off."""
    found = [f"{path}:{line} {what}" for path, text in templates(root) for line, what in faults_of(text)]
    for path, module in modules(root):
        if str(path) not in UNESCAPED:
            found += [f"{path}:{line} calls something safe" for line in _marked(module)]
    return found


def test_templates_are_safe_and_whole() -> None:
    found = faults(ROOT)
    assert not found, "\n".join(found)


def test_at_most_five_files_call_something_safe() -> None:
    marked = {str(path) for path, module in modules(ROOT) if any(True for _ in _marked(module))}
    assert marked <= UNESCAPED.keys()
    assert len(UNESCAPED) <= 5


def test_good_templates_are_not_flagged(tmp_path: Path) -> None:
    good = (
        '<form method="post" action="{{ url("/x") }}" hx-post="{{ url("/x") }}" hx-target="#a">\n'
        '{{ guards(page) }}<button>{{ _("Go") }}</button></form>\n'
        '{{ form_open(page, "/x") }}</form><form action="/s"><input name=q></form>\n'
        '<a href="{{ url("/") }}" hx-get="/y">x</a><script src="/static/a.js" defer></script>'
    )
    assert faults(plant(tmp_path, **{"templates/a.html": good})) == []


def test_planted_faults_are_seen(tmp_path: Path) -> None:
    bad = {
        "safe": "{{ x|safe }}",
        "escape": "{% autoescape false %}{{ x }}{% endautoescape %}",
        "script": "<script>alert(1)</script>",
        "style": "<style>p{}</style>",
        "inline": '<p style="color:red">',
        "event": '<button onclick="x()">',
        "on": '<p hx-on:click="x()">',
        "boost": '<body hx-boost="true">',
        "vals": "<p hx-vals='js:{a:1}'>",
        "js": '<a href="javascript:x()">',
        "blank": '<a href="/" target="_blank">',
        "cdn": '<link rel="stylesheet" href="https://cdn.example/x.css">',
        "slashes": '<img src="//cdn.example/x.png">',
        "only": '<button hx-post="/x">',
        "part": '<p hx-get="/x">',
        "guards": '<form method="post" action="/x"><button>x</button></form>',
        "action": '<form method="post">{{ guards(page) }}</form>',
        "frame": '<iframe src="/x"></iframe>',
    }
    for name, text in bad.items():
        assert faults(plant(tmp_path / name, **{"templates/a.html": text})), name
    code = "from markupsafe import Markup\nx = Markup(y)\n"
    assert faults(plant(tmp_path / "code", **{"civic/hall/x.py": code}))


def _markup(source: str) -> str:
    """The template as a browser would see it: expressions stay as a word, statements vanish."""
    out = []
    depth = 0
    for _line, kind, value in Environment().lex(source):
        if kind in {"block_begin", "variable_begin", "comment_begin"}:
            depth += 1
            out.append("x" * (kind == "variable_begin"))
        elif kind in {"block_end", "variable_end", "comment_end"}:
            depth -= 1
        out.append(value if kind == "data" and not depth else "\n" * value.count("\n"))
    return "".join(out)


def _marked(module: ast.Module) -> Iterator[int]:
    for node in ast.walk(module):
        word = getattr(node, "id", getattr(node, "attr", "")) if isinstance(node, ast.expr) else ""
        if isinstance(node, ast.Name | ast.Attribute) and word in {"Markup", "mark_safe"}:
            yield node.lineno
