"""Promises in figures: 27 of 30 exactly, the edges of the days, what may be recorded when."""

from datetime import date, time, timedelta

import pytest

from civic.core.verdict import Verdict
from civic.propose.rules import Phase
from civic.supervise.rules import promise as rules
from civic.supervise.rules.promise import Look, Promise, Promised

FIRST, LAST = date(2026, 5, 11), date(2026, 6, 9)
MARKET = Promised("08:30 前清空", 27, 30)
NOON = time(12, 0)


def said(verdict: Verdict) -> str:
    """The sentence of a no; nothing for a yes."""
    return verdict.because.text if verdict.because else ""


def promise(kept: int = 0, late: int = 0) -> Promise:
    """So many days kept, then so many late."""
    looks = [
        Look(FIRST + timedelta(days=n), n < kept, "" if n < kept else "08:52") for n in range(kept + late)
    ]
    return Promise(MARKET, FIRST, LAST, tuple(looks))


def test_thirty_days_from_11_may_end_on_9_june() -> None:
    assert MARKET.last_on(FIRST) == LAST


@pytest.mark.parametrize(("kept", "late", "met"), [(26, 4, False), (27, 3, True), (28, 2, True)])
def test_at_least_27_of_30_includes_27(kept: int, late: int, met: bool) -> None:
    assert promise(kept, late).met is met


@pytest.mark.parametrize(("late", "lost"), [(3, False), (4, True)])
def test_with_the_fourth_late_day_the_promise_is_lost(late: int, lost: bool) -> None:
    assert promise(10, late).lost(FIRST + timedelta(days=9 + late)) is lost


def test_a_day_nobody_looked_at_counts_for_nothing() -> None:
    seen = promise(kept=5)
    assert seen.unseen(FIRST + timedelta(days=7)) == 2
    assert seen.unseen(LAST + timedelta(days=9)) == 25


@pytest.mark.parametrize(
    ("day", "today", "sentence"),
    [
        (date(2026, 5, 12), date(2026, 5, 11), "not come yet"),
        (date(2026, 5, 10), date(2026, 5, 20), "runs from"),
        (date(2026, 6, 10), date(2026, 6, 10), "runs from"),
        (date(2026, 5, 11), date(2026, 5, 20), "recorded already"),
        (date(2026, 6, 9), date(2026, 6, 9), ""),
        (date(2026, 5, 12), date(2026, 5, 20), ""),
    ],
)
def test_the_days_that_can_be_recorded(day: date, today: date, sentence: str) -> None:
    verdict = rules.may_record(promise(kept=1), Look(day, True), today, NOON)
    assert sentence in said(verdict)
    assert bool(verdict) is not bool(sentence)


@pytest.mark.parametrize(
    ("kept", "cleared_at", "sentence"),
    [
        (True, "08:52", "needs no time"),
        (False, "8:52", "like 08:52"),
        (False, "24:00", "like 08:52"),
        (False, "12:01", "time has not come"),
        (False, "12:00", ""),
        (False, "", ""),
    ],
)
def test_the_time_at_which_a_late_day_was_put_right(kept: bool, cleared_at: str, sentence: str) -> None:
    today = date(2026, 5, 20)
    verdict = rules.may_record(promise(), Look(today, kept, cleared_at), today, NOON)
    assert sentence in said(verdict)
    assert bool(verdict) is not bool(sentence)


@pytest.mark.parametrize(
    ("criterion", "need", "of_days", "sentence"),
    [
        ("", 27, 30, "Nothing was promised"),
        ("清空", 0, 30, "at least 1 day"),
        ("清空", 31, 30, "at least 1 day"),
        ("清空", 1, 367, "at least 1 day"),
        ("清空", 30, 30, ""),
    ],
)
def test_a_promise_can_be_measured(criterion: str, need: int, of_days: int, sentence: str) -> None:
    assert sentence in said(rules.may_promise(Promised(criterion, need, of_days)))


@pytest.mark.parametrize(("offset", "sentence"), [(-1, "past"), (61, "60 days"), (0, ""), (60, "")])
def test_a_watch_begins_today_or_soon(offset: int, sentence: str) -> None:
    assert sentence in said(rules.may_begin(FIRST + timedelta(days=offset), FIRST))


def test_nobody_looks_before_the_first_day_nor_after_the_last_look() -> None:
    before = rules.may_look(Phase.WATCHED, promise(), FIRST - timedelta(days=1))
    after = rules.may_look(Phase.WATCHED, promise(kept=30), LAST)
    assert "begins on" in said(before)
    assert "Every day" in said(after)
    assert "being watched" in said(rules.may_look(Phase.CLOSING, promise(), FIRST))
    assert rules.may_look(Phase.WATCHED, promise(kept=29), LAST)
