"""Grades in whole numbers: case A's 96/61/17/7/2 of 183, rounding, who may rate."""

from datetime import UTC, date, datetime, timedelta

import pytest

from civic.core.days import Calendar
from civic.supervise.events import RatingEnded
from civic.supervise.rules import grades as rules
from tests.supervise.stage import english
from tests.supervise.test_promise_rules import said

CASE_A = rules.Result({5: 96, 4: 61, 3: 17, 2: 7, 1: 2})


def test_case_a_counts() -> None:
    assert CASE_A.valid == 183
    assert [CASE_A.at_least(grade) for grade in (3, 4)] == [174, 157]


@pytest.mark.parametrize(
    ("part", "whole", "printed"),
    [
        (174, 183, "95.1%"),  # 95.08…
        (157, 183, "85.8%"),  # 85.79…
        (1, 8, "12.5%"),
        (1, 2000, "0.1%"),  # 0.05 goes up
        (1, 2001, "0.0%"),
        (2, 3, "66.7%"),
        (0, 7, "0.0%"),
        (7, 7, "100.0%"),
        (0, 0, "0.0%"),
    ],
)
def test_per_cents_are_rounded_half_up_from_whole_numbers(part: int, whole: int, printed: str) -> None:
    assert rules.percent(part, whole) == printed


def test_a_grade_nobody_gave_is_shown_as_0() -> None:
    rows = rules.Result({5: 1}).rows
    assert [(row.grade, row.count, row.tenths) for row in rows] == [
        (5, 1, 1000), (4, 0, 0), (3, 0, 0), (2, 0, 0), (1, 0, 0),
    ]  # fmt: skip


def ended(**figures: int) -> str:
    """The sentence on the timeline, in English."""
    grades = {"five": 0, "four": 0, "three": 0, "two": 0, "one": 0, "given": 0, "spoiled": 0, "valid": 0}
    return english(RatingEnded(round_id=1, issue_id=1, **{**grades, **figures}).told())


def test_case_a_in_a_sentence() -> None:
    assert ended(given=200, spoiled=17, valid=183, five=96, four=61, three=17, two=7, one=2) == (
        "200 forms given out, 183 valid: basically satisfied or better 174 (95.1%), "
        "satisfied or better 157 (85.8%)."
    )
    assert ended() == "The rating ended; nobody rated."
    assert ended(valid=1, one=1).startswith("1 rating: basically satisfied or better 0 (0.0%)")


@pytest.mark.parametrize(
    ("over", "affected", "already", "sentence"),
    [
        (True, True, False, "has ended"),
        (False, False, False, "those affected"),
        (False, True, True, "recorded already"),
        (False, True, False, ""),
    ],
)
def test_who_may_rate(over: bool, affected: bool, already: bool, sentence: str) -> None:
    assert sentence in said(rules.may_rate(ended=over, affected=affected, already=already))


def test_no_more_forms_can_be_spoiled_than_given() -> None:
    assert "No more forms" in said(rules.may_count_forms(ended=False, given=5, spoiled=6))
    assert "has ended" in said(rules.may_count_forms(ended=True, given=5, spoiled=0))
    assert rules.may_count_forms(ended=False, given=200, spoiled=17)


def test_the_end_of_the_round_belongs_to_the_next_day() -> None:
    end = datetime(2026, 6, 19, 16, tzinfo=UTC)
    assert rules.open_at(end - timedelta(seconds=1), end, None)
    assert not rules.open_at(end, end, None)
    assert not rules.open_at(end - timedelta(days=1), end, end)


def test_call_backs_are_due_15_working_days_after_the_dragon_boat_festival() -> None:
    festival = Calendar(holidays=frozenset({date(2026, 6, 19), date(2026, 6, 20), date(2026, 6, 21)}))
    assert rules.call_back_by(date(2026, 6, 19), festival) == date(2026, 7, 10)
