"""No text for people stands outside the catalogues: not in a template, not in code, not in a sheet."""

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from jinja2 import Environment

from tests.house.source import ROOT, modules, plant, templates
from tests.house.test_words import KEYWORDS

HAN = re.compile(r"[㐀-鿿]")
SENTENCE = re.compile(r"^[A-Z][a-z]+($|[ ,.:?!’'])|^[a-z]+ [a-z]+ [a-z]+")
ATTRIBUTES = {
    "alt",
    "title",
    "placeholder",
    "aria-label",
    "aria-description",
    "aria-roledescription",
    "label",
}
ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
SAME_IN_ALL = {"Civic", "中文", "English", "m²", "A", "B", "C", "A4", "PDF", "QR"}
"""The switch names each language in that language; signs and sizes need none."""

DATA_TABLES = {
    "civic/bench",  # what is measured: pages of a made-up community
    "civic/demo",  # the story's own people and sentences
    "civic/words",
    "civic/core/names.py",  # family names of two characters
    "civic/finding/little_words.py",  # characters that say nothing about a matter
    "civic/people/rules/names",  # family names that are misread, doors as people type them
    "civic/people/rules/importing/words.py",  # headings and words of Chinese lists
    "civic/web/words.py",  # how a day is written
    "civic/web/filters.py",  # what must not be torn apart at the end of a line
}
"""Where Chinese is data and not a sentence of the product."""


class _People(HTMLParser):
    """Collects what a person would read or hear."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[int, str]] = []
        self.machine = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.machine += tag in {"script", "style"}
        named = dict(attrs)
        heard = ATTRIBUTES | ({"value"} if named.get("type") in {"submit", "button", "reset"} else set())
        self.found += [(self.getpos()[0], value) for name, value in attrs if name in heard and value]

    def handle_endtag(self, tag: str) -> None:
        self.machine -= tag in {"script", "style"}

    def handle_data(self, data: str) -> None:
        if not self.machine:
            self.found.append((self.getpos()[0], data))


def in_markup(source: str) -> Iterator[tuple[int, str]]:
    """Text and spoken attributes of a template that no catalogue call made."""
    people = _People()
    people.feed("".join(_bare(source)))
    people.close()
    for line, text in people.found:
        # A macro may write attributes alone; their spoken ones count too.
        for name, value in ATTRIBUTE.findall(text):
            if name in ATTRIBUTES and any(letter.isalpha() for letter in value):
                yield line, value
        said = " ".join(ATTRIBUTE.sub("", text).split())
        if said not in SAME_IN_ALL and any(letter.isalpha() for letter in said):
            yield line, said


def in_expressions(source: str) -> Iterator[tuple[int, str]]:
    """String literals of a template's expressions that look like sentences, outside catalogue calls."""
    calls: list[str] = []
    name = ""
    for line, kind, value in Environment().lex(source):
        if kind == "whitespace":
            continue
        if kind == "operator" and value in "([{":
            calls.append(name)
        elif kind == "operator" and value in ")]}" and calls:
            calls.pop()
        elif kind == "string" and not (set(calls) & KEYWORDS.keys()):
            text = value[1:-1]
            if (HAN.search(text) or SENTENCE.search(text)) and text not in SAME_IN_ALL:
                yield line, text
        name = value if kind == "name" else ""


def in_code(root: Path) -> Iterator[str]:
    """Chinese literals in Python, docstrings and data tables apart."""
    for path, module in modules(root):
        if any(path.is_relative_to(table) for table in DATA_TABLES):
            continue
        prose = {id(node.value) for node in ast.walk(module) if isinstance(node, ast.Expr)}
        for node in ast.walk(module):
            if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or id(node) in prose:
                continue
            if HAN.search(node.value):
                yield f"{path}:{node.lineno} {node.value!r}"


def in_sheets(root: Path) -> Iterator[str]:
    """Chinese in our scripts, words that a style sheet writes."""
    for file in sorted((root / "static").glob("*.js")):
        if not file.name.startswith("htmx") and HAN.search(re.sub(r"//.*|/\*.*?\*/", "", file.read_text())):
            yield f"{file.name} speaks Chinese"
    for file in sorted((root / "static").glob("*.css")):
        for written in re.findall(r'content:\s*"([^"]*)"', file.read_text()):
            if re.search(r"[^\W\d_]", re.sub(r"\\[0-9a-fA-F]+ ?", "", written)):
                yield f"{file.name} writes {written!r}"


def outside(root: Path) -> list[str]:
    """All text outside the catalogues."""
    found = [
        f"{path}:{line} {text!r}"
        for path, source in templates(root)
        for finder in (in_markup, in_expressions)
        for line, text in finder(source)
    ]
    return [*found, *in_code(root), *in_sheets(root)]


def test_no_text_stands_outside_the_catalogues() -> None:
    found = outside(ROOT)
    assert not found, f"{len(found)} texts\n" + "\n".join(found)


def test_catalogue_calls_are_not_flagged(tmp_path: Path) -> None:
    page = (
        '<p class="a b">{{ _("Good day") }}: {% trans n=3 %}{{ n }} more{% endtrans %} · 12</p>\n'
        '<a href="/x" title="{{ _(\'More\') }}">{{ field("name", label=_("Your name"), kind="text area") }}</a>\n'
        "<script src=x></script><style>p { color: red }</style>{# 备注 #}<input type=text value=abc>\n"
        '{% if issue.phase == "open" %}<b {% if x %}class="y"{% endif %}>{% block wide_class %} page--wide{% endblock %}{{ n }} m²</b>{% endif %}'
    )
    code = '"""文档"""\n\ndef f() -> str:\n    """说明"""\n    return "ok"  # 注\n'
    house = plant(
        tmp_path, **{"templates/a.html": page, "civic/a.py": code, "civic/demo/cast.py": 'N = "王"'}
    )
    assert outside(house) == []


def test_planted_texts_are_seen(tmp_path: Path) -> None:
    house = plant(
        tmp_path,
        **{
            "templates/a.html": '<p>Hello</p>\n<img alt="A tree">\n{{ button("Send it") }}\n{{ f("投票") }}',
            "templates/b.html": "<p>{% if x %}你好{% endif %}</p><input type=submit value=Go>",
            "civic/a.py": 'LABEL = "同意"\nTEXT = f"{1}票"\n',
            "static/civic.js": 'alert("好")',
            "static/a.css": 'p::after { content: "late" }',
        },
    )
    seen = outside(house)
    for text in ("Hello", "A tree", "Send it", "投票", "你好", "Go", "同意", "票", "civic.js", "late"):
        assert any(text in found for found in seen), text
    assert len(seen) == 10, seen


def _bare(source: str) -> Iterator[str]:
    """The markup alone: expressions, statements, what stands inside trans, and blocks that fill the
    parent's class attribute (`{% block shell_class %}`) are blank lines."""
    hidden, words = False, [""]
    for _line, kind, value in Environment().lex(source):
        if kind == "block_begin":
            words = []
        elif kind == "name":
            words.append(value)
        elif kind == "block_end":
            opens = words[:1] == ["trans"] or (words[:1] == ["block"] and words[1].endswith("class"))
            hidden = opens or (hidden and words[:1] not in (["endtrans"], ["endblock"]))
        yield value if kind == "data" and not hidden else "\n" * value.count("\n")
