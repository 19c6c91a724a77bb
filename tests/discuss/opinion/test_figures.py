"""The statistics of the opinion map: published vectors, and tables worked out by hand."""

from fractions import Fraction

import pytest

from civic.discuss.rules.opinion.asking import META, WHOLE, drawn, priority
from civic.discuss.rules.opinion.consensus import across_groups, consensus
from civic.discuss.rules.opinion.figures import (
    Tally,
    group_informed,
    ratio,
    share,
    share_test,
    stretch,
    two_shares_test,
)
from civic.discuss.rules.opinion.representing import Representative, representatives, standing


def test_f8_one_share() -> None:
    assert share_test(50, 53) == pytest.approx(6.53197, abs=5e-6)
    assert Fraction(share(50, 53)).limit_denominator(100) == Fraction(51, 55)


def test_f8_no_votes_give_z_of_one() -> None:
    assert share_test(0, 0) == 1.0


def test_f8_two_shares() -> None:
    assert two_shares_test(9, 5, 10, 20) == pytest.approx(3.34974, abs=5e-6)
    assert ratio(9, 5, 10, 20) == pytest.approx(3.05556, abs=5e-6)


def test_f8_consensus_across_groups() -> None:
    assert group_informed([Tally(9, 1, 10), Tally(5, 15, 20)]) == pytest.approx(0.22727, abs=5e-6)


def test_f8_projection_factor() -> None:
    assert stretch(150, 10) == pytest.approx(3.87298, abs=5e-6)


@pytest.mark.parametrize(
    ("count", "votes", "z"),
    [
        (0, 3, -1.0),  # 2·2·(1/4 - 1/2)
        (1, 3, 0.0),
        (2, 3, 1.0),
        (3, 3, 2.0),
        (8, 8, 3.0),
        (15, 15, 4.0),
    ],
)
def test_one_share_against_a_half(count: int, votes: int, z: float) -> None:
    assert share_test(count, votes) == pytest.approx(z)


@pytest.mark.parametrize(
    ("inside", "outside", "z"),
    [
        ((0, 0), (0, 0), 0.0),  # the pool is 1
        ((5, 5), (9, 9), 0.0),  # everybody agrees: the pool is 1
        ((4, 9), (4, 9), 0.0),
        ((1, 3), (0, 3), 0.7302967),  # 1/4 over sqrt(3/8 · 5/8 · 1/2)
        ((0, 3), (1, 3), -0.7302967),
    ],
)
def test_a_share_against_all_others(inside: tuple[int, int], outside: tuple[int, int], z: float) -> None:
    found = two_shares_test(inside[0], outside[0], inside[1], outside[1])
    assert found == pytest.approx(z, abs=1e-6)


def test_the_direction_is_the_larger_test() -> None:
    for_it = standing("1", Tally(9, 1, 10), Tally(5, 15, 20))
    assert for_it.side == "agree"
    assert for_it.sufficient
    assert standing("1", Tally(1, 9, 10), Tally(15, 5, 20)).side == "disagree"
    assert standing("1", Tally(5, 5, 10), Tally(10, 10, 20)).side == "disagree"  # a tie


def test_agrees_come_before_disagrees_and_five_are_enough() -> None:
    mine = {str(n): Tally(0, 20, 20) for n in range(1, 6)} | {"6": Tally(15, 0, 20), "7": Tally(20, 0, 20)}
    theirs = {str(n): Tally(20, 0, 20) for n in range(1, 6)} | {"6": Tally(0, 20, 20), "7": Tally(0, 20, 20)}
    found = representatives(mine, theirs)
    # 6 is significant, but five others rank higher.
    assert [(each.statement, each.side, each.count) for each in found] == [
        ("7", "agree", 20),
        ("1", "disagree", 20),
        ("2", "disagree", 20),
        ("3", "disagree", 20),
        ("4", "disagree", 20),
    ]


def test_the_best_agree_stays_though_its_rank_is_low() -> None:
    mine = {str(n): Tally(0, 20, 20) for n in range(1, 8)} | {"8": Tally(14, 6, 20)}
    theirs = {str(n): Tally(20, 0, 20) for n in range(1, 8)} | {"8": Tally(2, 18, 20)}
    found = representatives(mine, theirs)
    assert found[0] == Representative("8", "agree", 14, 20)
    assert len(found) == 5


