"""About whom one may complain, when an answer is due, what of the numbers is public. Pure."""

from collections.abc import Mapping, Sequence

from civic.core.message import Message
from civic.permissions import NAMES, Standing

S = Standing
BODIES: tuple[Standing, ...] = (
    S.COMMITTEE, S.PARTY_COMMITTEE, S.BUILDING_HEAD, S.ENTRANCE_HEAD, S.GRID_WORKER, S.OWNERS_COMMITTEE,
    S.PROPERTY_FIRM, S.CLERK, S.VOLUNTEER, S.DEPARTMENT,
)  # fmt: skip
"""About a body as a whole; the supervisory committee as a whole is a matter for the subdistrict."""
PEOPLE: tuple[Standing, ...] = (
    *BODIES, S.SUPERVISOR, S.REPRESENTATIVE, S.ADVISOR, S.CITIZEN_WATCH, S.ADMINISTRATOR,
)  # fmt: skip
"""About somebody in one of these offices."""

FIRST_DAYS = 5
"""Working days to a first answer."""
WHOLE_DAYS = 30
"""Working days to the last one."""
SMALL = 5
"""Smaller numbers are merged: a single complaint would say of whom it is (domain §6)."""


def body_name(body: str) -> Message:
    """What a body is called."""
    return NAMES[Standing(body)]


def merged(counts: Mapping[str, int]) -> tuple[list[tuple[str, int]], int]:
    """By body, most first, and all the others together: none below `SMALL`, not even what is left over.

    The rest is 0 where there is none, and where everything together is too small to be told.
    """
    ranked = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    shown = [row for row in ranked if row[1] >= SMALL]
    rest = [row for row in ranked if 0 < row[1] < SMALL]
    # One small body alone could be read off the sum: it takes another along.
    while rest and shown and (len(rest) < 2 or total(rest) < SMALL):
        rest.append(shown.pop())
    left = total(rest)
    return shown, left if left >= SMALL else 0


def total(rows: Sequence[tuple[str, int]]) -> int:
    """All of them."""
    return sum(n for _body, n in rows)
