"""F10: what must hold for every count, however the ballots fall."""

from hypothesis import given
from hypothesis import strategies as st

from civic.decide.rules.assess import evaluate
from civic.decide.rules.kinds import Choice, Counter
from civic.decide.rules.presets import for_vote
from civic.decide.rules.tally import PlainBallot, count_ballots

ballots = st.lists(
    st.builds(
        PlainBallot,
        choice=st.sampled_from(Choice),
        heads=st.just(1),
        area=st.integers(1, 30_000),
        valid=st.booleans(),
    ),
    max_size=40,
)
presets = st.sampled_from(["OWN_GENERAL", "OWN_SPECIAL", "RES_REP", "RES_MEETING_HOUSE", "COOP_MEMBERS"])


def roll(cast: list[PlainBallot], absent: int) -> dict[Counter, int]:
    """Everybody who cast a ballot and so many who did not, each of 100.00 m²."""
    return {Counter.HEAD: len(cast) + absent, Counter.AREA: sum(b.area for b in cast) + absent * 10_000}


@given(st.data(), ballots, st.integers(0, 40), presets)
def test_the_order_of_ballots_changes_nothing(
    data: st.DataObject, cast: list[PlainBallot], absent: int, name: str
) -> None:
    shuffled = data.draw(st.permutations(cast))
    due = roll(cast, absent)
    assert count_ballots(cast, due) == count_ballots(shuffled, due)


@given(ballots, st.integers(0, 40), presets, st.integers(2, 7))
def test_weights_times_n_are_the_ballot_n_times(
    cast: list[PlainBallot], absent: int, name: str, n: int
) -> None:
    heavy = [PlainBallot(b.choice, b.heads * n, b.area * n, b.valid) for b in cast]
    due = {counter: n * size for counter, size in roll(cast, absent).items()}
    assert count_ballots(heavy, due) == count_ballots(cast * n, due)
    terms = for_vote(name)
    once = evaluate(terms, count_ballots(cast, roll(cast, absent)))
    assert evaluate(terms, count_ballots(heavy, due)).outcome is once.outcome


@given(ballots, st.integers(0, 40))
def test_piles_add_up_to_the_roll(cast: list[PlainBallot], absent: int) -> None:
    for count in count_ballots(cast, roll(cast, absent)).values():
        piles = count.yes + count.no + count.abstain + count.invalid + count.unreturned
        assert piles == count.entitled


@given(ballots.filter(bool), st.integers(0, 40), presets, st.integers(0, 39))
def test_one_more_yes_never_harms(cast: list[PlainBallot], absent: int, name: str, index: int) -> None:
    turned = list(cast)
    old = turned[index % len(turned)]
    turned[index % len(turned)] = PlainBallot(Choice.YES, old.heads, old.area)
    due, terms = roll(cast, absent), for_vote(name)
    before, after = (evaluate(terms, count_ballots(some, due)) for some in (cast, turned))
    assert after.adopted or not before.adopted


@given(ballots, st.integers(0, 40), presets)
def test_what_passes_the_special_rule_passes_the_general(
    cast: list[PlainBallot], absent: int, name: str
) -> None:
    counts = count_ballots(cast, roll(cast, absent))
    if evaluate(for_vote("OWN_SPECIAL"), counts).adopted:
        assert evaluate(for_vote("OWN_GENERAL"), counts).adopted
