"""Days before a vote and days after it, by the dates of the two stories of 2026."""

from datetime import date

import pytest

from civic.core.days import Calendar
from civic.core.verdict import Verdict
from civic.decide.rules.notice import (
    declare_by,
    earliest_day,
    latest_notice,
    may_hold,
    may_notify,
    notice_line,
)
from civic.decide.rules.phases import VotePhase
from civic.decide.rules.posting import may_finalise, may_object, objections_end, posting_ends
from civic.decide.rules.presets import for_vote

OWNERS, REPS = for_vote("OWN_GENERAL"), for_vote("RES_REP")
HOLIDAYS = Calendar(frozenset(date(2026, 5, day) for day in range(1, 6)), frozenset({date(2026, 5, 9)}))


def said(verdict: Verdict) -> str:
    """The sentence of a no."""
    assert not verdict
    assert verdict.because is not None
    return verdict.because.text


def test_no_notice_without_a_fixed_motion() -> None:
    verdict = may_notify(OWNERS, today=date(2026, 5, 8), vote_on=date(2026, 5, 24), agenda_frozen=False)
    assert "wording of the motion" in said(verdict)


@pytest.mark.parametrize("studied", [None, date(2026, 4, 9)])
def test_no_notice_before_the_party_study(studied: date | None) -> None:
    verdict = may_notify(
        REPS, today=date(2026, 4, 8), vote_on=date(2026, 4, 18), agenda_frozen=True, studied_on=studied
    )
    assert "Party organisation" in said(verdict)


def test_15_days_are_15_full_days() -> None:
    verdict = may_hold(OWNERS, notified_on=date(2026, 5, 8), vote_on=date(2026, 5, 23))
    assert "Too early" in said(verdict)
    assert verdict.because is not None
    assert verdict.because.params == {"days": 15, "day": date(2026, 5, 24)}


def test_case_b_is_on_the_first_possible_day() -> None:
    assert may_notify(OWNERS, today=date(2026, 5, 8), vote_on=date(2026, 5, 24), agenda_frozen=True)
    assert latest_notice(date(2026, 5, 24), 15) == date(2026, 5, 8)


def test_case_a_has_9_days_and_needs_7() -> None:
    days = {"today": date(2026, 4, 8), "vote_on": date(2026, 4, 18), "studied_on": date(2026, 4, 3)}
    assert may_notify(REPS, agenda_frozen=True, **days)
    line = notice_line(REPS, date(2026, 4, 8), date(2026, 4, 18))
    assert line.params == {"days": 9, "need": 7}
    assert "the law sets none" in line.text


def test_no_notice_needed_is_today() -> None:
    assert earliest_day(date(2026, 4, 8), 0) == date(2026, 4, 8)


def test_a_posting_that_ends_in_the_holiday_moves_on() -> None:
    assert posting_ends(REPS, date(2026, 4, 18), HOLIDAYS) == date(2026, 5, 6)
    assert objections_end(REPS, date(2026, 4, 18), HOLIDAYS) == date(2026, 5, 6)


def test_owners_object_for_7_days() -> None:
    assert objections_end(OWNERS, date(2026, 6, 8), HOLIDAYS) == date(2026, 6, 15)
    assert posting_ends(OWNERS, date(2026, 6, 8), HOLIDAYS) == date(2026, 6, 15)
    assert declare_by(OWNERS, date(2026, 6, 7), HOLIDAYS) == date(2026, 6, 10)
    assert declare_by(REPS, date(2026, 6, 7), HOLIDAYS) is None


def test_an_interim_body_posts_10_working_days() -> None:
    assert posting_ends(for_vote("PMC_MEETING"), date(2026, 4, 24), HOLIDAYS) == date(2026, 5, 12)


@pytest.mark.parametrize(
    ("phase", "day", "open_", "sentence"),
    [
        (VotePhase.CLOSED, 20, 0, "Only a provisional result"),
        (VotePhase.FINAL, 20, 0, "Only a provisional result"),
        (VotePhase.DECLARED, 15, 0, "Objections are possible"),
        (VotePhase.DECLARED, 16, 2, "answer every objection"),
    ],
)
def test_not_final_yet(phase: VotePhase, day: int, open_: int, sentence: str) -> None:
    assert sentence in said(may_finalise(phase, date(2026, 6, day), date(2026, 6, 15), open_))


def test_case_b_is_final_on_the_day_after() -> None:
    assert may_finalise(VotePhase.DECLARED, date(2026, 6, 16), date(2026, 6, 15), 0)


@pytest.mark.parametrize(
    ("phase", "day", "sentence"),
    [
        (VotePhase.OPEN, 8, "no provisional result"),
        (VotePhase.VOID, 8, "no provisional result"),
        (VotePhase.DECLARED, 16, "were possible until"),
        (VotePhase.FINAL, 17, "were possible until"),
    ],
)
def test_too_early_or_late_to_object(phase: VotePhase, day: int, sentence: str) -> None:
    assert sentence in said(may_object(phase, date(2026, 6, day), date(2026, 6, 15)))


def test_the_last_day_counts_in_full() -> None:
    assert may_object(VotePhase.DECLARED, date(2026, 6, 15), date(2026, 6, 15))
