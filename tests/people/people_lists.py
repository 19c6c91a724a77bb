"""Rows of lists for the tests of importing, in the fewest words."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from civic.people.rules.importing.fault import Note
from civic.people.rules.importing.planned import PlannedRow
from civic.web.words import Reader, reading, text_of

TODAY = date(2026, 11, 25)
ENGLISH = Reader("en", ZoneInfo("Asia/Shanghai"), datetime(2026, 11, 25, 4, tzinfo=UTC))


def row(door: str, name: str = "", **cells: str) -> dict[str, str]:
    """A row as a sheet gives it: every column, most of them blank."""
    return {"building": "", "door": door, "name": name} | cells


def rows(*given: dict[str, str]) -> Iterable[tuple[int, dict[str, str]]]:
    """Numbered as below a row of headings."""
    return list(enumerate(given, 2))


def texts(planned: PlannedRow) -> list[tuple[Note, str]]:
    """The notes of a row with their English."""
    with reading(ENGLISH):
        return [(note, text_of(note.text)) for note in planned.notes]


def said(planned: PlannedRow) -> list[str]:
    """The English of the notes of a row."""
    return [text for _, text in texts(planned)]
