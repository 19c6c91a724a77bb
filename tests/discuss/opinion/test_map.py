"""The opinion map as a whole: what was planted is found, what is not there is not shown."""

import sys

import numpy as np
import pytest

from civic.commands.map_words import as_json
from civic.core.errors import Refusal
from civic.discuss.rules.opinion import (
    WHY_UNCLEAR,
    Earlier,
    OpinionMap,
    Unclear,
    axes,
    draw_map,
    may_draw_map,
)
from civic.discuss.rules.opinion.axes import Matrix
from civic.discuss.rules.opinion.clustering import gather, split
from civic.discuss.rules.opinion.drawing import Fit, why_unclear
from civic.discuss.rules.opinion.lots import numbers
from civic.discuss.rules.opinion.people import by_lot, in_order
from civic.discuss.rules.opinion.stability import stability
from tests.discuss.opinion import naive
from tests.discuss.opinion.crowd import PLANTED, Given, camps, coin_tosses, planted_camps, two_groups


@pytest.mark.parametrize("seed", range(6))
def test_sixty_people_show_their_two_groups_and_what_they_share(seed: int) -> None:
    votes = two_groups(seed=seed)
    found = draw_map(votes)
    assert found.unclear is None
    assert (found.participants, len(found.statements), found.clustered) == (60, 18, 60)
    assert found.k == 2
    assert found.silhouette is not None
    assert found.silhouette > 0.4
    assert found.stability is not None
    assert found.stability > 0.8
    (one, other), (first, second) = camps(dict(found.group_of)), planted_camps(votes)
    assert min(len(one ^ first) + len(other ^ second), len(one ^ second) + len(other ^ first)) <= 4
    assert {each.statement for each in found.consensus.agree[:3]} == set(PLANTED)
    assert {each.statement for each in found.common[:3]} == set(PLANTED)
    assert all(each.shared for each in found.common[:3])


def test_what_speaks_for_a_group_is_what_was_planted_in_it() -> None:
    found = draw_map(two_groups())
    assert found.groups
    assert [group.letter for group in found.groups] == ["A", "B"]
    parity = []
    for group in found.groups:
        liked = {int(each.statement) % 2 for each in group.representative if each.side == "agree"}
        disliked = {int(each.statement) % 2 for each in group.representative if each.side == "disagree"}
        assert not {each.statement for each in group.representative} & set(PLANTED)
        assert len(liked) == 1
        assert not liked & disliked
        parity.append(liked.pop())
    assert sorted(parity) == [0, 1]


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize(("people", "statements", "unseen"), [(60, 18, 0.2), (60, 40, 0.5), (200, 12, 0.0)])
def test_tossed_coins_make_no_groups(people: int, statements: int, unseen: float, seed: int) -> None:
    found = draw_map(coin_tosses(people, statements, seed, unseen))
    assert found.groups is None
    assert found.group_of == {}
    assert found.common == ()
    assert found.unclear in {Unclear.UNSTABLE, Unclear.SMALL}
    assert found.k is not None
    assert as_json(found)["groups"] is None


def only(people: int, vote: int = 1, statements: int = 8) -> Given:
    """So many people who all say the same."""
    return {(f"p{who}", str(what)): vote for who in range(people) for what in range(statements)}


@pytest.mark.parametrize(
    ("votes", "people", "statements", "why"),
    [
        ({}, 0, 0, Unclear.FEW),
        ({("p0", "1"): 1}, 1, 1, Unclear.FEW),
        (only(1), 1, 8, Unclear.FEW),
        (only(14), 14, 8, Unclear.FEW),
        (only(15), 15, 8, Unclear.ALIKE),
        (only(60, 0), 60, 8, Unclear.ALIKE),
        (only(60, -1, 1), 60, 1, Unclear.ALIKE),
        (only(300), 300, 8, Unclear.ALIKE),
        # four of sixty see it otherwise
        (
            only(60) | {(f"p{who}", str(what)): -1 for who in range(4) for what in range(8)},
            60,
            8,
            Unclear.SMALL,
        ),
        # five do, but that is less than one in twenty
        (
            only(101) | {(f"p{who}", str(what)): -1 for who in range(5) for what in range(8)},
            101,
            8,
            Unclear.SMALL,
        ),
    ],
)
def test_what_is_no_map_of_groups(votes: Given, people: int, statements: int, why: Unclear) -> None:
    found = draw_map(votes)
    assert (found.participants, len(found.statements), found.unclear) == (people, statements, why)
    assert found.groups is None
    assert WHY_UNCLEAR[why].text.startswith("No clear groups")


