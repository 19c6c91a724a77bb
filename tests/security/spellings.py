"""Finding a private value in an answer, however it is written there: escaped, spaced, tagged, zipped, said as a date."""

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date
from html import unescape
from urllib.parse import unquote_plus

from tests.security.wire import Answer

TAGS = re.compile(r"<[^>]*>")
BETWEEN = str.maketrans("", "", " \t\n\r\u3000\xa0\u200b\u200c\u200d\u2060-–·./,()")
"""What may stand between the signs of a number or a name without hiding it."""
ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
MONTHS = "january february march april may june july august september october november december".split()  # noqa: SIM905


def spellings(value: str | date) -> tuple[str, ...]:
    """As it stands in a `view`: folded, nothing between its signs; a day in the ways that days are written."""
    if isinstance(value, str):
        return (tight(value),)
    year, month, day, name = value.year, value.month, value.day, MONTHS[value.month - 1]
    return (
        f"{year}{month:02d}{day:02d}", f"{year}年{month}月{day}日", f"{year}年{month:02d}月{day:02d}日",
        f"{day}{name}{year}", f"{name}{day}{year}", f"{day}{name[:3]}{year}", f"{name[:3]}{day}{year}",
        f"{day:02d}{month:02d}{year}", f"{month:02d}{day:02d}{year}",
    )  # fmt: skip


def tight(text: str) -> str:
    """Folded, half width, nothing between the signs."""
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return plain.lower().translate(BETWEEN)


def views(answer: Answer) -> Iterator[str]:
    """The answer as somebody could read it: its headers and cookies, its source, its words without tags."""
    head = "\n".join(f"{name}: {value}" for name, value in answer.headers)
    yield _view(head)
    yield _view(TAGS.sub("", head))
    if answer.raw.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(answer.raw)) as file:
            body = "\n".join(file.read(name).decode("utf-8", "replace") for name in file.namelist())
    else:
        body = answer.body
    if body:
        yield _view(body)
        yield _view(TAGS.sub("", body))


def _view(text: str) -> str:
    text = unescape(text)
    if "%" in text:
        text = unquote_plus(text)
    if "\\u" in text:
        text = ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return tight(text)


class Finder:
    """Looks for many values at once."""

    def __init__(self, values: Iterable[tuple[str, str | date]]) -> None:
        self.sought = [(name, each) for name, value in values for each in spellings(value)]

    def found(self, answer: Answer) -> set[str]:
        """The names of the values that the answer holds."""
        met = set[str]()
        for view in views(answer):
            met |= {name for name, each in self.sought if each in view}
        return met

    def typed(self, address: str) -> set[str]:
        """The names of the values that stand in the address itself."""
        said = _view(address)
        return {name for name, each in self.sought if each in said}
