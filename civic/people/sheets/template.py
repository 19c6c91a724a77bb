"""The template of a roll: every column as text, two examples that are skipped, the allowed words."""

import io
from collections.abc import Sequence
from typing import Any

import xlsxwriter

from civic.core.message import Message, say, say_p
from civic.people.rules.importing.choices import VALUES, allowed, word
from civic.people.rules.importing.columns import OF_THE_TEMPLATE, Column, label
from civic.people.sheets.writing import SAFE, safe_cell
from civic.web.words import text_of

ROWS = 5000
"""Rows that are formatted as text and offer the allowed words."""
YES_OR_NO = (Column.OWNER, Column.NAMED_VOTER, Column.REGISTERED)

HELP: dict[Column, Message] = {
    Column.ESTATE: say("Its name; blank where the community is a single estate. Owners vote by estate."),
    Column.BUILDING: say("As on its sign, 2 or Building 2. Blank means: as above."),
    Column.ENTRANCE: say("1, 2, 3 …; blank where there is one entrance."),
    Column.FLOOR: say("May stay blank: 501 is on the 5th floor."),
    Column.DOOR: say("The number on the door, 501. It may never be missing."),
    Column.KIND: say("One of the words on the right; blank means home."),
    Column.AREA: say("Exclusive area in square metres, 89.60. Blank where nobody knows it yet."),
    Column.AREA_SOURCE: say("The first of these that exists; blank where nobody knows."),
    Column.STATE: say(
        "Units that the developer has not sold or not handed over count for the developer. Blank: not known."
    ),
    Column.HOUSEHOLD: say("1, 2 … only where several households live behind one door."),
    Column.NAME: say("One person a row. Blank for an empty dwelling."),
    Column.RELATION: say("Who lives here; “elsewhere” for an owner who lives somewhere else."),
    Column.OWNER: say("Yes for each owner. Several owners: one row each."),
    Column.SHARE: say("As 1/2; blank where no paper says it."),
    Column.NAMED_VOTER: say("Yes for the one of several owners who votes for the dwelling."),
    Column.PHONE: say("One number. It may stay blank; nobody loses a right for want of a phone."),
    Column.BORN_ON: say("As 1943-05-12. No identity card numbers."),
    Column.REGISTERED: say(
        "Whether the household register, or a registration as living here, is in this community; blank: not known."
    ),
    Column.FROM_ON: say("As 2019-03-01; blank where nobody knows."),
    Column.TO_ON: say("Only for somebody who has moved out: the last day."),
}


def template_xlsx(language: str) -> bytes:
    """The template in "zh_CN" or "en"; what is filled into it is read back by `read_sheet`."""
    body = io.BytesIO()
    with xlsxwriter.Workbook(body, SAFE) as book:
        text, bold = book.add_format({"num_format": "@"}), book.add_format({"num_format": "@", "bold": True})
        _list(book, language, text, bold)
        _words(book, language, text, bold)
    return body.getvalue()


def _list(book: Any, language: str, text: Any, bold: Any) -> None:
    sheet = book.add_worksheet(text_of(say_p("sheet", "Roll"), language))
    sheet.set_column(0, len(OF_THE_TEMPLATE) - 1, 13, text)
    sheet.freeze_panes(1, 5)
    _write(sheet, 0, [text_of(label(column), language) for column in OF_THE_TEMPLATE], bold)
    for number, example in enumerate(_examples(), 1):
        _write(
            sheet, number, [text_of(example.get(column, ""), language) for column in OF_THE_TEMPLATE], text
        )
    for place, column in enumerate(OF_THE_TEMPLATE):
        if _has_words(column):
            source = [text_of(each, language) for each in allowed(column)]
            sheet.data_validation(
                1, place, ROWS, place, {"validate": "list", "source": source, "error_type": "warning"}
            )


def _words(book: Any, language: str, text: Any, bold: Any) -> None:
    sheet = book.add_worksheet(text_of(say("How to fill it in"), language))
    sheet.set_column(0, 0, 18, text)
    sheet.set_column(1, 1, 70, text)
    sheet.set_column(2, 2, 60, text)
    comma = text_of(say_p("between words", ", "), language)
    for number, column in enumerate(OF_THE_TEMPLATE):
        listed = comma.join(text_of(each, language) for each in allowed(column)) if _has_words(column) else ""
        _write(
            sheet, number, [text_of(label(column), language), text_of(HELP[column], language), listed], text
        )
    _write(
        sheet,
        len(OF_THE_TEMPLATE) + 1,
        [text_of(say("The rows that begin with “Example” are skipped."), language)],
        bold,
    )


def _has_words(column: Column) -> bool:
    return column in VALUES or column in YES_OR_NO


def _examples() -> list[dict[Column, Message | str]]:
    owner: dict[Column, Message | str] = {
        Column.ESTATE: say("Example: Gongfu Estate"), Column.BUILDING: "2", Column.ENTRANCE: "1", Column.FLOOR: "5", Column.DOOR: "501",
        Column.KIND: word("home"), Column.AREA: "89.60", Column.AREA_SOURCE: word("register"),
        Column.STATE: word("sold"), Column.NAME: say("Wang Jianguo"), Column.RELATION: word("householder"),
        Column.OWNER: word(True), Column.SHARE: "1/2", Column.NAMED_VOTER: word(True), Column.PHONE: "13800000000",
        Column.BORN_ON: "1943-05-12", Column.REGISTERED: word(True), Column.FROM_ON: "2001-09-01",
    }  # fmt: skip
    return [
        owner,
        owner
        | {
            Column.NAME: say("Li Guilan"), Column.RELATION: word("spouse"), Column.NAMED_VOTER: word(False),
            Column.PHONE: "", Column.BORN_ON: "1945-11-03",
        },
    ]  # fmt: skip


def _write(sheet: Any, row: int, cells: Sequence[str], look: Any) -> None:
    for column, cell in enumerate(cells):
        sheet.write_string(row, column, safe_cell(cell), look)
