"""The board, the list, an order's page and its forms, read by people without JavaScript."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert

from civic.manage.rules import TaskNature
from civic.manage.tables import WorkOrder
from civic.propose import acts as propose
from civic.propose.tables import Issue
from civic.store.engine import Database
from tests.cast import Cast, gather
from tests.manage.scene import due, managed, ordered, verified
from tests.web import Browser, browser, statements


@pytest.fixture
def cast(database: Database) -> Cast:
    return gather(database)


@pytest.fixture
def at(cast: Cast, tmp_path: Path) -> Callable[..., Browser]:
    """A browser of somebody of the cast, or of a visitor."""

    def sit_down(name: str | None = None) -> Browser:
        slug = "weiwan" if name == "维托" else "gongfu"
        return browser(cast, name, folder=tmp_path, slug=slug)

    return sit_down


def form(cast: Cast, **changed: Any) -> dict[str, Any]:
    """A work order as it is typed."""
    typed = {
        "task": "每天清扫早市路面", "nature": "cleaning", "lead_id": cast.people["马军"], "helpers": "志愿者",
        "due_on": due(cast, 4).isoformat(), "criterion": "09:00 前路面无垃圾", "cost": "2,850.50", "payer": "摊主小组",
    }  # fmt: skip
    return {**typed, **changed}


def test_the_committee_issues_an_order_after_looking_it_over(cast: Cast, at: Callable[..., Browser]) -> None:
    managed(cast)
    me = at("刘敏")
    me.get("/issues/GF-2026-001").says("交办")
    me.get("/issues/GF-2026-001/work-orders/new").says("要办什么", "必须由主管部门牵头")
    me.post("/issues/GF-2026-001/work-orders", **form(cast)).says("¥2,850.50", "马军", "09:00 前路面无垃圾")
    page = me.post("/issues/GF-2026-001/work-orders", step="send", **form(cast))
    assert page.says("交办单 1 号", "每天清扫早市路面", "待接单", "¥2,850.50，由摊主小组出", "已发出")
    me.get("/issues/GF-2026-001").says("1 张交办单", "经费共 ¥2,850.50")


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"nature": "enforcement", "lead_id": "刘志强"}, "社区不得作为责任主体承担：行政执法"),
    ({"nature": "enforcement"}, "请选主管部门牵头"),
    ({"due_on": "2026-03-01"}, "这个日期已经过去"),
    ({"payer": ""}, "请写明这笔钱由谁出"),
    ({"cost": ""}, "请写明金额"),
    ({"lead_id": "维托"}, "请选择其中一项"),
    ({"nature": "magic"}, "请选择其中一项"),
    ({"task": ""}, "请填写"),
]


def test_what_is_wrong_stands_beside_its_field(cast: Cast, at: Callable[..., Browser]) -> None:
    managed(cast)
    me = at("刘敏")
    me.get("/issues/GF-2026-001/work-orders/new")
    for changed, said in WRONG:
        if "lead_id" in changed:
            changed = {**changed, "lead_id": cast.people[changed["lead_id"]]}
        page = me.post("/issues/GF-2026-001/work-orders", step="send", **form(cast, **changed))
        assert page.status == 422, said
        assert page.says(said)
        assert 'value="09:00 前路面无垃圾"' in page.text


def test_nobody_else_sees_the_form(cast: Cast, at: Callable[..., Browser]) -> None:
    managed(cast)
    assert at("赵玉梅").get("/issues/GF-2026-001/work-orders/new").status == 403
    verified(cast, "还没决定的事")
    page = at("刘敏").get("/issues/GF-2026-002/work-orders/new")
    assert page.status == 409
    assert "还没有决定" in page


def test_the_lead_accepts_reports_and_completes(cast: Cast, at: Callable[..., Browser]) -> None:
    order = ordered(cast, managed(cast))
    path = f"/work-orders/{order}"
    assert f'action="/gongfu{path}/acceptance"' not in at("赵玉梅").get(path).text
    lead = at("唐伟")
    lead.get("/").says("划线定位")
    lead.get(path).says("您能接这一单吗？", "验收标准：48 个摊位划线完毕")
    lead.post(f"{path}/acceptance").says("已接单", "办得怎么样了？")
    assert lead.post(f"{path}/reports", step="report", text="").status == 422
    lead.get(path)
    lead.post(f"{path}/reports", step="report", text="已划 30 个").says("进度已公开", "已划 30 个")
    cast.clock.advance(days=6)
    lead.get(path).says("超期 2 天")
    lead.post(f"{path}/reports", step="done", text="48 个都划好了").says("确认后不能撤回", "48 个都划好了")
    lead.post(f"{path}/completion", step="change", text="48 个都划好了").says("办得怎么样了？")
    lead.post(f"{path}/reports", step="done", text="48 个都划好了")
    lead.post(f"{path}/completion", step="send", text="48 个都划好了").says(
        "已完成", "超期 2 天", "办完：48 个都划好了"
    )


def test_what_is_returned_is_rerouted_by_the_committee(cast: Cast, at: Callable[..., Browser]) -> None:
    order = ordered(cast, managed(cast), nature=TaskNature.ORDINARY)
    path = f"/work-orders/{order}"
    lead = at("唐伟")
    lead.get(path)
    assert lead.post(f"{path}/return", reason="").status == 422
    lead.get(path)
    lead.post(f"{path}/return", reason="不归我们管").says("已退回", "退回：不归我们管")
    me = at("刘敏")
    me.get("/").says("改派牵头单位")
    me.get(path).says("改由谁来办？", "不归我们管")
    page = me.post(f"{path}/lead", lead_id=cast.people["唐伟"])
    assert page.status == 422
    assert page.says("请另选牵头人")
    me.post(f"{path}/lead", lead_id=cast.people["马军"]).says("待接单", "改派自", "马军")


def test_the_next_community_sees_nothing_of_it(cast: Cast, at: Callable[..., Browser]) -> None:
    order = ordered(cast, managed(cast))
    there = at("维托")
    assert there.get(f"/work-orders/{order}").status == 404
    assert there.get("/issues/GF-2026-001/work-orders/new").status == 404
    assert "划线定位" not in there.get("/work-orders")
    assert "游麟路" not in there.get("/board")


def test_the_list_shows_mine_first_and_late_in_words(cast: Cast, at: Callable[..., Browser]) -> None:
    issue = managed(cast)
    ordered(cast, issue, due_on=due(cast, 2), task="划线")
    ordered(cast, issue, lead="马军", nature=TaskNature.CLEANING, due_on=due(cast, 9), task="清扫")
    cast.clock.advance(days=5)
    page = at("马军").get("/work-orders")
    assert page.says("在办 2", "超期 1", "我牵头 1", "已完成 0", "超期 3 天", "您牵头")
    assert page.text.index("清扫") < page.text.index("划线")
    late = at().get("/work-orders?state=late")
    assert "清扫" not in late
    assert "划线" in late


def test_the_board_counts_and_names_the_latest(cast: Cast, at: Callable[..., Browser]) -> None:
    at().get("/board").says("没有超期的事项", "还没有办结的")
    door = managed(cast, "12号楼单元门禁失灵")
    ordered(cast, door, lead="马军", nature=TaskNature.REPAIR, due_on=due(cast, 2))
    ordered(cast, managed(cast, "健身器材松动"), nature=TaskNature.REPAIR, due_on=due(cast, 4))
    verified(cast, "快递柜挡道")
    cast.clock.advance(days=5)
    page = at().get("/board")
    assert page.says(
        "3 在办", "2 超期", "超期最久：12号楼单元门禁失灵 超期 3 天", "物业服务企业", "办理时限 3月4日"
    )
    assert page.text.index("12号楼单元门禁失灵") < page.text.index("健身器材松动")
    late = at().get("/board?status=late")
    assert late.says("健身器材松动", "超期 1 天")
    assert "快递柜挡道" not in late


def test_the_board_shows_the_last_closed_ones_until_this_month_has_some(
    cast: Cast, at: Callable[..., Browser]
) -> None:
    issue = verified(cast, "助学申请")
    with cast.acting("刘敏") as work:
        propose.handle_issue(work, issue, mode="on_behalf", what="已代办", trips=1)
    at().get("/board").says("1 本月办结", "助学申请", "3月2日办结", "用了 1 天")
    cast.clock.advance(days=30)
    at().get("/board").says("0 本月办结", "此前办结：", "助学申请")


def test_the_due_day_itself_is_not_late_on_the_board(cast: Cast, at: Callable[..., Browser]) -> None:
    ordered(cast, managed(cast), due_on=due(cast, 2))
    cast.clock.advance(days=2)
    assert at().get("/board").says("0 超期")
    cast.clock.advance(days=1)
    assert at().get("/board").says("1 超期", "超期 1 天")


def test_the_statements_do_not_grow_with_the_rows(cast: Cast, at: Callable[..., Browser]) -> None:
    issue = managed(cast)
    for _ in range(3):
        ordered(cast, issue)
    me = at("刘敏")
    paths = ["/board", "/board?status=managing", "/board?status=late", "/work-orders"]
    few = [_asked(cast, me, path) for path in paths]
    _many(cast, issue)
    assert [_asked(cast, me, path) for path in paths] == few
    assert max(few) <= 8


def test_an_issues_orders_cost_one_statement(cast: Cast, at: Callable[..., Browser]) -> None:
    issue = managed(cast)
    ordered(cast, issue)
    few = _asked(cast, at(), "/issues/GF-2026-001")
    for _ in range(6):
        ordered(cast, issue)
    assert _asked(cast, at(), "/issues/GF-2026-001") == few <= 8


def _asked(cast: Cast, me: Browser, path: str) -> int:
    me.get(path)
    with statements(cast.workshop.database) as seen:
        assert me.get(path).status == 200
    return len(seen)


def _many(cast: Cast, issue_id: int) -> None:
    """300 more orders on 100 more issues, most of them late."""
    with cast.acting("刘敏") as work:
        issue = work.get(Issue, issue_id)
        shared = {c.name: getattr(issue, c.name) for c in Issue.__table__.columns if c.computed is None}
        work.session.execute(insert(Issue), [
            {**shared, "id": 1000 + n, "number": 1000 + n, "reference": f"GF-2026-{1000 + n}", "code": f"C{n}",
             "due_on": due(cast, n % 9 - 5)}
            for n in range(100)
        ])  # fmt: skip
        order = work.one(WorkOrder, issue_id=issue_id, number=1)
        shared = {c.name: getattr(order, c.name) for c in WorkOrder.__table__.columns if c.name != "id"}
        work.session.execute(insert(WorkOrder), [
            {**shared, "issue_id": 1000 + n % 100, "number": 1 + n // 100, "due_on": due(cast, n % 9 - 5)}
            for n in range(300)
        ])  # fmt: skip
