"""A list as text: which letters, which separator, no cell that a spreadsheet would compute."""

import csv
import io
import re

from civic.confined.unfit import Unfit
from civic.core.message import say
from civic.people.sheets.limits import HEADER_WITHIN, TEXT
from civic.people.sheets.refusals import address, formula, unreadable

ENCODINGS = ("utf-8-sig", "gb18030")
"""Excel in China writes the second one; what is good UTF-8 is hardly ever anything else."""
SEPARATORS = ",;\t"
STARTS = ("=", "+", "-", "@")
PLAIN = re.compile(r"[+-]?[0-9 ().,-]*%?")
"""A number, a telephone number, or a lone dash: no formula."""


def rows_of(body: bytes) -> list[list[str]]:
    """The cells, row by row; Unfit with the address of the first formula."""
    text = _decoded(body)
    rows = _split(text, _separator(text), None)
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            said = cell.strip()
            if said.startswith(STARTS) and not PLAIN.fullmatch(said):
                raise formula(address(row, column))
    return rows


def _decoded(body: bytes) -> str:
    for encoding in ENCODINGS:
        try:
            return body.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unfit(say("The letters in this file cannot be read. Please save it as .xlsx, or as CSV in UTF-8."))


def _separator(text: str) -> str:
    """The one that makes the most of the first rows; a comma in doubt."""
    return max(SEPARATORS, key=lambda separator: _width(_split(text, separator, HEADER_WITHIN)))


def _split(text: str, separator: str, most: int | None) -> list[list[str]]:
    csv.field_size_limit(4 * TEXT)  # a quote that is never closed must not swallow the whole list
    rows = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            rows.append(row)
            if most is not None and len(rows) >= most:
                break
    except csv.Error as fault:
        if most is None:
            raise unreadable() from fault
    return rows


def _width(rows: list[list[str]]) -> int:
    return max((len(row) for row in rows), default=0)