@pytest.mark.parametrize(
    ("mine", "chosen"),
    [
        ({"1": Tally(0, 0, 0)}, Representative("1", "disagree", 0, 0)),  # one at least, whatever it is
        ({"1": Tally(2, 2, 4), "2": Tally(1, 3, 4)}, Representative("2", "disagree", 3, 4)),
        ({"1": Tally(2, 2, 4), "2": Tally(4, 0, 4)}, Representative("2", "agree", 4, 4)),
    ],
)
def test_one_at_least_speaks_for_a_group(mine: dict[str, Tally], chosen: Representative) -> None:
    assert representatives(mine, {name: Tally(2, 2, 4) for name in mine}) == (chosen,)


def test_passes_alone_never_speak_for_a_group() -> None:
    # Both tests of an answer that nobody gave are below zero, so their product ranks above nothing.
    mine = {"1": Tally(4, 0, 4), "2": Tally(0, 0, 100)}
    theirs = {"1": Tally(3, 0, 3), "2": Tally(100, 0, 100)}
    assert representatives(mine, theirs) == (Representative("1", "agree", 4, 4),)


def test_consensus_is_above_a_half_significant_and_ranked() -> None:
    found = consensus(
        {
            "all": Tally(20, 0, 20),
            "most": Tally(16, 4, 20),
            "half": Tally(10, 10, 20),
            "few": Tally(1, 0, 1),  # z = 2·sqrt(2)·(2/2 - 1/2) = 1.41: enough, by the quirk of the + 1
            "none": Tally(0, 0, 0),  # z = 1: not enough
            "against": Tally(2, 18, 20),
            "passed": Tally(0, 0, 20),
        }
    )
    assert [(each.statement, each.count, each.votes) for each in found.agree] == [
        ("all", 20, 20),
        ("most", 16, 20),
        ("few", 1, 1),
    ]
    assert [each.statement for each in found.disagree] == ["against"]


def test_five_statements_of_consensus_at_most() -> None:
    found = consensus({str(n): Tally(20 + n, 0, 20 + n) for n in range(9)})
    assert [each.statement for each in found.agree] == ["8", "7", "6", "5", "4"]


def test_what_every_group_agrees_with_comes_first() -> None:
    one = {"split": Tally(10, 0, 10), "shared": Tally(8, 2, 10)}
    other = {"split": Tally(0, 10, 10), "shared": Tally(8, 2, 10)}
    found = across_groups([one, other])
    assert [(each.statement, each.shared) for each in found] == [("shared", True), ("split", False)]
    assert found[0].value == pytest.approx(9 / 12 * 9 / 12)
    assert across_groups([]) == ()


@pytest.mark.parametrize(
    ("tally", "extremity", "value"),
    [
        (Tally(0, 0, 0), 0.0, (0.5 * 0.5 * 9) ** 2),
        (Tally(5, 0, 5), 0.0, (6 / 7 * 6 / 7 * 5) ** 2),
        (Tally(5, 0, 5), 1.0, (6 / 7 * 2 * 6 / 7 * 5) ** 2),
        (Tally(0, 0, 10), 0.0, (1 / 12 * 1 / 12 * 3) ** 2),  # ten passes
    ],
)
def test_what_is_asked_next(tally: Tally, extremity: float, value: float) -> None:
    assert priority(tally, extremity) == pytest.approx(value)


def test_statements_about_the_talk_itself_keep_their_place() -> None:
    assert priority(Tally(90, 0, 90), 3.0, meta=True) == META == 49


@pytest.mark.parametrize(
    ("chance", "statement"),
    [(0, "a"), (WHOLE // 4 - 4096, "a"), (WHOLE // 4, "b"), (WHOLE - 1, "b"), (WHOLE, "a")],
)
def test_the_next_statement_is_drawn_by_priority(chance: int, statement: str) -> None:
    assert drawn({"a": 1.0, "b": 3.0}, chance) == statement


def test_who_has_answered_all_is_asked_nothing() -> None:
    assert drawn({}, 5) is None
