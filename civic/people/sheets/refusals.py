"""The sentences that several kinds of workbook share."""

from civic.confined.unfit import Unfit
from civic.core.message import say


def macros() -> Unfit:
    """It carries programs."""
    return Unfit(say("This file contains macros. Please save it as .xlsx without macros and upload that."))


def formula(cell: str) -> Unfit:
    """A cell computes what it shows; `cell` is its address, C7."""
    return Unfit(
        say(
            "Cell %(cell)s holds a formula. Please copy the list, paste it as values only into a new workbook and upload that.",
            cell=cell,
        )
    )


def links() -> Unfit:
    """It fetches from elsewhere."""
    return Unfit(
        say(
            "This file is linked to other files. Please copy the list, paste it as values only into a new workbook and upload that."
        )
    )


def unreadable() -> Unfit:
    """It looks like a workbook but cannot be read as one."""
    return Unfit(
        say("This file cannot be read. Please open it in Excel or WPS, save it as .xlsx and upload that.")
    )


def address(row: int, column: int) -> str:
    """How a spreadsheet calls a cell; both count from 0: (6, 2) is C7."""
    letters, column = "", column + 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(65 + letter) + letters
    return f"{letters}{row + 1}"
