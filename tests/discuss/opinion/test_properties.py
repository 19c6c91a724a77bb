"""What holds for any votes whatever."""

import json
from math import sqrt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from civic.commands.map_words import as_json
from civic.discuss.rules.opinion import Tally, draw_map, figured
from civic.discuss.rules.opinion.figures import share_test, two_shares_test
from civic.discuss.rules.opinion.people import in_order
from tests.discuss.opinion import naive
from tests.discuss.opinion.crowd import Given, coin_tosses, two_groups

FEW = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def any_votes(draw: st.DrawFn) -> Given:
    """Planted, tossed or arbitrary votes of a small crowd."""
    kind = draw(st.sampled_from(["planted", "tossed", "any"]))
    people, statements = draw(st.integers(1, 120)), draw(st.integers(1, 14))
    seed, unseen = draw(st.integers(0, 10**6)), draw(st.sampled_from([0.0, 0.3, 0.8]))
    if kind == "planted":
        return two_groups(people, statements, seed, unseen)
    if kind == "tossed":
        return coin_tosses(people, statements, seed, unseen)
    names = st.tuples(st.sampled_from(["a", "b", "c", "10", "9", "人"]), st.sampled_from(["x", "1", "02"]))
    return draw(st.dictionaries(names, st.sampled_from([1, -1, 0])))


def printed(votes: Given) -> str:
    return json.dumps(as_json(draw_map(votes)))


@FEW
@given(any_votes(), st.randoms(use_true_random=False))
def test_the_order_of_the_votes_plays_no_part(votes: Given, chance: object) -> None:
    shuffled = list(votes.items())
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert printed(dict(shuffled)) == printed(votes) == printed(votes)


@FEW
@given(any_votes())
def test_a_map_adds_up(votes: Given) -> None:
    found = draw_map(votes)
    assert found.clustered <= found.participants == len({who for who, _ in votes})
    one, two = (list(axis.values()) for axis in found.axes)
    for axis in (one, two):
        assert sum(x * x for x in axis) == pytest.approx(1) or not any(axis)
    assert sum(x * y for x, y in zip(one, two, strict=True)) == pytest.approx(0, abs=1e-9)
    assert (found.groups is None) == (found.unclear is not None)
    if found.stability is not None:
        assert -1 <= found.stability <= 1
    if found.groups is None:
        return
    assert len(found.groups) == found.k
    sizes = [group.members for group in found.groups]
    assert sizes == sorted(sizes, reverse=True)
    assert sum(sizes) == found.clustered == len(found.group_of)
    assert min(sizes) >= max(5, found.clustered / 20)
    for group in found.groups:
        assert 1 <= len(group.representative) <= 5
        sides = [each.side for each in group.representative]
        assert sides == sorted(sides)
        for each in group.representative:
            tally = group.tallies[each.statement]
            assert each.votes == tally.votes <= group.members
            assert each.count == (tally.agrees if each.side == "agree" else tally.disagrees)


@FEW
@given(any_votes())
def test_who_says_the_opposite_gets_the_opposite(votes: Given) -> None:
    found, turned = draw_map(votes), draw_map({key: -vote for key, vote in votes.items()})
    assert found.consensus.agree == turned.consensus.disagree
    assert found.consensus.disagree == turned.consensus.agree
    assert found.clustered == turned.clustered


@FEW
@given(any_votes())
def test_new_names_change_nothing(votes: Given) -> None:
    statements = in_order(what for _, what in votes)
    renamed = {what: f"{at:03}" for at, what in enumerate(statements)}
    found = as_json(draw_map(votes))
    other = as_json(draw_map({(who, renamed[what]): vote for (who, what), vote in votes.items()}))
    for axis, again in zip(found["axes"], other["axes"], strict=True):
        assert list(axis.values()) == list(again.values())
    assert (found["k"], found["silhouette"]) == (other["k"], other["silhouette"])


@FEW
@given(any_votes(), st.randoms(use_true_random=False))
def test_however_people_are_numbered_the_map_is_the_same(votes: Given, chance: object) -> None:
    people = sorted({who for who, _ in votes})
    numbers = list(range(1, len(people) + 1))
    chance.shuffle(numbers)  # type: ignore[attr-defined]
    number = {who: str(at) for who, at in zip(people, numbers, strict=True)}
    again = draw_map({(number[who], what): vote for (who, what), vote in votes.items()})
    assert figured(again) == figured(draw_map(votes))


counts = st.tuples(st.integers(0, 400), st.integers(0, 400)).map(sorted)


@given(counts, counts)
def test_two_shares_are_far_apart_the_same_either_way(one: list[int], other: list[int]) -> None:
    (a, s), (b, t) = one, other
    assert two_shares_test(a, b, s, t) == pytest.approx(-two_shares_test(b, a, t, s))
    assert abs(share_test(a, s)) <= sqrt(s + 1) + 1e-9


@given(counts, counts)
def test_the_statistics_are_those_of_decimals(one: list[int], other: list[int]) -> None:
    (a, s), (b, t) = one, other
    _, z, _, rz = naive._figures((a, 0, s), (b, 0, t), 0)
    assert share_test(a, s) == pytest.approx(float(z), abs=1e-9)
    assert two_shares_test(a, b, s, t) == pytest.approx(float(rz), abs=1e-9)


labels = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=2, max_size=40)


@given(labels)
def test_the_adjusted_rand_is_that_of_all_pairs(met: list[tuple[int, int]]) -> None:
    import numpy as np

    from civic.discuss.rules.opinion.stability import adjusted_rand

    one, other = [a for a, _ in met], [b for _, b in met]
    found = adjusted_rand(np.array(one), np.array(other))
    assert found == pytest.approx(naive.adjusted_rand(one, other))
    assert adjusted_rand(np.array(one), np.array(one)) == 1


@given(st.lists(st.sampled_from(["10", "9", "09", "a", "1", "100000000000000000000", "b2", "七"])))
def test_numbers_stand_by_their_size(names: list[str]) -> None:
    right = ["1", "09", "9", "10", "100000000000000000000", "a", "b2", "七"]
    assert in_order(names) == [name for name in right if name in names]


def test_a_tally_adds_up() -> None:
    assert Tally(1, 2, 4) + Tally(3, 0, 3) == Tally(4, 2, 7)
    assert Tally(1, 2, 4).passes == 1