@pytest.mark.parametrize("vote", [1, -1, 0])
def test_where_nobody_differs_there_is_no_axis(vote: int) -> None:
    found = draw_map(only(20, vote))
    assert set(found.axes[0].values()) | set(found.axes[1].values()) == {0.0}
    assert set(found.places.values()) == {(0.0, 0.0)}
    sides = (len(found.consensus.agree), len(found.consensus.disagree))
    assert sides == {1: (5, 0), -1: (0, 5), 0: (0, 0)}[vote]


def test_three_camps_of_one_mind_are_three_groups() -> None:
    votes = {
        (f"p{who}", str(what)): 1 if what % 3 == who % 3 else -1 for who in range(150) for what in range(9)
    }
    found = draw_map(votes)
    assert found.groups
    assert [group.members for group in found.groups] == [50, 50, 50]
    assert found.silhouette == pytest.approx(1)
    assert found.stability == pytest.approx(1)


def test_five_of_a_hundred_are_a_group() -> None:
    votes = only(100) | {(f"p{who}", str(what)): -1 for who in range(5) for what in range(8)}
    found = draw_map(votes)
    assert found.groups
    assert [group.members for group in found.groups] == [95, 5]


def test_who_voted_too_little_is_counted_but_not_grouped() -> None:
    votes = two_groups(unseen=0.0) | {("p60", str(n)): 1 for n in range(1, 7)}
    found = draw_map(votes)
    assert (found.participants, found.clustered) == (61, 60)
    assert "p60" not in found.group_of
    assert "p60" in found.places
    assert found.tallies["1"].votes == 61
    enough = draw_map(votes | {("p60", "7"): 0})
    assert enough.clustered == 61


def test_fewer_than_fifteen_are_topped_up_with_the_most_active() -> None:
    votes = {(f"p{who}", str(what)): (-1) ** what for who in range(20) for what in range(1 + who % 5)}
    votes |= {(f"q{who}", str(what)): -1 for who in range(3) for what in range(10)}
    found = draw_map(votes)
    assert found.later
    # all of q, who answered ten; then those of p who answered five, four, three
    five_to_three = {f"p{who}" for who in range(20) if who % 5 >= 2}
    assert found.later.clustered == {"q0", "q1", "q2"} | five_to_three
    assert found.clustered == 15


def test_once_in_always_in() -> None:
    votes = two_groups(unseen=0.0) | {("p60", str(n)): 1 for n in range(1, 7)}
    earlier = Earlier(2, 2, 1, ((0.0, 0.0), (1.0, 1.0)), frozenset({"p60", "moved away"}))
    found = draw_map(votes, earlier=earlier)
    assert found.clustered == 61
    assert "p60" in found.group_of


def test_another_number_of_groups_is_shown_after_four_drawings() -> None:
    votes, earlier = two_groups(), Earlier(3, 3, 9, (), frozenset())
    shown: list[int | None] = []
    for _ in range(5):
        found = draw_map(votes, earlier=earlier)
        assert found.later
        earlier, shown = found.later, [*shown, found.k]
    assert shown == [3, 3, 3, 2, 2]


def test_what_was_left_out_has_no_weight_and_is_not_shown() -> None:
    votes = two_groups()
    turned = {(who, what): -vote if what in {"1", "4"} else vote for (who, what), vote in votes.items()}
    left_out = frozenset({"1", "4", "nobody voted on this"})
    found, other = draw_map(votes, moderated=left_out), draw_map(turned, moderated=left_out)
    assert as_json(found) == as_json(other)
    assert [axis[what] for axis in found.axes for what in ("1", "4")] == pytest.approx([0] * 4, abs=1e-12)
    assert len(found.statements) == 18
    assert found.groups
    shown = {each.statement for group in found.groups for each in group.representative}
    shown |= {each.statement for each in found.consensus.agree} | {each.statement for each in found.common}
    shown |= set(found.tallies)
    assert not shown & left_out


def test_all_statements_left_out() -> None:
    votes = two_groups()
    found = draw_map(votes, moderated={what for _, what in votes})
    assert (found.unclear, found.tallies, found.consensus.agree) == (Unclear.ALIKE, {}, ())


