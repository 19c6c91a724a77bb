"""The roll edited by hand: which days can be, what overlaps, what shares fit. A table of cases."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from civic.core.verdict import Verdict
from civic.people.rules.editing import (
    Span,
    may_be_born,
    may_be_gone,
    may_be_kin,
    may_begin,
    may_end,
    may_hold,
    may_live,
    may_touch,
)

TODAY = date(2026, 3, 2)
YES = ""


def d(text: str) -> date:
    return date.fromisoformat(text)


def says(verdict: Verdict, sentence: str) -> None:
    assert (str(verdict.because.text) if verdict.because else "").startswith(sentence), verdict
    assert bool(verdict) == (sentence == YES)


def test_nobody_edits_their_own() -> None:
    says(may_touch(own=False), YES)
    says(may_touch(own=True), "This is your own entry or your own door.")


@pytest.mark.parametrize(
    ("day", "born_on", "sentence"),
    [
        ("2026-03-02", None, YES), ("1900-01-01", None, YES), ("1899-12-31", None, "This day lies before 1900."),
        ("2027-03-03", None, YES), ("2027-03-04", None, "This day lies more than a year ahead."),
        ("1980-05-01", "1980-05-01", YES), ("1980-04-30", "1980-05-01", "This day lies before the birthday."),
    ],
)  # fmt: skip
def test_a_first_day(day: str, born_on: str | None, sentence: str) -> None:
    says(may_begin(d(day), TODAY, d(born_on) if born_on else None), sentence)


@pytest.mark.parametrize(
    ("since", "last", "sentence"),
    [
        ("2026-03-02", "2026-03-02", YES), ("2026-03-02", "2026-03-01", "It began on %(day)s only."),
        ("2020-01-01", "2027-03-04", "This day lies more than a year ahead."),
    ],
)  # fmt: skip
def test_a_last_day(since: str, last: str, sentence: str) -> None:
    says(may_end(Span(d(since)), d(last), TODAY), sentence)


@pytest.mark.parametrize(
    ("born_on", "begun", "sentence"),
    [
        ("1944-03-05", ["2020-01-01"], YES), ("2026-03-02", [], YES), ("1900-01-01", [], YES),
        ("1899-12-31", [], "This day lies before 1900."), ("2026-03-03", [], "This birthday is still to come."),
        ("2020-01-01", ["2020-01-01"], YES), ("2020-01-02", ["2021-01-01", "2020-01-01"], "On the roll, this person lived"),
    ],
)  # fmt: skip
def test_a_birthday(born_on: str, begun: list[str], sentence: str) -> None:
    says(may_be_born(d(born_on), TODAY, [d(day) for day in begun]), sentence)


@pytest.mark.parametrize(
    ("gone_on", "born_on", "begun", "sentence"),
    [
        ("2026-03-02", None, ["2020-01-01"], YES),
        ("2026-03-03", None, [], "This day is still to come."),
        ("2026-02-01", None, ["2026-02-01"], YES),
        ("2026-02-01", None, ["2020-01-01", "2026-02-02"], "On the roll, something of theirs began"),
        ("1926-03-02", None, ["2020-01-01"], "On the roll, something of theirs began"),
        ("2026-02-01", None, ["2026-03-05"], YES),
        ("1940-01-01", "1944-03-05", [], "This day lies before the birthday."),
    ],
)
def test_gone_since(gone_on: str, born_on: str | None, begun: list[str], sentence: str) -> None:
    """What begins in the future never will; what began meanwhile makes the day a slip of the pen."""
    born = d(born_on) if born_on else None
    says(may_be_gone(d(gone_on), TODAY, born, [d(day) for day in begun]), sentence)


@pytest.mark.parametrize(
    ("relation", "mine", "theirs", "right"),
    [
        ("parent", "1980-01-01", "1950-01-01", True), ("parent", "1950-01-01", "1980-01-01", False),
        ("parent", "1980-01-01", "1980-01-01", False), ("child", "1950-01-01", "1980-01-01", True),
        ("child", "1980-01-01", "1950-01-01", False), ("parent", None, "1980-01-01", True),
        ("child", "1980-01-01", None, True), ("spouse", "1950-01-01", "1980-01-01", True),
        ("sibling", "1980-01-01", "1980-01-01", True),
    ],
)  # fmt: skip
def test_parents_are_older(relation: str, mine: str | None, theirs: str | None, right: bool) -> None:
    days = [d(day) if day else None for day in (mine, theirs)]
    says(may_be_kin(relation, *days), YES if right else "By their birthdays the parent")


OPEN, ENDED = Span(d("2020-01-01")), Span(d("2020-01-01"), d("2025-12-31"))
VOID = Span(d("2020-01-01"), d("2019-12-31"))


@pytest.mark.parametrize(
    ("spans", "from_on", "free"),
    [
        ([], "2026-03-02", True), ([OPEN], "2026-03-02", False), ([ENDED], "2026-01-01", True),
        ([ENDED], "2025-12-31", False), ([ENDED], "2019-06-01", False), ([VOID], "2020-01-01", True),
        ([Span(d("2026-09-01"))], "2026-03-02", False), ([VOID, ENDED], "2026-01-01", True),
    ],
)  # fmt: skip
def test_one_home_at_a_time(spans: list[Span], from_on: str, free: bool) -> None:
    says(may_live(spans, d(from_on)), YES if free else "On that day this person lives elsewhere here.")


HALF, THIRD, WHOLE = Fraction(1, 2), Fraction(1, 3), Fraction(1)


@pytest.mark.parametrize(
    ("held", "share", "from_on", "sentence"),
    [
        ([], WHOLE, "2026-03-02", YES),
        ([(OPEN, HALF)], HALF, "2026-03-02", YES),
        ([(OPEN, HALF)], WHOLE, "2026-03-02", "Only %(num)s/%(den)s is left."),
        ([(OPEN, WHOLE)], THIRD, "2026-03-02", "All shares are on the roll."),
        ([(ENDED, WHOLE)], WHOLE, "2026-01-01", YES),
        ([(ENDED, WHOLE)], WHOLE, "2025-12-31", "All shares are on the roll."),
        ([(VOID, WHOLE)], WHOLE, "2020-01-01", YES),
        # Bought from September on: whoever owns until then must have given up first.
        ([(Span(d("2026-09-01")), WHOLE)], HALF, "2026-03-02", "All shares are on the roll."),
        ([(Span(d("2020-01-01"), d("2026-08-31")), HALF), (Span(d("2026-09-01")), HALF)], HALF, "2026-03-02", YES),
        ([(OPEN, THIRD), (OPEN, THIRD)], THIRD, "2026-03-02", YES),
        ([(OPEN, THIRD), (OPEN, THIRD)], HALF, "2026-03-02", "Only %(num)s/%(den)s is left."),
    ],
)  # fmt: skip
def test_shares_come_to_one_whole_at_most(
    held: list[Any], share: Fraction, from_on: str, sentence: str
) -> None:
    says(may_hold(held, share, d(from_on)), sentence)


def test_what_is_left_is_said() -> None:
    verdict = may_hold([(OPEN, THIRD)], WHOLE, TODAY)
    assert verdict.because is not None
    assert verdict.because.params == {"num": 2, "den": 3}


def test_a_span_taken_back_holds_on_no_day() -> None:
    assert VOID.void
    assert not VOID.lasts(d("2019-12-31"))
    assert not ENDED.void
    assert ENDED.lasts(d("2025-12-31"))
    assert not ENDED.lasts(d("2026-01-01"))
