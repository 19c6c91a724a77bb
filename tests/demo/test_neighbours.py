"""The demo's buttons for those whom nobody plays: they vote and key, in a demo and nowhere else."""

from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from civic.decide import acts
from civic.decide.tables import Ballot, RollEntry, Sheet
from civic.propose.rules import Nature
from civic.store.engine import Database
from civic.store.tables import Community
from tests.cast import Cast, gather
from tests.decide.stage import Stage, at, build_estate, notify, seat_representatives, to_the_outcome
from tests.demo.test_clock import visitor
from tests.web import Browser

BALLOTS, SHEETS = "/demo/votes/1/ballots", "/demo/votes/1/sheets"


def made_demo(cast: Cast) -> Cast:
    with Session(cast.workshop.database.writer) as session:
        session.get_one(Community, cast.community_id).demo = True
        session.commit()
    return cast


@pytest.fixture
def meeting(database: Database) -> Stage:
    """67 on the roll, the vote open."""
    cast = made_demo(gather(database))
    seat_representatives(cast, 7, 60)
    stage = to_the_outcome(cast)
    notify(stage)
    stage.go(at(4, 18, 15))
    return stage


@pytest.fixture
def paper(database: Database) -> Stage:
    """22 owners with their sheets, the vote open."""
    cast = made_demo(gather(database))
    build_estate(cast, {f"业主{n}": [8_000] for n in range(22)})
    stage = to_the_outcome(cast, Nature.OWNERS_GENERAL, studied=False)
    with cast.acting("刘敏") as work:
        work.get(type(stage.issue), stage.issue_id).building_id = cast.buildings["曙光1号楼"]
    notify(stage, preset="OWN_GENERAL", channel="paper", opens=at(4, 24), closes=at(5, 8, 18))
    stage.go(at(4, 30))
    return stage


def test_the_others_vote_and_the_cast_keeps_its_own(meeting: Stage, tmp_path: Path) -> None:
    one = visitor(meeting.cast, tmp_path, "孙浩")
    one.get("/votes/1").says("演示：让其他代表投票")
    one.post(BALLOTS).says("演示：刚才有 56 人投了票；应投 67 票，已收 56 票。")
    with Session(meeting.cast.workshop.database.reader) as session:
        voted = {
            session.get_one(RollEntry, ballot.roll_entry_id).person_id for ballot in session.query(Ballot)
        }
        yes = session.query(Ballot).filter_by(choice="yes").count()
    assert {meeting.cast.people[name] for name in ("刘敏", "孙浩")}.isdisjoint(voted)
    assert yes > 34
    one.get(f"/issues/{meeting.issue.reference}")
    one.post(BALLOTS).says("演示：刚才有 0 人投了票；应投 67 票，已收 56 票。")


def test_it_is_said_in_english_too(meeting: Stage, tmp_path: Path) -> None:
    one = visitor(meeting.cast, tmp_path)
    one.client.cookies.set("civic-look", "m.auto.en")
    one.get("/votes/1")
    one.post(BALLOTS).says("Demo: 56 neighbours have voted now; 56 of 67 ballots are in.")


def test_two_clerks_key_what_came_in(paper: Stage, tmp_path: Path) -> None:
    with paper.cast.acting("高远") as work:
        acts.key_sheet(work, 1, number=7, choice="no")
    paper.go(at(5, 9))
    one = visitor(paper.cast, tmp_path)
    one.get("/votes/1/sheets").says("演示：让计票员录完其余表决票")
    one.post(SHEETS).says("演示：两位计票员刚才各录完 20 张表决票；应投 22 票，已收 20 票。")
    with Session(paper.cast.workshop.database.reader) as session:
        sheets = session.query(Sheet).all()
    clerks = {paper.cast.people[name] for name in ("林娜", "高远")}
    assert all({sheet.first_clerk_id, sheet.second_clerk_id} == clerks for sheet in sheets)
    with paper.cast.acting("刘敏") as work:
        acts.declare_result(work, 1)


def test_a_real_community_has_no_such_button(meeting: Stage, tmp_path: Path) -> None:
    one = visitor(meeting.cast, tmp_path, movable=False)
    assert "演示：让" not in one.get("/votes/1")
    answer = one.post(BALLOTS, tokens={**one.tokens(), "then": "/gongfu/"})
    assert (answer.status, answer.says("只有本机上的演示社区才能让虚构的邻居投票")) == (409, True)
    with Session(meeting.cast.workshop.database.reader) as session:
        assert session.query(Ballot).count() == 0


def test_another_communitys_vote_is_not_found(meeting: Stage, tmp_path: Path) -> None:
    with Session(meeting.cast.workshop.database.writer) as session:
        session.get_one(Community, meeting.cast.other_id).demo = True
        session.commit()
    other = Browser(visitor(meeting.cast, tmp_path).client, "weiwan")
    other.get("/in")
    assert other.post(BALLOTS, tokens={**other.tokens(), "then": "/weiwan/"}).status == 404
