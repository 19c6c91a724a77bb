"""From bytes to grids of text: checks first, then calamine. Runs in the child alone."""

import io
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import python_calamine as calamine

from civic.confined.unfit import Unfit
from civic.core.message import say
from civic.people.sheets import ods, separated, xls, xlsx
from civic.people.sheets.archive import locked, opened
from civic.people.sheets.kinds import Kind, kind_of
from civic.people.sheets.limits import COLUMNS, ROWS, SHEETS, TEXT
from civic.people.sheets.refusals import macros, unreadable

Grid = dict[str, Any]
"""{"name": of the worksheet, "rows": cells as text from A1 on, "merged": [[row, column], [row, column]] …}."""

OPEN_DOCUMENT = (
    b"application/vnd.oasis.opendocument.spreadsheet",
    b"application/vnd.oasis.opendocument.spreadsheet-template",
)


def read(body: bytes) -> list[Grid]:
    """Every visible worksheet of the file as text; `Unfit` says what is wrong with it. What the child does."""
    match kind_of(body):
        case Kind.TEXT:
            rows = separated.rows_of(body)
            _check_size(len(rows), max((len(row) for row in rows), default=0))
            return [{"name": "", "rows": [_short(row) for row in rows], "merged": []}]
        case Kind.OLE:
            xls.check(body)
            return list(_grids(body))
        case Kind.ZIP:
            return list(_grids(_checked(body)))


def _checked(body: bytes) -> bytes:
    with opened(body) as archive:
        if "mimetype" in archive.parts and archive.take("mimetype").strip() in OPEN_DOCUMENT:
            return ods.checked(archive)
        if "xl/workbook.xml" in archive.parts:
            return xlsx.checked(archive)
    raise Unfit(
        say("This is no workbook that can be read here. Please save the list as .xlsx and upload that.")
    )


def _grids(body: bytes) -> Iterator[Grid]:
    try:
        book = calamine.load_workbook(io.BytesIO(body))
        for number, sheet in enumerate(book.sheets_metadata[:SHEETS]):
            if sheet.typ in (calamine.SheetTypeEnum.MacroSheet, calamine.SheetTypeEnum.Vba):
                raise macros()
            if (
                sheet.typ is calamine.SheetTypeEnum.WorkSheet
                and sheet.visible is calamine.SheetVisibleEnum.Visible
            ):
                yield _grid(book.get_sheet_by_index(number))
    except calamine.PasswordError as fault:
        raise locked() from fault
    except (calamine.CalamineError, OSError, ValueError) as fault:
        raise unreadable() from fault


def _grid(sheet: calamine.CalamineSheet) -> Grid:
    end = sheet.end or (-1, -1)
    _check_size(end[0] + 1, end[1] + 1)
    rows = [_short([_text(cell) for cell in row]) for row in sheet.to_python(skip_empty_area=False)]
    return {"name": sheet.name, "rows": rows, "merged": sheet.merged_cell_ranges or []}


def _check_size(rows: int, columns: int) -> None:
    if rows > ROWS:
        raise Unfit(
            say(
                "This list has %(rows)s rows; at most %(most)s can be read at once. Please split it by building.",
                rows=rows,
                most=ROWS,
            )
        )
    if columns > COLUMNS:
        raise Unfit(
            say(
                "This list has %(columns)s columns; at most %(most)s can be read. Please delete those to the right of the list.",
                columns=columns,
                most=COLUMNS,
            )
        )


def _short(row: list[str]) -> list[str]:
    """The row as it is; Unfit where a cell is longer than any name, door or day."""
    if any(len(cell) > TEXT for cell in row):
        raise Unfit(
            say(
                "A cell of this list holds more than %(most)s characters. Please shorten it and upload the list again.",
                most=TEXT,
            )
        )
    return row


def _text(cell: object) -> str:
    """As a person would read the cell: 101.0 is 101, a day has no time of day."""
    match cell:
        case bool():
            return "true" if cell else "false"
        case float() if cell.is_integer() and abs(cell) < 1e18:
            return str(int(cell))
        case datetime():
            return cell.date().isoformat()
        case date():
            return cell.isoformat()
        case _:
            return str(cell)
