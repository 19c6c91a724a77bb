"""The count under the terms: every fixture and story of the house, refusals first."""

from dataclasses import replace

import pytest

from civic.core.amount import Area
from civic.core.message import Message, say
from civic.core.share import Share
from civic.decide.rules.assess import Assessment, evaluate
from civic.decide.rules.kinds import Base, Choice, Counter, Effect, Outcome
from civic.decide.rules.presets import for_vote
from civic.decide.rules.tally import Count, Counts, PlainBallot, count_ballots
from civic.decide.rules.terms import Terms

GENERAL, SPECIAL, REPS = for_vote("OWN_GENERAL"), for_vote("OWN_SPECIAL"), for_vote("RES_REP")
CASE_A = {Counter.HEAD: Count(67, 49, 4, 3, present=56)}
CASE_B = {
    Counter.HEAD: Count(209, 118, 28, 12, invalid=3),
    Counter.AREA: Count(1_764_050, 1_004_630, 212_500, 93_110),
}


def english(message: Message) -> str:
    """The sentence as an English reader sees it."""
    filled = {name: english(v) if isinstance(v, Message) else v for name, v in message.params.items()}
    return message.text % filled


def sums(assessment: Assessment) -> list[str]:
    return [english(line) for line in assessment.arithmetic()]


def owners(heads: int, area: int, yes: int, yes_area: int) -> Counts:
    """F2: a roll of 300 persons and 30,000.00 m², with so many taking part and for."""
    return {
        Counter.HEAD: Count(300, yes, heads - yes, 0),
        Counter.AREA: Count(3_000_000, yes_area, area - yes_area, 0),
    }


def test_43_of_67_is_inquorate_and_not_a_rejection() -> None:
    result = evaluate(REPS, {Counter.HEAD: Count(67, 43, 0, 0, present=43)})
    assert result.outcome is Outcome.INQUORATE
    assert sums(result) == ["Due 67, present 43 < 45: inquorate."]
    assert "not a rejection" in english(result.conclusion())


def test_a_tie_is_not_adopted() -> None:
    result = evaluate(REPS, {Counter.HEAD: Count(67, 28, 28, 0, present=56)})
    assert result.outcome is Outcome.REJECTED
    assert sums(result) == ["Due 67, present 56 ≥ 45; for 28 ≤ 28: not passed."]
    assert english(result.conclusion()) == "As many for as against: a tie is not adopted."


def test_a_tie_is_not_adopted_even_where_a_half_is_enough() -> None:
    half = replace(REPS, approval=((Counter.HEAD, Share.parse(">=1/2")),))
    assert evaluate(half, {Counter.HEAD: Count(10, 5, 5, 0, present=10)}).outcome is Outcome.REJECTED


def test_abstentions_brake_a_meeting() -> None:
    result = evaluate(REPS, {Counter.HEAD: Count(67, 20, 0, 36, present=56)})
    assert result.outcome is Outcome.REJECTED
    assert "effect of a vote against" in english(result.abstention())


def test_abstentions_weigh_nothing_where_only_the_decided_count() -> None:
    result = evaluate(replace(REPS, approval_base=Base.DECIDED), {Counter.HEAD: Count(67, 20, 0, 36)})
    assert result.outcome is Outcome.ADOPTED
    assert (result.quorum[0].got, result.approval[0].base) == (56, 20)
    assert "neither for nor against" in english(result.abstention())


def test_nobody_on_the_roll_adopts_nothing() -> None:
    assert evaluate(REPS, {Counter.HEAD: Count(0, 0, 0, 0)}).outcome is Outcome.INQUORATE


def test_more_ballots_than_votes_are_void() -> None:
    result = evaluate(REPS, {Counter.HEAD: Count(67, 60, 8, 0)})
    assert result.outcome is Outcome.VOID
    assert "more ballots" in sums(result)[0].lower()


def test_a_void_vote_says_why() -> None:
    why = say("The urn was open.")
    result = evaluate(REPS, CASE_A, why)
    assert (result.outcome, result.arithmetic()) == (Outcome.VOID, (why,))


def test_case_a_the_morning_market() -> None:
    result = evaluate(REPS, CASE_A)
    assert result.outcome is Outcome.ADOPTED
    assert sums(result) == ["Due 67, present 56 ≥ 45; for 49 > 28: passed."]
    assert (result.quorum[0].percent, result.approval[0].percent) == ("83.58%", "87.50%")
    assert result.approval[0].share.least(56) == 29


def test_an_opinion_binds_nobody() -> None:
    result = evaluate(for_vote("RES_REP", effect=Effect.OPINION), CASE_A)
    assert result.adopted
    assert "does not bind" in english(result.conclusion())


def test_whoever_voted_was_there() -> None:
    assert evaluate(REPS, {Counter.HEAD: Count(67, 50, 0, 0, present=43)}).quorum[0].got == 50


def test_case_b_the_leaning_wall_under_the_rule_for_rebuilding() -> None:
    panel = evaluate(GENERAL, CASE_B).if_rule(SPECIAL)
    assert panel.outcome is Outcome.REJECTED
    assert [english(line) for line in panel.shortfalls] == ["Persons: for 118 < 119, 1 short."]
    assert english(panel.headline) == "Under this rule it would not be adopted."
    assert [check.met for check in panel.approval] == [False, True]


def test_case_b_the_leaning_wall() -> None:
    result = evaluate(GENERAL, CASE_B)
    assert result.outcome is Outcome.ADOPTED
    assert sums(result) == [
        "Persons: 209 in all, 158 took part ≥ 140; for 118 > 79: passed.",
        "Area (m²): 17,640.50 in all, 13,102.40 took part ≥ 11,760.34; for 10,046.30 > 6,551.20: passed.",
    ]
    assert [c.percent for c in (*result.quorum, *result.approval)] == ["75.59%", "74.27%", "74.68%", "76.67%"]
    assert result.arithmetic()[1].params["yes"] == Area(1_004_630)
    assert [english(c.mark_words) for c in result.quorum] == ["must reach 140", "must reach 11,760.34"]
    assert english(result.approval[0].mark_words) == "must pass 79"


