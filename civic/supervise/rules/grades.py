"""Five grades 好差评, who may give one, and the arithmetic of the result in whole numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from civic.core.days import Calendar, working_days_after
from civic.core.message import Message, say, say_p
from civic.core.verdict import YES, Verdict, no, not_allowed

ROUND_DAYS = 7
"""Days of a rating round after the day of closing out (domain §8, case A: 06-13 to 06-19)."""
CALL_BACK_DAYS = 15
"""Working days to call back whoever was not satisfied (好差评)."""
BAD = 2
"""This grade and the one below are called back."""

GRADES: dict[int, Message] = {
    5: say_p("grade", "Very satisfied"),
    4: say_p("grade", "Satisfied"),
    3: say_p("grade", "Basically satisfied"),
    2: say_p("grade", "Not satisfied"),
    1: say_p("grade", "Not satisfied at all"),
}
"""非常满意 … 非常不满意, best first."""


@dataclass(frozen=True)
class Graded:
    """One grade in the result: how many, in tenths of a per cent of all valid."""

    grade: int
    count: int
    tenths: int


@dataclass(frozen=True)
class Result:
    """The grades of a round that has ended."""

    counts: Mapping[int, int]

    @property
    def valid(self) -> int:
        """All grades given, online and on paper."""
        return sum(self.counts.values())

    def at_least(self, grade: int) -> int:
        """How many gave this grade or a better one."""
        return sum(n for given, n in self.counts.items() if given >= grade)

    def share(self, best: int, worst: int) -> int:
        """Tenths of a per cent of the grades from `best` down to `worst`."""
        return tenths(self.at_least(worst) - self.at_least(best + 1), self.valid)

    @property
    def rows(self) -> list[Graded]:
        """Best first; a grade that nobody gave counts 0."""
        found = {grade: self.counts.get(grade, 0) for grade in GRADES}
        return [Graded(grade, n, tenths(n, self.valid)) for grade, n in found.items()]


def tenths(part: int, whole: int) -> int:
    """Tenths of a per cent, rounded half up in whole numbers: 174 of 183 are 951, that is 95.1 %.

    0 of nothing is 0. Never used to decide anything, only to be read beside the counts.
    """
    return (2000 * part + whole) // (2 * whole) if whole else 0


def percent(part: int, whole: int) -> str:
    """95.1%, as it is printed."""
    shown = tenths(part, whole)
    return f"{shown // 10}.{shown % 10}%"


def may_rate(*, ended: bool, affected: bool, already: bool) -> Verdict:
    """Once each, while the round is open, by whoever is affected: the raiser, who endorsed, who lives there."""
    if ended:
        return no(say("The rating has ended."))
    if not affected:
        return not_allowed(say("This is rated by those affected: who raised it, endorsed it or lives there."))
    if already:
        return no(say("This person's rating was recorded already. One rating each."))
    return YES


def may_count_forms(*, ended: bool, given: int, spoiled: int) -> Verdict:
    """Forms are counted before the round ends; no more can be spoiled than were given out."""
    if ended:
        return no(say("The rating has ended."))
    if not 0 <= spoiled <= given:
        return no(say("No more forms can be spoiled than were given out."))
    return YES


def open_at(now: datetime, ends_at: datetime, ended_at: datetime | None) -> bool:
    """Whether a round takes grades at this instant; its end belongs to the next day."""
    return ended_at is None and now < ends_at


def call_back_by(until_on: date, calendar: Calendar) -> date:
    """The day by which everybody not satisfied has been called back."""
    return working_days_after(until_on, CALL_BACK_DAYS, calendar)
