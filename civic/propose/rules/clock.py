"""The two clocks of an issue, for its first answer and for the whole: late, put off, standing still."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from civic.core.days import Calendar, working_days_after
from civic.core.message import Message, say
from civic.core.verdict import YES, Verdict, no
from civic.propose.rules.road import OVER, STATUS, Phase

MOST_DAYS_AHEAD = 180
"""As far as a date may be put off or waited for at one time."""


class Term(StrEnum):
    """Which of the two dates."""

    ANSWER = "answer"
    WHOLE = "whole"


TERMS: dict[Term, Message] = {
    Term.ANSWER: say("First answer"),
    Term.WHOLE: say("The whole matter"),
}


@dataclass(frozen=True)
class Clocks:
    """An issue's dates and how far their lateness is written down (0 not at all, 1 once, 3 at three times)."""

    phase: Phase
    raised_on: date
    answer_due_on: date
    whole_due_on: date | None
    answer_noted: int = 0
    whole_noted: int = 0

    def due(self, term: Term) -> date | None:
        """The day of that date while it still runs; None once answered or over, or when never promised."""
        if STATUS[self.phase] in OVER or (term is Term.ANSWER and STATUS[self.phase] != "waiting"):
            return None
        return self.answer_due_on if term is Term.ANSWER else self.whole_due_on

    def noted(self, term: Term) -> int:
        """How far its lateness is written down."""
        return self.answer_noted if term is Term.ANSWER else self.whole_noted


def thrice(raised_on: date, due: date) -> date:
    """The last day of three times the limit: the days it was given, three times over."""
    return raised_on + timedelta(days=3 * max(1, (due - raised_on).days))


def lateness(raised_on: date, due: date | None, today: date) -> int:
    """0 in time, 1 past its day, 3 past three times the limit."""
    if due is None or today <= due:
        return 0
    return 3 if today > thrice(raised_on, due) else 1


def fallen_due(clocks: Clocks, today: date) -> list[tuple[Term, int]]:
    """What became late and is not written down yet: which date, once or three times."""
    return [
        (term, late)
        for term in Term
        if (late := lateness(clocks.raised_on, clocks.due(term), today)) > clocks.noted(term)
    ]


def next_note(clocks: Clocks) -> date | None:
    """The last day before something becomes late that is not written down; None when nothing can any more."""
    days = []
    for term in Term:
        due = clocks.due(term)
        if due is not None and clocks.noted(term) < 1:
            days.append(due)
        elif due is not None and clocks.noted(term) < 3:
            days.append(thrice(clocks.raised_on, due))
    return min(days, default=None)


def working_days_between(first: date, last: date, calendar: Calendar) -> int:
    """Working days after `first` up to and with `last`; 0 when it is not later."""
    days = range(1, (last - first).days + 1)
    return sum(calendar.is_workday(first + timedelta(days=n)) for n in days)


def working_days_before(day: date, days: int, calendar: Calendar) -> date:
    """The day that lies `days` working days before: what `working_days_after` went forward from a working day."""
    while days > 0:
        day -= timedelta(days=1)
        days -= calendar.is_workday(day)
    return day


def stood(day: date, began_on: date, until_on: date, calendar: Calendar) -> date:
    """A date after the clock stood from `began_on` until `until_on`: as many working days later."""
    return working_days_after(day, working_days_between(began_on, until_on, calendar), calendar)


def may_wait(phase: Phase, open_until: Iterable[date], until_on: date, today: date) -> Verdict:
    """For one named party at a time, from today to a day to come, while the matter is under way."""
    if STATUS[phase] in OVER:
        return no(say("This issue has ended."))
    if any(until >= today for until in open_until):
        return no(say("The clock stands already. First enter that the answer came."))
    return _ahead(until_on, today)


def may_put_off(due: date | None, to_on: date, today: date) -> Verdict:
    """A date that still runs, to a later one; the old one stays visible."""
    if due is None:
        return no(say("This date does not run any more."))
    if to_on <= due:
        return no(say("Please choose a day after %(day)s; the date can only be put off.", day=due))
    return _ahead(to_on, today)


def _ahead(day: date, today: date) -> Verdict:
    if day <= today:
        return no(say("Please choose a day still to come."))
    if (day - today).days > MOST_DAYS_AHEAD:
        return no(say("Please choose a day within the next %(n)s days.", n=MOST_DAYS_AHEAD))
    return YES
