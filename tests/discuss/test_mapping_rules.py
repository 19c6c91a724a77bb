"""Statements that are the same, days that fit, when a picture is due, numbers by lot."""

from datetime import UTC, date, datetime, timedelta

import pytest

from civic.discuss.rules.mapping import days_fit, seeds_hold
from civic.discuss.rules.opinion import counted, draw_map, earlier_of, figured, personal, pictured
from civic.discuss.rules.picture import ENOUGH_PEOPLE, draw_at, numbered_anew
from civic.discuss.rules.statements import State, is_new, may_look_over, may_suggest, plain_words
from tests.discuss.opinion.crowd import PLANTED, two_groups

NOW = datetime(2026, 3, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("早市要留下。", "早市，要留下！"),
        ("Keep IT", "keep it"),
        ("ＡＢＣ　１２", "abc12"),
        ("①号楼", "1号楼"),
        ("Straße", "STRASSE"),
    ],
)
def test_the_same_words(one: str, other: str) -> None:
    assert plain_words(one) == plain_words(other)


@pytest.mark.parametrize(
    ("texts", "why"),
    [
        (["甲", "乙"], "Please write"),
        ([str(n) for n in range(21)], "Please write"),
        (["甲", "乙", "？！"], "has no words"),
        (["甲", "乙", "丙" * 141], "longer than"),
        (["甲", "乙", "甲。"], "are the same"),
        (["甲", "乙", "丙" * 140], None),
    ],
)
def test_what_the_first_statements_must_be(texts: list[str], why: str | None) -> None:
    because = seeds_hold(texts).because
    assert (because is None) if why is None else (because is not None and why in because.text)


@pytest.mark.parametrize(("days", "fits"), [(2, False), (3, True), (60, True), (61, False), (-1, False)])
def test_how_long_a_map_is_open(days: int, fits: bool) -> None:
    assert bool(days_fit(date(2026, 3, 2) + timedelta(days), date(2026, 3, 2))) == fits


@pytest.mark.parametrize(
    ("known", "why"),
    [(None, None), (State.SHOWN, "said this"), (State.WAITING, "said this"), (State.LEFT_OUT, "left out")],
)
def test_nobody_says_it_twice(known: State | None, why: str | None) -> None:
    because = is_new("早市", known).because
    assert (because is None) if why is None else (because is not None and why in because.text)
    assert not is_new("…", None)


def test_five_suggestions_a_person() -> None:
    assert may_suggest(closed=False, given=4)
    assert not may_suggest(closed=False, given=5)
    assert not may_suggest(closed=True, given=0)


def look(**other: object) -> bool:
    given = {"closed": False, "own": False, "state": State.WAITING, "shown": True, "reason": "", **other}
    return bool(may_look_over(**given))  # type: ignore[arg-type]


def test_a_look_is_somebody_elses_and_a_reason_is_given() -> None:
    assert look()
    assert look(shown=False, reason="点名")
    assert look(state=State.LEFT_OUT)
    assert not look(shown=False)
    assert not look(own=True)
    assert not look(closed=True)
    assert not look(state=State.SHOWN)


def test_a_picture_needs_fifteen_and_then_five_and_five_minutes() -> None:
    later = NOW + timedelta(minutes=3)
    assert draw_at(None, NOW, 14) is None
    assert draw_at(None, NOW, 15) == NOW
    assert draw_at(NOW, later, ENOUGH_PEOPLE - 1) is None
    assert draw_at(NOW, later, ENOUGH_PEOPLE) == NOW + timedelta(minutes=5)
    assert draw_at(NOW, NOW + timedelta(hours=1), ENOUGH_PEOPLE) == NOW + timedelta(hours=1)


def test_numbers_in_a_file_are_drawn_anew() -> None:
    votes = two_groups(unseen=0.0)
    one, two = numbered_anew(votes, b"one"), numbered_anew(votes, b"two")
    assert one != two
    assert {who for who, _, _ in one} == {str(n) for n in range(1, 61)}
    assert len(one) == len(votes)
    again = {(who, what): int(vote) for who, what, vote in two}
    assert figured(draw_map(again, seed="s")) == figured(draw_map(votes, seed="s"))


def test_what_is_kept_of_a_picture() -> None:
    votes = two_groups()
    found = draw_map(votes, seed="s")
    shown, kept = pictured(found), personal(found)
    assert {each["statement"] for each in shown["common"]} >= set(PLANTED)
    assert shown["differing"]
    assert not {each["statement"] for each in shown["differing"]} & set(PLANTED)
    assert "p1" not in str(shown)
    assert shown["dots"] == sorted(shown["dots"])
    assert all(0 <= x <= 1000 and 0 <= y <= 640 for x, y, _ in shown["dots"])
    assert earlier_of(kept) == found.later
    assert earlier_of(None) is None
    plain = counted(votes, frozenset({"4"}))
    assert plain["participants"] == 60
    assert "4" not in plain["tallies"]
    assert {each["statement"] for each in plain["consensus"]["agree"][:3]} == set(PLANTED)
