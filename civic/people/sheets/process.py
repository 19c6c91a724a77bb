"""Lists are read in a child (`civic.confined`): within 5 seconds and 512 MB, whatever was sent."""

from typing import Any

from civic.confined.process import Reader
from civic.core.message import say
from civic.people.sheets.limits import LIMITS, WALL_SECONDS

READER = Reader(
    "civic.people.sheets.grids",
    LIMITS,
    WALL_SECONDS,
    busy=say("Another list is being read just now. Please send yours again in a minute."),
    exhausted=say(
        "This file takes too long or too much memory to read. Please copy the list, paste it as values only into a new workbook and upload that."
    ),
)


def grids_in(body: bytes) -> list[dict[str, Any]]:
    """The worksheets of the file as text (`grids.Grid`); `Unfit` in words, in time, whatever was sent."""
    grids: list[dict[str, Any]] = READER.read(body)
    return grids