def test_case_b_48_papers_that_never_came_back() -> None:
    result = evaluate(GENERAL, CASE_B)
    assert result.counts[Counter.HEAD].unreturned == 48
    other = result.if_silence_followed()
    assert (other.quorum[0].got, other.approval[0].got) == (158 + 48, 118 + 48)
    assert result.outcome is other.outcome is Outcome.ADOPTED


@pytest.mark.parametrize(
    ("terms", "counts", "outcome"),
    [
        (GENERAL, owners(199, 2_000_000, 199, 2_000_000), Outcome.INQUORATE),
        (GENERAL, owners(200, 1_999_999, 200, 1_999_999), Outcome.INQUORATE),
        (GENERAL, owners(200, 2_000_000, 100, 1_000_001), Outcome.REJECTED),
        (GENERAL, owners(200, 2_000_000, 101, 1_000_000), Outcome.REJECTED),
        (GENERAL, owners(200, 2_000_000, 101, 1_000_001), Outcome.ADOPTED),
        (SPECIAL, owners(200, 2_000_000, 150, 1_499_999), Outcome.REJECTED),
        (SPECIAL, owners(200, 2_000_000, 149, 1_500_000), Outcome.REJECTED),
        (SPECIAL, owners(200, 2_000_000, 150, 1_500_000), Outcome.ADOPTED),
    ],
)
def test_f2_the_edges_of_the_double_majority(terms: Terms, counts: Counts, outcome: Outcome) -> None:
    assert evaluate(terms, counts).outcome is outcome


SCOTLAND = {Counter.HEAD: Count(3_747_112, 1_230_937, 1_153_502, 0, invalid=3_133)}


@pytest.mark.parametrize(
    ("base", "share", "outcome", "shown"),
    [
        (Base.ALL, ">=2/5", Outcome.REJECTED, "32.85%"),
        (Base.PARTICIPATING, ">1/2", Outcome.ADOPTED, "51.62%"),
        (Base.DECIDED, ">1/2", Outcome.ADOPTED, "51.62%"),
    ],
)
def test_f1_the_base_matters(base: Base, share: str, outcome: Outcome, shown: str) -> None:
    terms = replace(REPS, quorum=(), approval_base=base, approval=((Counter.HEAD, Share.parse(share)),))
    result = evaluate(terms, SCOTLAND)
    assert (result.outcome, result.approval[0].percent) == (outcome, shown)


def test_f1_the_turnout_counts_invalid_papers() -> None:
    half = ((Counter.HEAD, Share.parse(">=1/2")),)
    result = evaluate(replace(REPS, quorum=half, approval_base=Base.BALLOTS_CAST), SCOTLAND)
    # counting.md rounds 63.717… to 63.72; here percentages are cut.
    assert (result.quorum[0].percent, result.quorum[0].met) == ("63.71%", True)


def shanghai(heads: int) -> Outcome:
    """406 for, 414 against, and one owner of 15 flats who is for (domain 2.3, vector a)."""
    ballots = [PlainBallot(Choice.YES)] * 406 + [PlainBallot(Choice.NO)] * 414
    ballots.append(PlainBallot(Choice.YES, heads=heads))
    counts = count_ballots(ballots, {Counter.HEAD: 900})
    return evaluate(
        replace(GENERAL, quorum=GENERAL.quorum[:1], approval=GENERAL.approval[:1]), counts
    ).outcome


def test_shanghai_one_owner_of_15_flats_is_one_person() -> None:
    assert shanghai(heads=1) is Outcome.REJECTED
    assert shanghai(heads=15) is Outcome.ADOPTED  # the mistake that a court annulled


def test_fuzhou_1672_of_2219_is_a_quorum() -> None:
    result = evaluate(replace(GENERAL, quorum=GENERAL.quorum[:1], approval=GENERAL.approval[:1]),
                      {Counter.HEAD: Count(2219, 1672, 0, 0)})  # fmt: skip
    assert (result.quorum[0].met, result.quorum[0].need, result.quorum[0].percent) == (True, 1480, "75.34%")


@pytest.mark.parametrize(("reps", "residents", "met"), [(19, 430, False), (20, 0, True), (0, 431, True)])
def test_either_group_may_call_for_an_audit(reps: int, residents: int, met: bool) -> None:
    counts = {Counter.REP: Count(60, reps, 0, 0), Counter.RESIDENT: Count(4310, residents, 0, 0)}
    assert evaluate(for_vote("RC_AUDIT_CALL"), counts).adopted is met


@pytest.mark.parametrize(("yes", "returned", "outcome"), [(3, 3, Outcome.INQUORATE), (3, 4, Outcome.REJECTED), (4, 4, Outcome.ADOPTED)])  # fmt: skip
def test_a_home_becomes_a_shop_only_if_all_agree(yes: int, returned: int, outcome: Outcome) -> None:
    counts = {Counter.HEAD: Count(4, yes, returned - yes, 0)}
    assert evaluate(for_vote("OWN_CONVERT"), counts).outcome is outcome


def test_a_residents_meeting_by_households() -> None:
    counts = {Counter.HEAD: Count(1862, 600, 300, 107, present=1007)}
    assert sums(evaluate(for_vote("RES_MEETING_HOUSE"), counts)) == [
        "Due 1862, present 1007 > 931; for 600 > 503: passed."
    ]
