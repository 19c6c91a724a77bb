"""How many photos, how large, where a black box stands. Pure."""

from datetime import timedelta
from enum import StrEnum

from civic.core.message import Message, say
from civic.core.verdict import YES, Verdict, no
from civic.people.rules.limits import Limit

MOST = 4
"""Photos of one matter."""
MOST_BOXES = 40
MOST_HOUR = Limit("photo", 20, timedelta(hours=1))
MOST_DAY = Limit("photo-day", 100, timedelta(days=1))
"""Photos that one person sends: so much work for the child, and at most about 40 MB a day (security.md §1.5)."""
FREE_BYTES = 500_000_000
"""With less room than this on the disk no photo is taken in, so that acts still find theirs (R8)."""

Box = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels of the large picture; right and bottom are the first that stay."""

GRID, EDGE = 16, 2
"""Boxes begin and end where a block of the JPEG does, and a little beyond, because a block's colours run over its
edge: what was below has left no trace beside it either."""


class Size(StrEnum):
    """How large a box is: a part of the longer side."""

    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


PARTS = {Size.SMALL: 24, Size.MEDIUM: 12, Size.LARGE: 6}
SIZES: dict[Size, Message] = {
    Size.SMALL: say("Small: a plate or a face far away"),
    Size.MEDIUM: say("Medium: a face"),
    Size.LARGE: say("Large: somebody close by"),
}

SHOWN = {"s": 280, "m": 320, "l": 640}
"""How many pixels wide the picture to tap on is drawn, by the name of its button: what a browser tells is where
in the drawn picture one tapped, and how large that was, nothing but the name says."""


def scaled(at: int, shown: int, real: int) -> int:
    """Where a place of the drawn picture is in the real one, along one side."""
    return max(0, min(real - 1, at * real // max(1, shown)))


def box_at(size: Size, x: int, y: int, width: int, height: int) -> Box:
    """The box of that size around a pixel, within the picture, rounded outward to the grid."""
    half = max(GRID, max(width, height) // PARTS[size]) // 2
    left, top = (max(0, (at - half) // GRID * GRID - EDGE) for at in (x, y))
    right, bottom = (-(-(at + half) // GRID) * GRID + EDGE for at in (x, y))
    return left, top, min(right, width), min(bottom, height)


def may_add(photos: int) -> Verdict:
    """One more photo of the same matter."""
    if photos < MOST:
        return YES
    return no(say("There are %(most)s photos already. Please remove one first.", most=MOST))


def may_mark(boxes: int) -> Verdict:
    """One more box on the same photo."""
    if boxes < MOST_BOXES:
        return YES
    return no(
        say("This photo has %(most)s boxes already. Please take another photo with fewer people.", most=MOST_BOXES)
    )  # fmt: skip