@pytest.mark.parametrize("seed", range(4))
def test_an_independent_computation_agrees(seed: int) -> None:
    votes = two_groups(people=48, statements=12, seed=seed, unseen=0.15)
    moderated = {"5"} if seed % 2 else set()
    found, slow = draw_map(votes, moderated=moderated), naive.compute(votes, moderated)
    for fast, by_hand in zip(found.axes, slow.axes, strict=True):
        way = 1 if sum(fast[s] * by_hand[s] for s in by_hand) > 0 else -1
        assert dict(fast) == pytest.approx({s: way * value for s, value in by_hand.items()}, abs=1e-6)
    for person, place in slow.places.items():
        assert [abs(x) for x in found.places[person]] == pytest.approx([abs(x) for x in place], abs=1e-5)
    assert found.later
    assert sorted(found.later.clustered) == slow.inside
    assert found.k == slow.k
    assert found.silhouette == pytest.approx(slow.silhouette, abs=1e-6)
    assert camps(dict(found.group_of)) == slow.camps
    assert found.groups
    check_representatives(found)


def check_representatives(found: OpinionMap) -> None:
    """Against decimals and another reading of the paper; equal ranks may stand in either order."""
    assert found.groups
    rows = [
        {name: (t.agrees, t.disagrees, t.votes) for name, t in group.tallies.items()}
        for group in found.groups
    ]
    for at, group in enumerate(found.groups):
        ours = [(each.statement, each.side, each.count, each.votes) for each in group.representative]
        assert ours == naive.representative(rows, at)


@pytest.mark.parametrize("seed", range(12))
def test_what_speaks_for_each_of_several_groups(seed: int) -> None:
    found = draw_map(two_groups(people=90, statements=30, seed=seed, unseen=0.4))
    if found.groups:
        check_representatives(found)


@pytest.mark.parametrize("votes", [two_groups(), coin_tosses(130), two_groups(250, 9, unseen=0.0)])
def test_a_bootstrap_run_is_a_crowd_of_copies(votes: Given) -> None:
    people = by_lot(votes, "s")
    statements = in_order(what for _, what in votes)
    table = axes.matrix(votes, people, statements, frozenset())
    everybody = np.ones(len(people))
    base = gather(axes.places(table, axes.plane(table, everybody)), everybody)
    parted = split(base, 2, "s")
    assert parted is not None
    groups, agreed = parted.of[base.of], []
    for run in range(20):
        lots = numbers("s", f"people of run {run}", len(people))
        copied = sorted(int(lot * len(people)) for lot in lots)
        copies = Matrix(table.given[copied], table.seen[copied])
        everybody = np.ones(len(copied))
        base = gather(axes.places(copies, axes.plane(copies, everybody)), everybody)
        again = split(base, 2, f"s|{run}")
        assert again is not None
        met = dict(zip(copied, again.of[base.of].tolist(), strict=True))
        agreed.append(naive.adjusted_rand([int(groups[who]) for who in met], list(met.values())))
    found = stability(table, np.arange(len(people)), groups, 2, "s")
    assert found == pytest.approx(sum(agreed) / 20)


@pytest.mark.parametrize(
    ("clustered", "silhouette", "sizes", "steady", "why"),
    [
        (14, 0.9, (7, 7), 0.9, Unclear.FEW),
        (15, 0.2499, (8, 7), 0.9, Unclear.ALIKE),
        (15, 0.25, (8, 7), 0.65, None),
        (15, 0.9, (10, 5), 0.9, None),
        (15, 0.9, (11, 4), 0.9, Unclear.SMALL),
        (120, 0.9, (114, 6), 0.9, None),
        (121, 0.9, (115, 6), 0.9, Unclear.SMALL),
        (60, 0.9, (30, 30), 0.6499, Unclear.UNSTABLE),
    ],
)
def test_the_safeguards(
    clustered: int, silhouette: float, sizes: tuple[int, int], steady: float, why: Unclear | None
) -> None:
    fit = Fit(2, 2, silhouette, np.repeat([0, 1], sizes), np.zeros((2, 2)))
    assert why_unclear(clustered, fit, steady) == why


def test_an_axis_points_to_the_first_of_its_greatest_loadings() -> None:
    votes = two_groups(statements=9)
    for found in (draw_map(votes), draw_map({key: -vote for key, vote in votes.items()})):
        for axis in found.axes:
            assert max(axis.values()) == pytest.approx(max(abs(value) for value in axis.values()))


def test_the_seed_is_for_lots_alone() -> None:
    votes = two_groups()
    one, other = draw_map(votes, seed="T-1"), draw_map(votes, seed="T-2")
    assert camps(dict(one.group_of)) == camps(dict(other.group_of))
    assert one.stability != other.stability or one.stability == 1


def test_without_numpy_it_says_how_to_enable_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "numpy", None)
    assert not may_draw_map()
    with pytest.raises(Refusal) as refused:
        draw_map(two_groups())
    assert "pip install 'civic[opinion]'" in str(refused.value.because.params)
