"""Finding a private value in an answer, however it is written there: escaped, spaced, tagged, zipped, said as a date."""

import io
import re
import unicodedata
import zipfile
from collections.abc import Collection, Iterator
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
        return (readable(value).translate(BETWEEN),)
    year, month, day, name = value.year, value.month, value.day, MONTHS[value.month - 1]
    return (
        f"{year}{month:02d}{day:02d}", f"{year}年{month}月{day}日", f"{year}年{month:02d}月{day:02d}日",
        f"{day}{name}{year}", f"{name}{day}{year}", f"{day}{name[:3]}{year}", f"{name[:3]}{day}{year}",
        f"{day:02d}{month:02d}{year}", f"{month:02d}{day:02d}{year}",
    )  # fmt: skip


def views(answer: Answer) -> Iterator[str]:
    """The answer as somebody could read it: its headers and cookies, its source, its words without tags."""
    text = "\n".join(f"{name}: {value}" for name, value in answer.headers)
    if answer.raw.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(answer.raw)) as file:
            text += "\n".join(file.read(name).decode("utf-8", "replace") for name in file.namelist())
    plain = readable(text + "\n" + answer.body)
    yield plain.translate(BETWEEN)
    yield TAGS.sub("", plain).translate(BETWEEN)


def readable(text: str) -> str:
    """Without any escaping; folded and half width."""
    text = unescape(text)
    if "%" in text:
        text = unquote_plus(text)
    if "\\u" in text:
        text = ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return (text if text.isascii() else unicodedata.normalize("NFKC", text)).lower()


class Finder:
    """Looks for many values at once."""

    def __init__(self, values: Collection[tuple[str, str | date]]) -> None:
        self.sought = {name: spellings(value) for name, value in values}
        self.years = {name: str(value.year) for name, value in values if isinstance(value, date)}

    def found(self, answer: Answer) -> set[str]:
        """The names of the values that the answer holds."""
        return {name for view in views(answer) for name in self._within(view)}

    def typed(self, address: str) -> set[str]:
        """The names of the values that stand in the address itself."""
        return set(self._within(readable(address).translate(BETWEEN)))

    def _within(self, view: str) -> Iterator[str]:
        for name, ways in self.sought.items():
            # Most pages have not even the year of a birthday.
            if self.years.get(name, "") in view and any(way in view for way in ways):
                yield name
