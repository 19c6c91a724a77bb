"""Building, community, subdistrict, department: settled at the smallest level that can, handed up step by step."""

from typing import Any

import pytest

from civic.core.errors import NotAllowed, NotFound, Refusal
from civic.propose import acts
from civic.propose.rules import Nature
from civic.propose.rules.ladder import Level, above, may_step
from civic.propose.tables import Issue
from civic.timetable import run_due
from tests.cast import Cast
from tests.propose.conftest import raised
from tests.propose.test_merging import ident
from tests.propose.test_settling import verified

B, C, S, D = Level


@pytest.fixture
def checked(cast: Cast, reference: str) -> str:
    return verified(cast, reference)


def up(cast: Cast, reference: str, level: Level, skipped: str = "", name: str = "刘敏") -> None:
    with cast.acting(name) as work:
        acts.hand_up(
            work, work.one(Issue, reference=reference).id, level=level, receiver="街道城建科", receipt="12号",
            note="社区没有资金。", days=5, skipped=skipped,
        )  # fmt: skip


def state(cast: Cast, reference: str) -> tuple[str, str]:
    with cast.acting(None, write=False) as work:
        issue = work.one(Issue, reference=reference)
        return issue.level, issue.phase


@pytest.mark.parametrize(
    ("now", "to", "skipped", "sentence"),
    [
        (B, C, "", ""),
        (C, S, "", ""),
        (S, D, "", ""),
        (C, D, "街道无权管。", ""),
        (C, D, " ", "leaves out a level"),
        (B, S, "", "leaves out a level"),
        (S, S, "", "never down"),
        (D, S, "急。", "never down"),
    ],
)
def test_a_step_at_a_time_or_a_reason(now: Level, to: Level, skipped: str, sentence: str) -> None:
    verdict = may_step(now, to, skipped)
    assert bool(verdict) == (sentence == "")
    assert sentence in (verdict.because.text if verdict.because else "")


def test_what_lies_above() -> None:
    assert [above(level) for level in Level] == [(S, D), (S, D), (D,), ()]


def test_a_head_settles_it_in_the_building(cast: Cast, at: Any, checked: str) -> None:
    head, path = at("刘志强"), f"/issues/{checked}/building"
    head.get(f"/issues/{checked}").says("在楼院办理")
    head.get(path)
    assert head.post(path, mode="", what="", trips="0").status == 422
    head.post(path, mode="at_once", what="换了闭门器。", trips="0").says("换了闭门器。", "确认后不能撤回")
    head.post(path, sure="yes").says("已登记在楼院办结")
    assert state(cast, checked) == ("building", "handled")
    at().get(f"/issues/{checked}").says(
        "已办结", "在楼院办结。即时办理，跑了 0 趟", "办理层级楼院", "办理用时 0 个工作日"
    )
    at("赵玉梅").get("/").says("看办理情况", "单元门关不上")


def test_the_building_tries_first_then_hands_up(cast: Cast, at: Any, checked: str) -> None:
    head = at("刘志强")
    head.get(f"/issues/{checked}/building").says("答应提事人的期限不变：3月9日")
    head.post(f"/issues/{checked}/building/taking").says("楼院已接下这件事")
    assert state(cast, checked) == ("building", "verified")
    at().get(f"/issues/{checked}").says("先在楼院办理。", "轮到楼长", "在楼院办理，或者上报")
    head.get("/").says("单元门关不上", "在楼院办理，或者上报")
    assert "单元门关不上" not in at("刘敏").get("/")
    path = f"/issues/{checked}/building/hand-up"
    head.get(path)
    assert head.post(path, note="").status == 422
    head.post(path, note="配件要 300 元。").says("配件要 300 元。")
    head.post(path, sure="yes").says("已上报居委会")
    assert state(cast, checked) == ("community", "verified")
    at().get(f"/issues/{checked}").says(
        "上报：楼院 → 社区，最迟 3月9日 答复。", "配件要 300 元。", "轮到居民委员会", "决定这件事怎么办"
    )
    at("刘敏").get("/").says("单元门关不上")
    with cast.acting("刘志强") as work, pytest.raises(Refusal, match="handed up already"):
        acts.take_on(work, work.one(Issue, reference=checked).id)


def test_once_late_the_committee_is_asked_too(cast: Cast, at: Any, checked: str) -> None:
    with cast.acting("刘志强") as work:
        acts.take_on(work, work.one(Issue, reference=checked).id)
    cast.clock.advance(days=8)
    at("刘敏").get("/").says("单元门关不上", "超期 1 天")
    with cast.acting("刘敏") as work:
        acts.decline_issue(work, work.one(Issue, reference=checked).id, reason="不归我们。")
    assert state(cast, checked) == ("community", "declined")


