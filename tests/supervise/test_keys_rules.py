"""Who may turn which key: a table of cases."""

from datetime import date, timedelta

import pytest

from civic.permissions import Standing
from civic.propose.rules import Nature
from civic.supervise.rules.keys import FIRST, SECOND, Keys, may_answer_for, may_ask, may_refuse, may_turn
from tests.supervise.test_promise_rules import LAST, promise, said

ASKER, DOER, RAISER, OTHER = 1, 2, 3, 4


def keys(first: int | None = None, second: int | None = None, *, settled: bool = False) -> Keys:
    """A close-out asked for by the asker, with one doer."""
    return Keys(ASKER, frozenset({DOER}), first, second, settled)


@pytest.mark.parametrize(
    ("sheet", "key", "who", "sentence"),
    [
        (keys(), FIRST, ASKER, "asks to close cannot"),
        (keys(), SECOND, ASKER, "asks to close cannot"),
        (keys(), FIRST, DOER, "leads the work cannot"),
        (keys(), SECOND, DOER, "leads the work cannot"),
        (keys(first=RAISER), SECOND, RAISER, "turned the other key"),
        (keys(second=RAISER), FIRST, RAISER, "turned the other key"),
        (keys(first=RAISER), FIRST, OTHER, "turned already"),
        (keys(second=OTHER), SECOND, RAISER, "turned already"),
        (keys(settled=True), FIRST, RAISER, "settled already"),
        (keys(), FIRST, RAISER, ""),
        (keys(), SECOND, OTHER, ""),
        (keys(first=RAISER), SECOND, OTHER, ""),
        (keys(second=OTHER), FIRST, RAISER, ""),
    ],
)
def test_who_may_turn_which_key(sheet: Keys, key: int, who: int, sentence: str) -> None:
    verdict = may_turn(sheet, key, who)
    assert sentence in said(verdict).replace("has been turned", "turned")
    assert bool(verdict) is not bool(sentence)


def test_a_settled_close_out_cannot_be_refused() -> None:
    assert "settled already" in said(may_refuse(keys(settled=True)))
    assert may_refuse(keys(first=RAISER))


@pytest.mark.parametrize(
    ("kept", "late", "today", "sentence"),
    [
        (29, 0, LAST, "watched until"),
        (0, 0, LAST, "watched until"),
        (29, 0, LAST + timedelta(days=1), ""),
        (27, 3, LAST, ""),
    ],
)
def test_the_watch_comes_first(kept: int, late: int, today: date, sentence: str) -> None:
    assert sentence in said(may_ask(promise(kept, late), [], today))


def test_open_work_comes_first() -> None:
    verdict = may_ask(None, [3, 5], LAST)
    assert verdict.because is not None
    assert verdict.because.n == 2
    assert may_ask(None, [], LAST)


@pytest.mark.parametrize(
    ("held", "nature", "may"),
    [
        (Standing.OWNERS_COMMITTEE, Nature.SELF_GOVERNANCE, False),
        (Standing.OWNERS_COMMITTEE, Nature.PUBLIC_ORDER, False),
        (Standing.OWNERS_COMMITTEE, None, False),
        (Standing.OWNERS_COMMITTEE, Nature.OWNERS_GENERAL, True),
        (Standing.COMMITTEE, Nature.SELF_GOVERNANCE, True),
        (Standing.COMMITTEE, Nature.OWNERS_GENERAL, True),
    ],
)
def test_the_owners_committee_signs_on_owners_matters_alone(
    held: Standing, nature: Nature | None, may: bool
) -> None:
    assert bool(may_answer_for(held, nature)) is may
