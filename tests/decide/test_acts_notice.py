"""Giving notice: who may decide comes first, then what has to be done before, then the days."""

from datetime import date

import pytest

from civic.core.errors import NotAllowed, NotFound, Refusal
from civic.decide import acts
from civic.decide.queries.votes import frozen_terms
from civic.decide.rules.kinds import Effect
from civic.decide.tables import RollEntry
from civic.propose.rules import Nature
from civic.store.engine import Database
from civic.store.tables import Community
from tests.cast import Cast, gather
from tests.decide.stage import Stage, at, build_estate, notify, seat_representatives, study, to_the_outcome


@pytest.fixture
def cast_(database: Database) -> Cast:
    return gather(database)


def refused(stage: Stage, sentence: str, kind: type[Refusal] = Refusal, **how: object) -> Refusal:
    with pytest.raises(kind) as no:
        notify(stage, **how)  # type: ignore[arg-type]
    assert type(no.value) is kind
    assert sentence in no.value.because.text
    return no.value


def test_a_matter_of_public_order_gets_an_opinion_and_nothing_more(cast_: Cast) -> None:
    stage = to_the_outcome(cast_)
    notify(stage)
    assert frozen_terms(stage.vote).effect is Effect.OPINION
    assert stage.issue.phase == "deciding"


def test_owners_cannot_decide_public_order(cast_: Cast) -> None:
    stage = to_the_outcome(cast_)
    refused(stage, "This body may not decide this matter", preset="OWN_GENERAL", channel="paper")


def test_a_matter_of_all_residents_is_bound_by_its_vote(cast_: Cast) -> None:
    stage = to_the_outcome(cast_, Nature.SELF_GOVERNANCE)
    notify(stage)
    assert frozen_terms(stage.vote).effect is Effect.BINDING


def test_too_early_names_the_first_possible_day(cast_: Cast) -> None:
    stage = to_the_outcome(cast_)
    no = refused(stage, "Too early", opens=at(4, 15, 9), closes=at(4, 15, 11))
    assert no.because.params == {"days": 7, "day": date(2026, 4, 16)}
    notify(stage, opens=at(4, 16, 9), closes=at(4, 16, 11))


def test_no_notice_without_the_party_study(cast_: Cast) -> None:
    stage = to_the_outcome(cast_, studied=False)
    refused(stage, "The Party committee has to study the outcome first")
    study(stage, agreed=False)
    refused(stage, "did not agree")
    study(stage)
    notify(stage)


def test_no_notice_while_comments_are_taken(cast_: Cast) -> None:
    stage = to_the_outcome(cast_)
    stage.cast.clock.set(at(4, 6))
    refused(stage, "Comments on the outcome are taken until")


def test_representatives_need_their_authority(cast_: Cast) -> None:
    stage = to_the_outcome(cast_)
    with cast_.acting("刘敏") as work:
        work.session.get_one(Community, work.community.id).res_rep_authority = ""
    refused(stage, "Representatives decide only what the full meeting has authorised")


def test_owners_vote_on_paper_here(cast_: Cast) -> None:
    stage = to_the_outcome(cast_, Nature.OWNERS_GENERAL)
    refused(stage, "Owners here vote online only", preset="OWN_GENERAL", opens=at(5, 1), closes=at(5, 9))


def test_it_closes_after_it_opens(cast_: Cast) -> None:
    stage = to_the_outcome(cast_)
    refused(stage, "Voting has to close after it opens", opens=at(4, 18, 16), closes=at(4, 18, 16))


@pytest.mark.parametrize("name", ["赵玉梅", "周建", "林娜", "陈书"])
def test_only_committees_give_notice(cast_: Cast, name: str) -> None:
    stage = to_the_outcome(cast_)
    refused(stage, "This is for others", NotAllowed, by=name)


def test_another_community_does_not_see_the_issue(cast_: Cast) -> None:
    stage = to_the_outcome(cast_)
    with pytest.raises(NotFound):
        notify(stage, by="维托")


def test_the_roll_of_representatives_carries_offices_and_no_names(cast_: Cast) -> None:
    seat_representatives(cast_, 2, 3)
    stage = to_the_outcome(cast_)
    notify(stage)
    rows = roll(stage)
    assert [(r.number, r.office, r.heads) for r in rows] == [
        (1, "committee", 1), (2, "committee", 1), (3, "representative", 1), (4, "representative", 1),
        (5, "representative", 1),
    ]  # fmt: skip
    assert {r.label for r in rows} == {"", "1号楼", "2号楼"}


def test_the_roll_of_owners_is_that_of_the_estate(cast_: Cast) -> None:
    build_estate(cast_, {"甲": [8000], "开发商": [9000, 9100, 9200], "乙": [7000, 7050]})
    stage = to_the_outcome(cast_, Nature.OWNERS_GENERAL, studied=False)
    with cast_.acting("刘敏") as work:
        issue = work.get(type(stage.issue), stage.issue_id)
        issue.building_id = cast_.buildings["曙光1号楼"]
    notify(stage, preset="OWN_GENERAL", channel="paper", opens=at(4, 24), closes=at(5, 8))
    assert [(r.heads, r.units, r.area_hundredths) for r in roll(stage)] == [
        (1, 2, 14_050), (1, 1, 8_000), (1, 3, 27_300)
    ]  # fmt: skip
    assert roll(stage)[0].label == "曙光1号楼 乙0, 乙1"


def roll(stage: Stage) -> list[RollEntry]:
    from sqlalchemy import select

    with stage.cast.acting("刘敏", write=False) as work:
        return list(
            work.session.scalars(
                select(RollEntry).where(RollEntry.vote_id == stage.vote_id).order_by(RollEntry.number)
            )
        )


def test_natures_without_a_vote_say_who_acts(cast_: Cast) -> None:
    stage = to_the_outcome(cast_)
    with cast_.acting("刘敏") as work:
        issue = work.get(type(stage.issue), stage.issue_id)
        issue.nature = Nature.DISPUTE.value
        verdict = acts.may_call_vote_on(work, issue)
    assert verdict.because is not None
    assert "mediated in private" in verdict.because.text
