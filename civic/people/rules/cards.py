"""How the card of a home stands, in one word; and who counts as an adult of it."""

from datetime import date
from enum import StrEnum


class HomeState(StrEnum):
    """From not yet issued to joined."""

    NOT_ISSUED = "not_issued"
    PRINTED = "printed"
    HANDED = "handed"
    JOINED = "joined"
    """Somebody has joined, perhaps not yet everybody."""
    EXPIRED = "expired"


def home_state(
    today: date, *, codes: int, live: int, valid_until: date | None, handed: bool, joined: int
) -> HomeState:
    """What is most worth knowing: that people have joined, else what became of the card.

    `codes` are all codes of the present card, `live` those not used yet, `valid_until` the last day of
    these. Who joined with a code from before, or in person, has joined as well.
    """
    if joined:
        return HomeState.JOINED
    if not codes:
        return HomeState.NOT_ISSUED
    if live and valid_until is not None and valid_until < today:
        return HomeState.EXPIRED
    return HomeState.HANDED if handed else HomeState.PRINTED


def adult_if_born_by(today: date) -> date:
    """The last birthday of those who are eighteen on that day (Civil Code, art. 17)."""
    try:
        return today.replace(year=today.year - 18)
    except ValueError:  # today is 29 February
        return today.replace(year=today.year - 18, day=28)
