"""An old .xls workbook before it is read: no program, no formula, no link, no password."""

import io
from collections.abc import Iterator

import olefile

from civic.people.sheets.archive import locked
from civic.people.sheets.refusals import address, formula, links, macros, unreadable

FORMULAS = {0x0006, 0x0206, 0x0406}
SHEET, SUPBOOK, FILEPASS = 0x0085, 0x01AE, 0x002F
OWN_BOOK = {0x0401, 0x3A01}
"""A SUPBOOK record of this size mark means the workbook itself or an add-in, no other file."""
WORKSHEET, CHART = 0, 2
"""Kinds of sheet without a program; 1 is a sheet of old macros, 6 a module."""
PROGRAMS = {"_vba_project_cur", "_vba_project", "vba", "macros"}
LOCKED = {"encryptedpackage", "encryptioninfo"}
BOOKS = ("workbook", "book")


def check(body: bytes) -> None:
    """Unfit with the reason and, for a formula, its cell (MS-XLS, records of the Workbook stream)."""
    try:
        with olefile.OleFileIO(io.BytesIO(body)) as ole:
            _check_streams([[part.casefold() for part in path] for path in ole.listdir(storages=True)])
            streams = [ole.openstream(name).read() for name in BOOKS if ole.exists(name)]
    except (OSError, ValueError, IndexError, TypeError, RecursionError) as fault:
        raise unreadable() from fault
    if not streams:
        raise unreadable()
    for stream in streams:
        _check_records(stream)


def _check_streams(paths: list[list[str]]) -> None:
    names = {name for path in paths for name in path}
    if names & LOCKED:
        raise locked()
    if names & PROGRAMS:
        raise macros()


def _check_records(stream: bytes) -> None:
    for kind, data in _records(stream):
        if kind == FILEPASS:
            raise locked()
        if kind in FORMULAS:
            raise formula(address(_word(data, 0), _word(data, 2)))
        if kind == SHEET and len(data) > 5 and data[5] not in (WORKSHEET, CHART):
            raise macros()
        if kind == SUPBOOK and _word(data, 2) not in OWN_BOOK:
            raise links()


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    """Each record's kind and content: two bytes of kind, two of length, then that many."""
    at = 0
    while at + 4 <= len(stream):
        kind, length = _word(stream, at), _word(stream, at + 2)
        yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length


def _word(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 2], "little")
