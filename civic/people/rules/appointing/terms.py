"""When a term ends, when one must think of it, and by when the papers are handed over."""

from datetime import date, timedelta

from civic.people.rules.appointing.kinds import LONGEST_YEARS
from civic.permissions import Standing

SOON = 60
"""Days before the end of a term in which it stands among those ending soon: an election needs a list posted
for 20 days and five for objections (Residents' Committees Law, arts 16-17), and candidates before that."""
HAND_OVER_DAYS = 10
"""Days after the end in which keys, papers and promises are handed over (as in villages: law of 2018, art. 20)."""


def last_possible_day(kind: Standing, from_on: date) -> date | None:
    """The last day of the longest term; None where the law sets no limit."""
    years = LONGEST_YEARS.get(kind)
    if years is None:
        return None
    if (from_on.month, from_on.day) == (2, 29):
        from_on = from_on.replace(day=28)
    return from_on.replace(year=from_on.year + years) - timedelta(days=1)


def overlaps(from_on: date, to_on: date | None, other_from: date, other_to: date | None) -> bool:
    """Whether two spans have a day in common; an open end goes on for ever."""
    return (other_to is None or from_on <= other_to) and (to_on is None or other_from <= to_on)


def ends_soon(to_on: date | None, today: date, days: int = SOON) -> bool:
    """Whether a term that runs today ends within so many days; its last day included."""
    return to_on is not None and today <= to_on <= today + timedelta(days=days)


def hand_over_by(to_on: date) -> date:
    """The day by which everything has been handed over."""
    return to_on + timedelta(days=HAND_OVER_DAYS)


def hand_over_due(to_on: date | None, left: int, today: date) -> bool:
    """Whether something that goes with an office is still to be handed over after its last day."""
    return left > 0 and to_on is not None and today > to_on
