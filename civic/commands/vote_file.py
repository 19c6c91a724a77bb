"""Votes and statements as others wrote them down: CSV, read strictly."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

COLUMNS = ("participant", "statement", "vote")
VOTES = {"1": 1, "-1": -1, "0": 0}
ENCODINGS = ("utf-8-sig", "gb18030")
"""Spreadsheets in China write the second one."""
MOST_CELLS = 20_000_000
"""People x statements that fit into the memory of a small server."""
SHOWN = 40


class WrongFile(Exception):
    """One sentence: which file, which line, what is wrong with it."""


def read_votes(file: Path) -> dict[tuple[str, str], int]:
    """(participant, statement) → 1, -1 or 0. Further columns are passed over; a second vote is refused,
    since a file without times cannot say which one counts. Raises WrongFile."""
    votes: dict[tuple[str, str], int] = {}
    for line, (participant, statement, vote) in _rows(file, COLUMNS, headed=True):
        if not participant or not statement:
            raise _wrong(file, line, f"the {'statement' if participant else 'participant'} is missing")
        if vote not in VOTES:
            raise _wrong(file, line, f"a vote is 1, -1 or 0, not {_quoted(vote)}")
        if (participant, statement) in votes:
            said = f"{_quoted(participant)} voted on {_quoted(statement)} before; one vote each"
            raise _wrong(file, line, said)
        votes[participant, statement] = VOTES[vote]
    cells = len({who for who, _ in votes}) * len({what for _, what in votes})
    if cells > MOST_CELLS:
        raise WrongFile(f"{file}: {cells:,} people x statements are too many, {MOST_CELLS:,} is the most.")
    return votes


def read_statements(file: Path) -> frozenset[str]:
    """Statements, one a line; a first line `statement` is a heading. Raises WrongFile."""
    return frozenset(statement for _, (statement,) in _rows(file, COLUMNS[1:2], headed=False))


def _rows(file: Path, columns: tuple[str, ...], *, headed: bool) -> Iterator[tuple[int, list[str]]]:
    """The cells of these columns with their line's number; blank lines are passed over."""
    places: list[int] | None = None
    width = len(columns)
    for line, cells in _lines(file):
        if places is None:
            heads = [cell.casefold() for cell in cells]
            named = all(heads.count(column) == 1 for column in columns)
            if headed and not named:
                raise _wrong(file, line, f"it must name the columns {', '.join(columns)}, each once")
            places = [heads.index(column) for column in columns] if named else list(range(width))
            if named:
                width = len(cells)
                continue
        if len(cells) != width:
            expected = "1 cell is" if width == 1 else f"{width} cells are"
            raise _wrong(file, line, f"{expected} expected here, not {len(cells)}")
        yield line, [cells[at] for at in places]
    if headed and places is None:
        raise _wrong(file, 1, f"it must name the columns {', '.join(columns)}, each once")


def _lines(file: Path) -> Iterator[tuple[int, list[str]]]:
    """Each line that is not blank, its number, its cells without blanks around them."""
    reader = csv.reader(io.StringIO(_text(file), newline=""), strict=True)
    line = 1
    try:
        for row in reader:
            cells = [cell.strip() for cell in row]
            if any(cells):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as fault:
        raise _wrong(file, line, f"it cannot be read as CSV ({fault})") from None


def _text(file: Path) -> str:
    try:
        body = file.read_bytes()
    except OSError as fault:
        raise WrongFile(f"{file}: it cannot be read ({fault.strerror}).") from None
    for encoding in ENCODINGS:
        try:
            text = body.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    clean = body.split(b"\0")[0]
    line = clean.count(b"\n") + 1 if b"\0" in body else _undecoded(body)
    raise _wrong(file, line, "it is no text; please save it as CSV in UTF-8")


def _undecoded(body: bytes) -> int:
    """The line where UTF-8 ends."""
    try:
        body.decode()
    except UnicodeDecodeError as fault:
        return body[: fault.start].count(b"\n") + 1
    return 1


def _wrong(file: Path, line: int, what: str) -> WrongFile:
    return WrongFile(f"{file}, line {line}: {what}.")


def _quoted(cell: str) -> str:
    """Short, and on one line whatever stands in it."""
    return ascii(cell[:SHOWN]) if not cell.isprintable() else f"“{cell[:SHOWN]}”"
