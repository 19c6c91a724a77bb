"""Every sentence stands in the Chinese catalogue once, finished; and nothing else does."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

from tests.house.source import ROOT, modules, plant

KEYWORDS = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "say": None,
    "say_n": (1, 2),
    "say_p": ((1, "c"), 2),
}
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]")
WORD = re.compile(r"[A-Za-z]{3,}")
NAMES = {"civic", "webp", "excel", "word", "wechat", "xlsx", "xls", "ods", "csv", "wgl"}
"""Words that are written the same in Chinese; so is all that is in capitals, as PDF."""

Key = tuple[str | None, str]


@dataclass
class Sentence:
    """A message of the code, and where it is said."""

    id: str | tuple[str, ...]
    context: str | None
    places: list[str] = field(default_factory=list)

    @property
    def key(self) -> Key:
        return self.context, self.forms[0]

    @property
    def forms(self) -> tuple[str, ...]:
        return (self.id,) if isinstance(self.id, str) else tuple(self.id)

    def stub(self) -> str:
        """What to paste into the room's catalogue."""
        lines = [f"#: {self.places[0]}"]
        lines += [f"msgctxt {_quoted(self.context)}"] * (self.context is not None)
        lines += [f"msgid {_quoted(self.forms[0])}"]
        lines += [f"msgid_plural {_quoted(form)}" for form in self.forms[1:]]
        return "\n".join([*lines, 'msgstr[0] ""' if self.forms[1:] else 'msgstr ""'])


def sentences(root: Path) -> dict[Key, Sentence]:
    """Whatever the code and the templates say."""
    with (ROOT / "babel.cfg").open() as lines:
        methods, options = parse_mapping_cfg(lines)
    found: dict[Key, Sentence] = {}
    for file, line, msgid, _comments, context in extract_from_dir(
        root, method_map=methods, options_map=options, keywords=KEYWORDS, directory_filter=_ours
    ):
        sentence = Sentence(msgid, context)
        known = found.setdefault(sentence.key, sentence)
        known.places.append(f"{file}:{line}")
        if len(sentence.forms) > len(known.forms):
            known.id = msgid
    return found


def written(root: Path) -> list[tuple[str, Message]]:
    """All entries of the Chinese catalogues, each with its file."""
    entries = []
    for file in sorted((root / "civic/words/zh_CN").glob("*.po")):
        with file.open("rb") as lines:
            catalogue: Catalog = read_po(lines, locale="zh_CN")
        entries += [(file.name, message) for message in catalogue if message.id]
    return entries


def faults(root: Path) -> Iterator[str]:
    """What is wrong with the words of a house."""
    said, entries = sentences(root), written(root)
    finished = {
        _key(message) for _, message in entries if not message.fuzzy and all(_strings(message) or [""])
    }
    yield from (f"not translated:\n{said[key].stub()}\n" for key in said.keys() - finished)
    for file, message in entries:
        sentence = said.get(_key(message))
        where = f"{file}: {_key(message)[1]!r}"
        if sentence is None:
            yield f"{where} is said nowhere"
            continue
        if message.fuzzy:
            yield f"{where} is fuzzy"
        for string in _strings(message):
            if set(PLACEHOLDER.findall(string)) != set(PLACEHOLDER.findall(sentence.forms[-1])):
                yield f"{where} has other placeholders than {string!r}"
            if left := sorted(_english(string) & _english(" ".join(sentence.forms))):
                yield f"{where} keeps English words: {', '.join(left)}"


def unnamed(root: Path) -> Iterator[str]:
    """Calls of the catalogue whose sentence is no literal: extraction cannot see it."""
    for path, module in modules(root):
        for node in ast.walk(module):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KEYWORDS:
                spec = KEYWORDS[node.func.id]
                for argument in node.args[: len(spec) if spec else 1]:
                    if not (isinstance(argument, ast.Constant) and isinstance(argument.value, str)):
                        yield f"{path}:{node.lineno} {node.func.id}(…) does not spell its sentence out"


def test_every_sentence_is_translated() -> None:
    """Fails with stubs to paste into civic/words/zh_CN/<room>.po."""
    found = sorted(faults(ROOT))
    assert not found, f"{len(found)} faults\n" + "\n".join(found)


def test_every_sentence_is_spelled_out() -> None:
    assert not list(unnamed(ROOT))


PO = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
GOOD = PO + 'msgid "%(n)s day"\nmsgid_plural "%(n)s days"\nmsgstr[0] "%(n)s 天"\n'
CODE = {"civic/a.py": 'say_n("%(n)s day", "%(n)s days", 3)\n'}


def test_a_whole_house_has_no_fault(tmp_path: Path) -> None:
    house = plant(tmp_path, **CODE, **{"civic/words/zh_CN/a.po": GOOD})
    assert list(faults(house)) == []


def test_planted_faults_are_seen(tmp_path: Path) -> None:
    house = plant(
        tmp_path,
        **CODE,
        **{
            "civic/b.py": 'say("Hello %(who)s")\nsay("Never")\nsay_p("door", "Open")\nsay("Please sign")\n',
            "templates/c.html": "{{ _('From a page') }}{% trans %}\n  Two\n  lines\n{% endtrans %}",
            "civic/words/zh_CN/a.po": GOOD
            + 'msgid "Hello %(who)s"\nmsgstr "你好 %(whom)s"\n\n#, fuzzy\nmsgid "Never"\nmsgstr "从不"\n\n'
            + 'msgid "Please sign"\nmsgstr "请 sign"\n\nmsgid "Gone"\nmsgstr "没了"\n\n'
            + 'msgctxt "door"\nmsgid "Open"\nmsgstr ""\n',
        },
    )
    seen = "\n".join(faults(house))
    assert "'Hello %(who)s' has other placeholders" in seen
    assert "'Never' is fuzzy" in seen
    assert "keeps English words: sign" in seen
    assert "'Gone' is said nowhere" in seen
    assert 'msgctxt "door"\nmsgid "Open"' in seen
    assert 'msgid "From a page"' in seen
    assert 'msgid "Two lines"' in seen


def test_a_planted_variable_is_seen(tmp_path: Path) -> None:
    house = plant(tmp_path, **{"civic/a.py": 'say(word)\nsay(f"{n} days")\nsay("good")\n'})
    assert len(list(unnamed(house))) == 2


def _ours(folder: str) -> bool:
    return Path(folder).name not in {".venv", ".git", "var", "tests", "e2e", "node_modules"}


def _key(message: Message) -> Key:
    return message.context, message.id if isinstance(message.id, str) else message.id[0]


def _strings(message: Message) -> list[str]:
    return [message.string] if isinstance(message.string, str) else list(message.string or ())


COMMAND = re.compile(r"“civic [a-z-]+”")
"""What is typed on the console is the same in every language."""


def _english(text: str) -> set[str]:
    text = COMMAND.sub(" ", text)
    words = WORD.findall(re.sub(r"<[^>]*>", " ", PLACEHOLDER.sub(" ", text)))
    return {word.lower() for word in words if not word.isupper()} - NAMES


def _quoted(text: str | None) -> str:
    return '"' + str(text).replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n") + '"'
