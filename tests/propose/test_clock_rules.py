"""The two clocks of an issue: late, three times late, standing still."""

from datetime import date

import pytest

from civic.core.days import Calendar
from civic.propose.rules import Phase
from civic.propose.rules.clock import (
    Clocks,
    Term,
    fallen_due,
    lateness,
    may_put_off,
    may_wait,
    next_note,
    stood,
    thrice,
    working_days_before,
    working_days_between,
)

CALENDAR = Calendar(holidays=frozenset({date(2026, 3, 5)}), workdays=frozenset({date(2026, 3, 7)}))
"""Thursday 5 March is off, Saturday 7 March is worked for it."""
MON, TUE, WED, THU, FRI, SAT, SUN, NEXT = (date(2026, 3, day) for day in range(2, 10))


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        (MON, MON, 0),
        (MON, TUE, 1),
        (TUE, MON, 0),
        (MON, FRI, 3),
        (MON, SAT, 4),
        (FRI, NEXT, 2),
        (SAT, SUN, 0),
    ],
)
def test_working_days_between(first: date, last: date, days: int) -> None:
    assert working_days_between(first, last, CALENDAR) == days


@pytest.mark.parametrize(("day", "back"), [(MON, 0), (WED, 2), (FRI, 3), (SAT, 4), (NEXT, 5)])
def test_back_is_what_forward_was(day: date, back: int) -> None:
    assert working_days_between(MON, day, CALENDAR) == back
    assert working_days_before(day, back, CALENDAR) == MON


def test_a_date_moves_by_the_working_days_that_the_clock_stood() -> None:
    assert stood(WED, MON, TUE, CALENDAR) == FRI  # Thursday is off
    assert stood(FRI, MON, MON, CALENDAR) == FRI


@pytest.mark.parametrize(
    ("due", "today", "late"),
    [
        (WED, WED, 0),
        (WED, THU, 1),
        (WED, SUN, 1),
        (WED, NEXT, 3),
        (MON, WED, 1),  # due on the day it was raised: one day is its limit
        (MON, FRI, 3),
        (None, NEXT, 0),
    ],
)
def test_once_and_three_times(due: date | None, today: date, late: int) -> None:
    assert lateness(MON, due, today) == late


def test_three_times_two_days_are_six() -> None:
    assert thrice(MON, WED) == SUN


def clocks(phase: Phase = Phase.SUBMITTED, answer: int = 0, whole: int = 0, end: date | None = SUN) -> Clocks:
    return Clocks(phase, MON, WED, end, answer, whole)


@pytest.mark.parametrize(
    ("now", "today", "missed", "then"),
    [
        (clocks(), WED, [], WED),
        (clocks(), THU, [(Term.ANSWER, 1)], WED),
        (clocks(answer=1), THU, [], SUN),
        (clocks(answer=1), NEXT, [(Term.ANSWER, 3), (Term.WHOLE, 1)], SUN),
        (clocks(), NEXT, [(Term.ANSWER, 3), (Term.WHOLE, 1)], WED),
        (clocks(answer=3, whole=1), NEXT, [], date(2026, 3, 20)),
        (clocks(answer=3, whole=3), NEXT, [], None),
        (clocks(Phase.TOPIC), THU, [], SUN),  # the answer is given
        (clocks(Phase.TOPIC, end=None), NEXT, [], None),  # nobody promised an end
        (clocks(Phase.CLOSED), NEXT, [], None),
    ],
)
def test_what_is_written_down_and_when_next(
    now: Clocks, today: date, missed: list[tuple[Term, int]], then: date | None
) -> None:
    assert fallen_due(now, today) == missed
    assert next_note(now) == then


@pytest.mark.parametrize(
    ("due", "to_on", "reason"),
    [
        (WED, FRI, None),
        (None, FRI, "This date does not run any more."),
        (WED, WED, "Please choose a day after %(day)s; the date can only be put off."),
        (MON, TUE, "Please choose a day still to come."),
        (WED, date(2026, 9, 1), "Please choose a day within the next %(n)s days."),
    ],
)
def test_a_date_goes_to_a_later_day_still_to_come(due: date | None, to_on: date, reason: str | None) -> None:
    verdict = may_put_off(due, to_on, TUE)
    assert (verdict.because.text if verdict.because else None) == reason


@pytest.mark.parametrize(
    ("phase", "others", "until", "reason"),
    [
        (Phase.VERIFIED, [], FRI, None),
        (Phase.VERIFIED, [MON], FRI, None),
        (Phase.VERIFIED, [TUE], FRI, "The clock stands already. First enter that the answer came."),
        (Phase.DECLINED, [], FRI, "This issue has ended."),
        (Phase.MANAGING, [], TUE, "Please choose a day still to come."),
    ],
)
def test_one_party_at_a_time_while_under_way(
    phase: Phase, others: list[date], until: date, reason: str | None
) -> None:
    verdict = may_wait(phase, others, until, TUE)
    assert (verdict.because.text if verdict.because else None) == reason
