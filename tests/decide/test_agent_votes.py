"""A representative casts an owner's ballot in the owner's name: once, with the receipt, and in no other vote.

Owners vote on paper here (Weifang, art. 32); the channel is set by hand to see what a screen would do.
"""

from datetime import date

import pytest

from civic.core.errors import NotAllowed, Refusal
from civic.decide.acts import cast_ballot, change_ballot
from civic.decide.in_place import may_cast_in_place
from civic.decide.queries.seat import seat_of
from civic.decide.tables import Ballot, Vote
from civic.people.acts.agents import name_agent
from civic.people.rules.agents import Seen
from civic.people.tables import Helped, Office, Person, PersonKind
from civic.propose.rules import Nature
from civic.store.engine import Database
from tests.cast import gather
from tests.decide.stage import Stage, at, build_estate, notify, seat_representatives, to_the_outcome
from tests.people.test_helping_acts import begin, in_browser


def represented(stage: Stage, agent: str) -> str:
    """A browser in which the agent acts for the firm."""
    cast = stage.cast
    with cast.acting("刘敏") as work:
        work.get(Person, cast.people["公司"]).kind = PersonKind.ORGANISATION.value
        seen = Seen("licence", date(2026, 1, 5), date(2026, 12, 31), work.person_id)
        helping = name_agent(work, cast.people["公司"], cast.people[agent], seen).id
    return begin(cast, agent, helping)


@pytest.fixture
def owners(database: Database) -> Stage:
    """The firm and 甲 own in 曙光小区; 甲 acts for the firm and has a vote as well."""
    cast = gather(database)
    build_estate(cast, {"甲": [10_000], "公司": [8_000]})
    stage = to_the_outcome(cast, Nature.OWNERS_GENERAL, studied=False)
    with cast.acting("刘敏") as work:
        work.get(type(stage.issue), stage.issue_id).building_id = cast.buildings["曙光1号楼"]
    notify(stage, preset="OWN_GENERAL", channel="paper", opens=at(4, 24), closes=at(5, 8, 18))
    return stage


def test_on_paper_the_page_says_so(owners: Stage) -> None:
    token = represented(owners, "甲")
    owners.go(at(4, 25))
    with pytest.raises(Refusal, match="held on paper"), in_browser(owners.cast, token) as work:
        cast_ballot(work, owners.vote_id, "yes")


def test_once_for_the_firm_and_once_for_themselves(owners: Stage) -> None:
    cast = owners.cast
    token = represented(owners, "甲")
    with cast.acting("刘敏") as work:
        work.get(Vote, owners.vote_id).channel = "online"
    owners.go(at(4, 25))
    token = represented(owners, "甲")
    with in_browser(cast, token) as work:
        cast_ballot(work, owners.vote_id, "yes")
        assert seat_of(work, owners.vote_id).voted
    with pytest.raises(Refusal, match="already voted"), in_browser(cast, token) as work:
        cast_ballot(work, owners.vote_id, "no")
    with in_browser(cast, token) as work:
        change_ballot(work, owners.vote_id, "no")
    with cast.acting("甲") as work:
        cast_ballot(work, owners.vote_id, "yes")
    with cast.acting("刘敏", write=False) as work:
        choices = sorted(each.choice for each in work.session.query(Ballot).filter_by(vote_id=owners.vote_id))
        assert choices == ["no", "yes"]
        # On record, and nobody has to tell a firm at its door.
        assert all(each.told_at for each in work.session.query(Helped))


def test_who_counts_ballots_casts_none_for_a_firm(owners: Stage) -> None:
    with owners.cast.acting("刘敏") as work:
        work.add(Office(person_id=owners.cast.people["甲"], kind="clerk", from_on=date(2026, 1, 1)))
    token = represented(owners, "甲")
    with in_browser(owners.cast, token, write=False) as work:
        assert not may_cast_in_place(work, owners.vote_id)


def test_among_residents_everybody_votes_for_themselves(database: Database) -> None:
    cast = gather(database)
    build_estate(cast, {"公司": [8_000]})
    seat_representatives(cast, 5, 20)
    stage = to_the_outcome(cast)
    notify(stage)
    with cast.acting("刘敏") as work:
        assert work.get(Vote, stage.vote_id).channel == "online"
    token = represented(stage, "赵玉梅")
    stage.go(at(4, 18, 15))
    with in_browser(cast, token, write=False) as work:
        may = may_cast_in_place(work, stage.vote_id)
    assert may.because is not None
    assert may.because.text == "A guardian or representative votes only where owners vote."
    with pytest.raises(NotAllowed), in_browser(cast, token) as work:
        cast_ballot(work, stage.vote_id, "yes")
