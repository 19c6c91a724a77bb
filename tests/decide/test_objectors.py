"""Who may object to what hangs about a vote; and where a notice leads."""

from pathlib import Path

import pytest

from civic.core.errors import NotAllowed
from civic.notices import acts as notices
from civic.notices.tables import Notice
from civic.propose.rules import Nature
from civic.store.engine import Database
from tests.cast import gather
from tests.decide.stage import Stage, at, build_estate, notify, to_the_outcome
from tests.web import browser


@pytest.fixture
def owners(database: Database) -> Stage:
    """The notice of a vote of the owners of 曙光小区 hangs; 赵玉梅 lives elsewhere."""
    cast = gather(database)
    build_estate(cast, {"甲": [10_000], "乙": [8_000]})
    stage = to_the_outcome(cast, Nature.OWNERS_GENERAL, studied=False)
    with cast.acting("刘敏") as work:
        work.get(type(stage.issue), stage.issue_id).building_id = cast.buildings["曙光1号楼"]
    notify(stage, preset="OWN_GENERAL", channel="paper", opens=at(4, 24), closes=at(5, 8, 18))
    return stage


def hanging(stage: Stage, subject: str = "vote") -> int:
    with stage.cast.acting(None, write=False) as work:
        return work.one(Notice, subject=subject).id


def test_an_owner_of_the_estate_objects(owners: Stage) -> None:
    with owners.cast.acting("甲") as work:
        assert (
            notices.object_to_notice(work, hanging(owners), "名册少了一套").person_id
            == owners.cast.people["甲"]
        )


def test_a_neighbour_of_another_estate_does_not(owners: Stage, tmp_path: Path) -> None:
    with owners.cast.acting("赵玉梅") as work, pytest.raises(NotAllowed) as no:
        notices.object_to_notice(work, hanging(owners), "名册少了一套")
    assert no.value.because.text == "Only owners of %(estate)s may object to this vote of theirs."
    one = browser(owners.cast, "赵玉梅", folder=tmp_path)
    one.get(f"/notices/{hanging(owners)}").says("这是曙光小区业主的表决，异议只能由该小区业主提出。")
    one.client.cookies.set("civic-look", "m.auto.en")
    one.get(f"/notices/{hanging(owners)}").says("Only owners of 曙光小区 may object to this vote of theirs.")


def test_any_neighbour_objects_to_a_vote_of_residents(database: Database) -> None:
    stage = to_the_outcome(gather(database))
    notify(stage)
    with stage.cast.acting("赵玉梅") as work:
        assert notices.object_to_notice(work, hanging(stage), "名册少了一人").id


def test_a_notice_leads_to_its_issue_and_to_the_place_for_comments(
    database: Database, tmp_path: Path
) -> None:
    stage = to_the_outcome(gather(database))
    stage.go(at(4, 1))
    one = browser(stage.cast, "赵玉梅", folder=tmp_path)
    one.get(f"/notices/{hanging(stage, 'outcome')}")
    assert f'<a href="/gongfu/issues/{stage.issue.reference}">' in one.page.text
    assert "说说您的看法" not in one.get(f"/notices/{hanging(stage, 'topic')}"), "its days are over"


def test_while_comments_are_open_a_notice_leads_there(database: Database, tmp_path: Path) -> None:
    stage = to_the_outcome(gather(database), studied=False)
    with stage.cast.acting(None, write=False) as work:
        notice = work.one(Notice, subject="outcome")
    assert notice.comments_until_on is not None
    stage.cast.clock.set(at(notice.comments_until_on.month, notice.comments_until_on.day, 20))
    one = browser(stage.cast, "赵玉梅", folder=tmp_path)
    one.get(f"/notices/{notice.id}").says("说说您的看法，4月6日截止")
    assert one.get(f"/issues/{stage.issue.reference}/contributions").status == 200
