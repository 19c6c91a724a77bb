"""A pile of paper slips is entered in one go; a bad one holds up none of the others."""

from typing import Any

from sqlalchemy import func, select

from civic.people.tables import Person
from civic.propose.tables import Draft, Issue
from tests.cast import Cast
from tests.web import Browser, Page, statements

COMMON = {"channel": "slip", "received_on": "2026-02-27", "building_id": "2"}


def begun(reader: Browser, **changes: str) -> Page:
    reader.get("/issues/pile")
    typed: dict[str, Any] = {**COMMON, **changes}
    return reader.post("/issues/pile/about", **typed)


def slip(reader: Browser, name: str, title: str, **changes: str) -> Page:
    reader.get("/issues/pile/slips/new")
    typed: dict[str, Any] = {
        "name": name,
        "title": title,
        "category": "repairs",
        "building_id": "2",
        "facts": "三天了",
        "wish": "修好",
    }
    return reader.post("/issues/pile/slips/new", **{**typed, **changes})


def issues(cast: Cast) -> list[Issue]:
    with cast.acting(None, write=False) as work:
        return list(work.session.scalars(select(Issue).order_by(Issue.id)))


def test_who_does_not_collect_enters_no_pile(at: Any) -> None:
    reader = at("赵玉梅")
    assert reader.get("/issues/pile").status == 403
    assert "批量录入纸条" not in reader.get("/issues")


def test_a_pile_of_tomorrow_is_refused(at: Any) -> None:
    page = begun(at("刘志强"), received_on="2026-03-03")
    assert page.status == 422
    page.says("这一天还没到。")
    assert begun(at("刘志强"), received_on="2025-01-01").status == 422


def test_a_slip_of_nobody_known_is_not_kept_and_not_lost(at: Any) -> None:
    head = at("刘志强")
    begun(head)
    page = slip(head, "无名氏", "灯不亮")
    assert page.status == 422
    page.says("没有这个姓名")
    assert 'value="灯不亮"' in page.text
    assert slip(head, "王桂兰", "灯不亮", category="nothing").status == 422
    head.get("/issues/pile").says("还没有录入")


def test_three_slips_become_three_numbers_on_paper(cast: Cast, at: Any) -> None:
    head = at("刘志强")
    begun(head).says("第 1 张", "纸条，2月27日，2号楼")
    slip(head, "王桂兰", "楼道灯不亮").says("已保存，共 1 张", "第 2 张")
    slip(head, "赵玉梅", "门铃不响", building_id="")
    slip(head, "孙浩", "水压太低", danger="yes")
    head.get("/issues/pile/check").says(
        "楼道灯不亮", "2号楼 501 王桂兰", "整个社区", "有人身危险", "提交 3 个事项"
    )
    sent = head.post("/issues/pile/check")
    sent.says("GF-2026-001", "GF-2026-002", "GF-2026-003", "有 3 个编号要送到", "2号楼 501 王桂兰")
    with cast.acting(None, write=False) as work:
        assert work.session.scalar(select(func.count()).select_from(Draft)) == 0
    found = issues(cast)
    assert [each.title for each in found] == ["楼道灯不亮", "门铃不响", "水压太低"]
    assert {each.collector_id for each in found} == {cast.people["刘志强"]}
    assert {str(each.received_on) for each in found} == {"2026-02-27"}
    paper = head.get("/issues/GF-2026-002/tear-offs")
    assert all(each.code[:4] in paper and each.reference in paper for each in found)
    assert "王桂兰" not in paper
    at().get("/issues/GF-2026-001").says("2月27日", "刘志强代录")


def test_others_see_nothing_of_the_pile(cast: Cast, at: Any) -> None:
    head = at("刘志强")
    begun(head)
    slip(head, "王桂兰", "楼道灯不亮")
    assert "楼道灯不亮" not in at("刘敏").get("/issues/pile")
    head.get("/issues/pile/check")
    head.post("/issues/pile/check")
    for address in ("pile", "tear-offs"):
        assert at("刘敏").get(f"/issues/GF-2026-001/{address}").status == 404


def test_a_bad_one_stays_and_the_others_go(cast: Cast, at: Any) -> None:
    head = at("刘志强")
    begun(head)
    slip(head, "王桂兰", "楼道灯不亮")
    slip(head, "赵玉梅", "门铃不响")
    with cast.acting("刘敏") as work:
        work.get(Person, cast.people["王桂兰"]).gone_on = work.today
    head.get("/issues/pile/check").says("已不住在这里", "提交 1 个事项")
    head.post("/issues/pile/check").says("GF-2026-001", "这一批里还有 1 张")
    head.get("/issues/pile").says("楼道灯不亮", "已不住在这里")
    assert [each.title for each in issues(cast)] == ["门铃不响"]
    head.get("/issues/pile/check")
    assert "/gongfu/issues/pile/check" not in head.page.forms


def test_a_slip_is_corrected_and_taken_out(at: Any) -> None:
    head = at("刘志强")
    begun(head)
    slip(head, "王桂兰", "楼道灯不亮")
    slip(head, "赵玉梅", "门铃不响")
    page = head.get("/issues/pile/slips/1")
    assert 'value="楼道灯不亮"' in page.text
    assert "三天了" in page
    typed = {
        "name": "王桂兰",
        "title": "楼道灯全不亮",
        "category": "repairs",
        "facts": "三天了",
        "wish": "修好",
    }
    head.post("/issues/pile/slips/1", **typed).says("楼道灯全不亮", "门铃不响")
    head.get("/issues/pile/slips/2")
    page = head.post("/issues/pile/slips/2/drop")
    assert "门铃不响" not in page
    assert head.get("/issues/pile/slips/2").status == 404


def test_a_second_press_sends_once(cast: Cast, at: Any) -> None:
    head = at("刘志强")
    begun(head)
    slip(head, "王桂兰", "楼道灯不亮")
    head.get("/issues/pile/check")
    tokens = head.hidden("/issues/pile/check")
    head.post("/issues/pile/check", tokens=tokens)
    head.post("/issues/pile/check", tokens=tokens)
    assert len(issues(cast)) == 1


def test_a_slip_typed_while_the_pile_was_sent_is_not_lost(at: Any) -> None:
    head, other = at("刘志强"), at("刘志强")
    begun(head)
    head.get("/issues/pile/slips/new")
    slip(other, "王桂兰", "楼道灯不亮")
    other.get("/issues/pile/check")
    other.post("/issues/pile/check")
    typed: dict[str, Any] = {
        "name": "孙浩",
        "title": "水压太低",
        "category": "repairs",
        "facts": "很小",
        "wish": "修好",
    }
    assert head.post("/issues/pile/slips/new", **typed).status == 200
    begun(head).says("水压太低")


def test_the_check_page_asks_no_more_for_more_slips(cast: Cast, at: Any) -> None:
    head, asked = at("刘志强"), []
    begun(head)
    for name in ("王桂兰", "赵玉梅", "孙浩"):
        slip(head, name, "楼道灯不亮")
        with statements(cast.workshop.database) as seen:
            head.get("/issues/pile/check")
        asked.append(len(seen))
    assert asked[0] == asked[2], asked
