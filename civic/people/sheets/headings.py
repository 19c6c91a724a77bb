"""Which row holds the headings, and which column each of them is."""

from dataclasses import dataclass

from civic.confined.unfit import Unfit
from civic.core.message import say
from civic.people.rules.importing.columns import Column, column_of, is_office, label
from civic.people.sheets.limits import HEADER_WITHIN


@dataclass(frozen=True)
class Headings:
    """The row of headings (from 0), and where each known column stands."""

    row: int
    places: dict[Column, int]
    unknown: tuple[str, ...]
    offices: tuple[str, ...]


def headings_in(rows: list[list[str]]) -> Headings | None:
    """The first row near the top that names the door and one more column; None without one.

    Unfit where two headings mean the same column: which one is right, only the sender knows.
    """
    for number, row in enumerate(rows[:HEADER_WITHIN]):
        known = [column_of(cell) for cell in row]
        if Column.DOOR in known and len(set(known) - {None}) > 1:
            return _read(number, row, known)
    return None


def _read(number: int, row: list[str], known: list[Column | None]) -> Headings:
    places: dict[Column, int] = {}
    for place, column in enumerate(known):
        if column is None:
            continue
        if column in places:
            raise Unfit(
                say(
                    "Two columns are headed as “%(column)s”: “%(one)s” and “%(other)s”. Please keep one of them.",
                    column=label(column), one=row[places[column]].strip(), other=row[place].strip(),
                )
            )  # fmt: skip
        places[column] = place
    others = [
        cell.strip() for cell, column in zip(row, known, strict=True) if column is None and cell.strip()
    ]
    offices = tuple(heading for heading in others if is_office(heading))
    return Headings(number, places, tuple(heading for heading in others if not is_office(heading)), offices)
