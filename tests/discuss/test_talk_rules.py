"""Order, replies, changes, hiding and appeals as tables of cases."""

from datetime import date, timedelta

import pytest

from civic.core.verdict import Kind, Verdict
from civic.discuss import rules
from tests.cast import MORNING

DAY = date(2026, 3, 17)


@pytest.mark.parametrize(
    ("said", "order"),
    [
        ("", []),
        ("5+ 4+ 3+", [5, 4, 3]),
        ("6+ 5+ 4- 3+ 2- 1+", [4, 6, 2, 5, 3, 1]),  # two against among four for: they begin, and in turn
        ("4+ 3- 2+ 1-", [4, 3, 2, 1]),  # as many of both: whoever spoke last begins
        ("4- 3+ 2- 1+", [4, 3, 2, 1]),
        ("5? 4+ 3? 2- 1?", [4, 2, 5, 3, 1]),  # a question after each pair
        ("9+ 8+ 7+ 6+ 5+ 4+ 3+ 2+ 1-", [1, 9, 8, 7, 6, 5, 4, 3, 2]),  # the only one against comes first
        ("4w 3+ 2w 1-", [3, 1, 4, 2]),  # what was withdrawn comes last
        ("2? 1?", [2, 1]),
    ],
)
def test_no_side_buries_the_other(said: str, order: list[int]) -> None:
    stances = {"+": "for", "-": "against", "?": "question", "w": "withdrawn"}
    assert rules.balanced([(int(each[:-1]), stances[each[-1]]) for each in said.split()]) == order


def test_a_page_of_them() -> None:
    assert rules.page_of(range(120), 3, 50) == range(100, 120)


@pytest.mark.parametrize(
    ("is_reply", "withdrawn", "hidden", "allowed"),
    [
        (False, False, False, True),
        (True, False, False, False),  # one level
        (False, True, False, False),
        (False, False, True, False),
    ],
)
def test_what_one_may_reply_to(is_reply: bool, withdrawn: bool, hidden: bool, allowed: bool) -> None:
    assert bool(rules.may_reply(is_reply=is_reply, withdrawn=withdrawn, hidden=hidden)) is allowed


@pytest.mark.parametrize(
    ("own", "helping", "allowed"), [(True, False, True), (True, True, False), (False, False, False)]
)
def test_whose_words(own: bool, helping: bool, allowed: bool) -> None:
    assert bool(rules.own_words(own=own, helping=helping)) is allowed


@pytest.mark.parametrize(
    ("minutes", "replies", "edits", "withdrawn", "hidden", "allowed"),
    [
        (0, 0, 0, False, False, True),
        (14, 0, 4, False, False, True),
        (15, 0, 0, False, False, False),  # 15 minutes are over
        (1, 1, 0, False, False, False),  # somebody replied
        (1, 0, 5, False, False, False),
        (1, 0, 0, True, False, False),
        (1, 0, 0, False, True, False),
    ],
)
def test_when_one_may_change_it(
    minutes: int, replies: int, edits: int, withdrawn: bool, hidden: bool, allowed: bool
) -> None:
    verdict = rules.may_edit(
        withdrawn=withdrawn, hidden=hidden, replies=replies, edits=edits, said_at=MORNING,
        now=MORNING + timedelta(minutes=minutes),
    )  # fmt: skip
    assert bool(verdict) is allowed


@pytest.mark.parametrize(
    ("withdrawn", "appealed", "allowed"), [(False, False, True), (True, False, False), (False, True, False)]
)
def test_when_one_may_withdraw(withdrawn: bool, appealed: bool, allowed: bool) -> None:
    assert bool(rules.may_withdraw(withdrawn=withdrawn, appealed=appealed)) is allowed


@pytest.mark.parametrize(
    ("own", "withdrawn", "hidden", "reported", "allowed"),
    [
        (False, False, False, False, True),
        (True, False, False, False, False),
        (False, True, False, False, False),
        (False, False, True, False, False),
        (False, False, False, True, False),  # once a person
    ],
)
def test_what_one_may_report(own: bool, withdrawn: bool, hidden: bool, reported: bool, allowed: bool) -> None:
    verdict = rules.may_report(own=own, withdrawn=withdrawn, hidden=hidden, reported=reported)
    assert bool(verdict) is allowed


@pytest.mark.parametrize(("today", "allowed"), [(9, True), (10, False)])
def test_how_often_one_reports_in_a_day(today: int, allowed: bool) -> None:
    verdict = rules.may_report(own=False, withdrawn=False, hidden=False, reported=False, today=today)
    assert bool(verdict) is allowed


@pytest.mark.parametrize(
    ("own", "withdrawn", "hidden", "cleared", "allowed"),
    [
        (False, False, False, False, True),
        (True, False, False, False, False),
        (False, True, False, False, False),
        (False, False, True, False, False),
        (False, False, False, True, False),  # the supervisory committee let it stand
    ],
)
def test_what_may_be_hidden(own: bool, withdrawn: bool, hidden: bool, cleared: bool, allowed: bool) -> None:
    assert bool(rules.may_hide(own=own, withdrawn=withdrawn, hidden=hidden, cleared=cleared)) is allowed


@pytest.mark.parametrize(
    ("hidden", "confirmed", "allowed"), [(True, False, True), (False, False, False), (True, True, False)]
)
def test_what_may_be_shown_again(hidden: bool, confirmed: bool, allowed: bool) -> None:
    assert bool(rules.may_show(hidden=hidden, confirmed=confirmed)) is allowed


def test_only_reports_that_wait_are_answered() -> None:
    assert rules.may_keep(reports=1)
    assert not rules.may_keep(reports=0)


@pytest.mark.parametrize(
    ("hidden", "withdrawn", "appealed", "until", "allowed"),
    [
        (True, False, False, DAY, True),  # the fifteenth day, until 24:00
        (True, False, False, DAY - timedelta(days=1), False),
        (True, False, True, DAY, False),
        (True, True, False, DAY, False),
        (False, False, False, None, False),
    ],
)
def test_when_one_may_appeal(
    hidden: bool, withdrawn: bool, appealed: bool, until: date | None, allowed: bool
) -> None:
    verdict = rules.may_appeal(
        hidden=hidden, withdrawn=withdrawn, appealed=appealed, until_on=until, today=DAY
    )
    assert bool(verdict) is allowed


@pytest.mark.parametrize(
    ("appealed", "answered", "shown", "involved", "kind"),
    [
        (True, False, False, False, Kind.YES),
        (False, False, False, False, Kind.REFUSED),
        (True, True, False, False, Kind.REFUSED),
        (True, False, True, False, Kind.REFUSED),
        (True, False, False, True, Kind.NOT_ALLOWED),  # never the one that hid it
    ],
)
def test_who_may_answer_an_appeal(
    appealed: bool, answered: bool, shown: bool, involved: bool, kind: Kind
) -> None:
    verdict: Verdict = rules.may_answer_appeal(
        appealed=appealed, answered=answered, shown=shown, involved=involved
    )
    assert verdict.kind is kind
