"""How many it takes, and on what: a table of cases; the same figures as the decision rules name."""

from datetime import date
from typing import Any

import pytest

from civic.decide.rules.presets import _rows
from civic.propose.rules import Nature, Phase
from civic.propose.rules.petition import (
    OWNERS_WAYS,
    RESIDENTS_WAYS,
    Bar,
    Way,
    at_least,
    may_petition,
    may_settle_beside,
    needed,
    ways_of,
)
from civic.web.words import Reader, reading, text_of
from tests.cast import MORNING, ZONE

TODAY = date(2026, 3, 9)


@pytest.mark.parametrize(
    ("of", "num", "den", "takes"),
    [
        (4310, 1, 10, 431),
        (23, 1, 3, 8),
        (24, 1, 3, 8),
        (25, 1, 3, 9),
        (10, 1, 10, 1),
        (1, 1, 3, 1),
        (0, 1, 3, 0),
    ],
)
def test_the_bound_itself_is_enough(of: int, num: int, den: int, takes: int) -> None:
    assert needed(of, num, den) == takes
    assert takes * den >= of * num
    assert not takes or (takes - 1) * den < of * num


def test_the_sentence_names_both_ways() -> None:
    bars = [Bar(Way.RESIDENT, 4310, 431), Bar(Way.REPRESENTATIVE, 23, 8), Bar(Way.OWNER, 0, 0)]
    with reading(Reader("en", ZONE, MORNING)):
        assert text_of(at_least(bars)) == "431 of 4,310 residents, or 8 of 23 representatives"


def test_of_nobody_nothing_is_reached() -> None:
    assert not Bar(Way.OWNER, 0, 0, 0).reached
    assert not Bar(Way.RESIDENT, 20, 2, 1).reached
    assert Bar(Way.RESIDENT, 20, 2, 2).reached


@pytest.mark.parametrize("preset", ["RES_MEETING_PERSON", "VIL_MEETING_PERSON"])
def test_the_shares_are_those_of_the_decision_rules(preset: str) -> None:
    call = str(raw(preset)["call"])
    for (_way, num, den), who in zip(RESIDENTS_WAYS, call.split(" or "), strict=True):
        assert who.startswith(f">={num}/{den} ")


def test_owners_as_the_decision_rules_say() -> None:
    ((_way, num, den),) = OWNERS_WAYS
    assert raw("OWN_CALL")["p"] == {"head": f">={num}/{den}"}
    assert Way.OWNER in {way for way, *_ in ways_of(Nature.OWNERS_SPECIAL)}
    assert Way.OWNER not in {way for way, *_ in ways_of(None)}


def raw(preset: str) -> dict[str, Any]:
    return _rows()[preset]


@pytest.mark.parametrize(
    ("phase", "nature", "category", "running", "again", "reason"),
    [
        (Phase.SUBMITTED, None, "repairs", False, None, None),
        (Phase.VERIFIED, Nature.PUBLIC_ORDER, "traffic", False, None, None),
        (Phase.DECLINED, Nature.SELF_GOVERNANCE, "repairs", False, None, None),
        (Phase.DECLINED, None, "repairs", False, TODAY, None),
        (Phase.TOPIC, None, "repairs", False, None, "moved on"),
        (Phase.MERGED, None, "repairs", False, None, "moved on"),
        (Phase.VERIFIED, Nature.DISPUTE, "repairs", False, None, "quarrel"),
        (Phase.VERIFIED, Nature.PRIVATE_SERVICE, "repairs", False, None, "service"),
        (Phase.SUBMITTED, None, "disputes", False, None, "may be a private"),
        (Phase.VERIFIED, Nature.SELF_GOVERNANCE, "disputes", False, None, None),
        (Phase.SUBMITTED, None, "repairs", True, None, "runs already"),
        (Phase.DECLINED, None, "repairs", False, date(2026, 3, 10), "fell short"),
    ],
)
def test_on_what_a_petition_may_begin(
    phase: Phase, nature: Nature | None, category: str, running: bool, again: date | None, reason: str | None
) -> None:
    verdict = may_petition(phase, nature, category, running=running, again_on=again, today=TODAY)
    assert bool(verdict) == (reason is None)
    assert reason is None or (verdict.because and reason in verdict.because.text)


@pytest.mark.parametrize(
    ("step", "until", "may"),
    [
        ("merge", None, True),
        ("merge", TODAY, False),
        ("handle", date(2026, 3, 8), True),
        ("route", TODAY, False),
        ("accept", TODAY, True),
        ("decline", TODAY, True),
    ],
)
def test_what_the_committee_may_do_meanwhile(step: str, until: date | None, may: bool) -> None:
    assert bool(may_settle_beside(step, until, TODAY)) == may
