"""The listening team goes from door to door: what is noted of a door, whom a round is for, which figures are public."""

from datetime import date
from enum import StrEnum

from civic.core.message import Message, say
from civic.core.verdict import YES, Verdict, no

FEW = 5
"""Below so many homes a building shows no figure: it would say of single homes whether somebody was met."""


class Outcome(StrEnum):
    """What is noted of a door; nothing is written about people."""

    MET = "met"
    AWAY = "away"
    DECLINED = "declined"


OUTCOMES: dict[Outcome, Message] = {
    Outcome.MET: say("Met"),
    Outcome.AWAY: say("Not at home"),
    Outcome.DECLINED: say("Did not wish to talk"),
}


def since(today: date) -> date:
    """The day a year ago: who was met since then is not asked again, and who did not wish to talk is left in peace."""
    return today.replace(year=today.year - 1, day=28 if (today.month, today.day) == (2, 29) else today.day)


def may_begin(*, under_way: bool, doors: int, walk_on: date, today: date) -> Verdict:
    """One round at a time in an entrance, not in the past, and only where there are doors to knock at."""
    if walk_on < today:
        return no(say("Please choose today or a later day."))
    if under_way:
        return no(say("A round is under way here. Please end it first."))
    if not doors:
        return no(say("Everybody here was met within a year, or did not wish to talk."))
    return YES


def shown(met: int, homes: int) -> int | None:
    """How many homes were met, for everybody to read; None where there are too few to say."""
    return met if homes >= FEW else None