def test_only_a_head_of_that_building(cast: Cast, reference: str, checked: str) -> None:
    far = verified(cast, raised(cast, "赵玉梅", "路灯不亮", building="3号楼"))
    nowhere = verified(cast, raised(cast, "赵玉梅", "小区门口堵", building=None))
    for other in (far, nowhere):
        with cast.acting("刘志强") as work, pytest.raises(Refusal, match="own building"):
            acts.settle_in_building(work, ident(cast, other), mode="at_once", what="好。", trips=0)
    for name in ("刘敏", "赵玉梅", "周建"):
        with cast.acting(name) as work, pytest.raises(NotAllowed):
            acts.take_on(work, ident(cast, checked))
    with cast.acting("维托") as work, pytest.raises(NotFound):
        acts.hand_up(
            work, ident(cast, checked), level=Level.SUBDISTRICT, receiver="x", receipt="x", note="x", days=5
        )
    with cast.acting("刘志强") as work, pytest.raises(Refusal, match="committee has this"):
        acts.hand_to_community(work, ident(cast, checked), note="办不了。")


def test_up_to_the_subdistrict_and_on_to_a_department(cast: Cast, at: Any, checked: str) -> None:
    committee, path = at("刘敏"), f"/issues/{checked}/hand-up"
    committee.get(f"/issues/{checked}/settlement").says("上报", "取得回执")
    committee.get(path).says("现在的层级：社区")
    typed = {"receiver": "街道城建科", "receipt": "12号", "note": "社区没有资金。", "days": "5"}
    page = committee.post(path, level="department", **typed)
    assert page.status == 422
    page.says("这样会越过一级", "社区没有资金。")
    committee.post(path, level="subdistrict", **typed).says("街道城建科", "社区没有资金。")
    committee.post(path, sure="yes").says("已登记上报")
    assert state(cast, checked) == ("subdistrict", "routed")
    at().get(f"/issues/{checked}").says("上报：社区 → 街道，最迟 3月9日 答复。", "12号", "录入责任单位的答复")
    assert committee.get(f"/issues/{checked}/settlement").status == 409
    committee.get(f"/issues/{checked}").says("上报上一级")
    committee.get(path)
    committee.post(path, level="department", **(typed | {"receiver": "住建局", "receipt": "7号"}))
    committee.post(path, sure="yes")
    assert state(cast, checked) == ("department", "routed")
    at().get(f"/issues/{checked}").says(
        "社区 → 街道", "街道 → 职能部门", "街道城建科", "住建局", "3月2日 结束"
    )
    assert committee.get(path).status == 409
    committee.get(f"/issues/{checked}/answer")
    committee.post(f"/issues/{checked}/answer", answer="已列入维修计划。")
    committee.post(f"/issues/{checked}/answer", sure="yes").says("这件事已办结", "已列入维修计划。")
    at("赵玉梅").get("/").says("看办理情况")


def test_a_level_left_out_is_said_in_public(cast: Cast, at: Any, checked: str) -> None:
    with cast.acting("刘敏") as work, pytest.raises(Refusal, match="leaves out"):
        acts.hand_up(
            work, ident(cast, checked), level=Level.DEPARTMENT, receiver="x", receipt="x", note="x", days=5
        )
    up(cast, checked, Level.DEPARTMENT, skipped="街道不管消防。")
    at().get(f"/issues/{checked}").says("越过一级，理由公开", "街道不管消防。")


def test_what_was_handed_outside_can_go_up_and_stays_in_the_table(cast: Cast, at: Any, checked: str) -> None:
    with cast.acting("刘敏") as work:
        acts.route_issue(
            work, ident(cast, checked), receiver="自来水公司", receipt="3号", reason="水管归他们。", days=5
        )
    up(cast, checked, Level.SUBDISTRICT)
    at().get(f"/issues/{checked}").says("转社区外单位", "自来水公司", "社区 → 街道")


def test_an_answer_that_is_late_is_written_down_once(cast: Cast, at: Any, checked: str) -> None:
    up(cast, checked, Level.SUBDISTRICT)
    cast.clock.advance(days=8)
    run_due(cast.workshop)
    run_due(cast.workshop)
    page = at().get(f"/issues/{checked}")
    page.says("责任单位答复超期，期限为 3月9日", "超期 1 天")
    assert page.text.count("责任单位答复超期") == 1
    up(cast, checked, Level.DEPARTMENT)
    cast.clock.advance(days=8)
    run_due(cast.workshop)
    assert at().get(f"/issues/{checked}").text.count("责任单位答复超期") == 2


def test_not_before_the_check(cast: Cast, reference: str) -> None:
    with cast.acting("刘敏") as work, pytest.raises(Refusal):
        acts.hand_up(
            work, ident(cast, reference), level=Level.SUBDISTRICT, receiver="x", receipt="x", note="x", days=5
        )
    with cast.acting("刘志强") as work, pytest.raises(Refusal, match="between the check"):
        acts.take_on(work, ident(cast, reference))
    with cast.acting("刘敏") as work:
        acts.verify_issue(work, ident(cast, reference), findings="x", nature=Nature.PUBLIC_ORDER)
    up(cast, reference, Level.SUBDISTRICT)
