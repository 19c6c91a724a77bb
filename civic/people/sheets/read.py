"""Reading an uploaded list: .xlsx, .xls, .ods or CSV (domain.md §2.1; security.md §1.5)."""

from collections.abc import Iterator
from typing import Any

from civic.confined.unfit import Unfit
from civic.core.message import say
from civic.people.rules.importing.columns import Column, is_example, owners_alone
from civic.people.sheets.filling import PLACES, filled, unmerge
from civic.people.sheets.headings import Headings, headings_in
from civic.people.sheets.limits import BODY, MIB
from civic.people.sheets.process import grids_in
from civic.people.sheets.sheet import Row, Sheet, Unreadable


def read_sheet(file_name: str, body: bytes) -> Sheet | Unreadable:
    """The first worksheet that has our headings; Unreadable says what to do instead.

    The kind is judged by the content; the name alone decides nothing (an .xlsx may call itself .xls).
    Takes at most 5 seconds and 512 MB, both kept by a child process that is gone afterwards.
    """
    if len(body) > BODY:
        return Unreadable(
            say(
                "“%(file)s” is larger than %(most)s MB. Please split the list by building, or copy it alone into a new workbook.",
                file=file_name[-80:], most=BODY // MIB,
            )
        )  # fmt: skip
    try:
        for grid in grids_in(body):
            if (headings := headings_in(grid["rows"])) is not None:
                return _sheet(grid, headings)
    except Unfit as unfit:
        return Unreadable(unfit.because)
    return Unreadable(
        say(
            "None of the first ten rows has the headings “Door” and “Building”. Please copy your list into the template and upload that."
        )
    )


def _sheet(grid: dict[str, Any], headings: Headings) -> Sheet | Unreadable:
    rows = tuple(_rows(grid, headings))
    if not rows:
        return Unreadable(
            say("There is no row below the headings. Please fill in the list and upload it again.")
        )
    columns = tuple(headings.places)
    return Sheet(grid["name"], columns, headings.unknown, headings.offices, rows)


def _rows(grid: dict[str, Any], headings: Headings) -> Iterator[Row]:
    cells: list[list[str]] = grid["rows"]
    places = {headings.places[column] for column in PLACES if column in headings.places}
    unmerge(cells, grid["merged"], places)
    all_own = owners_alone(cells[headings.row])
    above: dict[str, str] = {}
    for number, row in enumerate(cells[headings.row + 1 :], headings.row + 2):
        said = {str(column): _cell(row, place) for column, place in headings.places.items()}
        if not any(said.values()) or is_example(row):
            continue
        above = filled(said, above)
        yield number, above | {str(Column.OWNER): "yes"} if all_own else above


def _cell(row: list[str], place: int) -> str:
    return row[place].strip() if place < len(row) else ""
