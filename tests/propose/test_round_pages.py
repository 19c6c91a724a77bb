"""The pages of a round, on the screen and on paper; from a door to an issue on somebody's behalf."""

from datetime import date
from typing import Any

import pytest

from civic.people.tables import Office
from civic.propose.rules.rounds import Outcome
from tests.cast import Cast
from tests.propose.test_rounds import noted, planned


@pytest.fixture
def team(cast: Cast) -> Cast:
    """Wu Bo volunteers, too."""
    with cast.acting("刘敏") as work:
        work.add(Office(person_id=cast.people["吴波"], kind="volunteer", from_on=date(2026, 1, 1)))
    return cast


def test_the_public_reads_figures_and_no_doors(team: Cast, at: Any) -> None:
    found = planned(team)
    noted(team, "吴波", found, _301=Outcome.MET, _401=Outcome.MET)
    page = at().get("/rounds")
    page.says("2号楼", "11 户中走到 2 户")
    assert "吴波" not in page
    assert "301" not in page
    assert at().client.get(f"/gongfu/rounds/{found}", follow_redirects=False).status_code == 303
    assert at("赵玉梅").get(f"/rounds/{found}").status == 403


def test_a_volunteer_sees_only_the_own_round(team: Cast, at: Any) -> None:
    own = planned(team, entrance=1)
    assert at("吴波").get("/rounds").says("吴波", "2号楼")
    assert at("孙浩").get(f"/rounds/{own}").status == 403


def test_the_head_plans_one_and_the_volunteer_notes_the_doors(team: Cast, at: Any) -> None:
    head = at("刘志强")
    head.get("/rounds").says("还没有安排走访")
    page = head.get("/rounds/new")
    assert "3号楼" not in page
    wrong = head.post(
        "/rounds/new", building_id="2", walker_id=str(team.people["赵玉梅"]), walk_on="2026-03-02"
    )
    assert wrong.status == 422
    wrong.says("请从民情服务队里选一位。")
    head.post("/rounds/new", building_id="2", walker_id=str(team.people["吴波"]), walk_on="2026-03-02").says(
        "走访已安排"
    )
    walker = at("吴波")
    walker.get("/").says("民情服务队走访：2号楼", "还有 11 户没走到")
    walker.get("/rounds/1")
    walker.post("/rounds/1/doors", noted=["1:met", "2:away", "3:open"]).says("已记录")
    walker.get("/rounds").says("11 户已记录 2 户")
    paper = walker.get("/rounds/1/print").says("走访单", "1单元301", "不在家", "只打勾，不写姓名")
    assert paper
    assert "王桂兰" not in walker.page
    walker.get("/rounds/1")
    walker.post("/rounds/1/end").says("走访已结束", "已结束")
    assert at("刘志强").get("/rounds/1").status == 200


def test_from_a_door_to_an_issue(team: Cast, at: Any) -> None:
    planned(team)
    walker = at("刘志强")
    walker.get("/rounds/1")
    walker.post("/rounds/1/doors/1/matter").says("替谁代录？", "刘敏", "101")
    walker.get("/issues/new-for/place")
    assert 'value="1" selected' in walker.page.text
    walker.get("/rounds/1")
    answer = walker.post("/rounds/1/doors/2/matter")
    assert answer.status == 409
    answer.says("还没提交")
