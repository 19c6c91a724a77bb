from typing import Any
from urllib.parse import quote

import pytest
from sqlalchemy import func, select

from civic.propose.tables import Draft, Issue
from tests.cast import Cast
from tests.web import Browser, Page

ANSWERS: dict[str, dict[str, str]] = {
    "title": {"title": "单元门关不上"},
    "category": {"category": "repairs"},
    "place": {"building_id": "2", "entrance": "1"},
    "facts": {"facts": "风一吹就开，\r\n夜里没人管。", "danger": "yes"},
    "wish": {"wish": "修好闭门器。"},
}


def walk(reader: Browser, base: str = "/issues/new", **changes: Any) -> Page:
    """From the first question to the check page."""
    reader.get(base)
    answers: dict[str, Any] = {**ANSWERS, **changes}
    for step, typed in answers.items():
        page = reader.post(f"{base}/{step}", **typed)
        assert page.status == 200, (step, page.text)
    return reader.page


def issues(cast: Cast) -> int:
    with cast.acting(None, write=False) as work:
        return work.session.scalar(select(func.count()).select_from(Issue)) or 0


def test_one_question_a_page_and_a_number_in_the_end(cast: Cast, at: Any) -> None:
    reader = at("赵玉梅")
    walk(reader).says("单元门关不上", "物业维修", "2号楼1单元", "修好闭门器。", "有人身危险")
    done = reader.post("/issues/new/check")
    done.says("已收到", "GF-2026-001", "3月3日", "看这个事项")
    assert "<svg" in done.text
    assert "/i/" in done.text
    with cast.acting(None, write=False) as work:
        issue = work.one(Issue, reference="GF-2026-001")
        assert (issue.facts, issue.danger, issue.entrance) == ("风一吹就开，\n夜里没人管。", True, 1)
        assert work.session.query(Draft).count() == 0
    assert reader.get("/issues/new").text.count("<form") == 2  # nothing is left of the draft


def test_at_most_seven_pages(at: Any) -> None:
    assert len(ANSWERS) + len(("check", "done")) <= 7


def test_a_visitor_signs_in_first_and_comes_back(at: Any) -> None:
    answer = at().client.get("/gongfu/issues/new", follow_redirects=False)
    assert answer.headers["location"] == "/gongfu/in?next=/gongfu/issues/new"


def test_the_draft_waits(at: Any) -> None:
    first = at("赵玉梅")
    first.get("/issues/new/title")
    first.post("/issues/new/title", title="灯不亮")
    later = at("赵玉梅")
    later.get("/issues/new").says("属于哪一类？")
    assert 'value="灯不亮"' in later.get("/issues/new/title").text
    later.post("/issues/new/discard")
    assert 'value="灯不亮"' not in later.get("/issues/new/title").text
    assert 'value="灯不亮"' not in at("孙浩").get("/issues/new/title").text


def test_change_one_answer_and_be_back_at_the_check_page(at: Any) -> None:
    reader = at("赵玉梅")
    walk(reader)
    reader.get("/issues/new/wish?back=check")
    reader.post("/issues/new/wish?back=check", wish="换新门。").says("换新门。", "提交前")


def test_a_double_press_makes_one_issue(cast: Cast, at: Any) -> None:
    reader = at("赵玉梅")
    walk(reader)
    tokens = reader.hidden("/issues/new/check")
    places = [reader.post("/issues/new/check", tokens=tokens, follow=False).location for _ in range(2)]
    assert places == ["/gongfu/issues/GF-2026-001/raised"] * 2
    assert issues(cast) == 1


def test_two_tabs_make_one_issue(cast: Cast, at: Any) -> None:
    one, two = at("赵玉梅"), at("赵玉梅")
    walk(one)
    two.get("/issues/new/check")
    one.post("/issues/new/check")
    second = two.post("/issues/new/check")
    assert second.status == 409
    assert second.says("没有可提交的内容")
    assert issues(cast) == 1


@pytest.mark.parametrize(
    ("step", "typed", "sentence"),
    [
        ("title", {}, "请填写这一项"),
        ("title", {"title": "   "}, "请填写这一项"),
        ("title", {"title": "长" * 61}, "请缩短到 60 个字以内"),
        ("title", {"title": "a\u202eb"}, "看不见的字符"),
        ("title", {"title": "a\nb"}, "请写在一行里"),
        ("title", {"title": ["a", "b"]}, "这一项收到了两次"),
        ("title", {"title": "a", "raiser_id": "1"}, "表单里没有这一项"),
        ("category", {}, "请选择其中一项"),
        ("category", {"category": "weather"}, "请选择其中一项"),
        ("place", {"building_id": "999"}, "请从列表里选楼号"),
        ("place", {"building_id": "4"}, "请从列表里选楼号"),
        ("place", {"building_id": "9" * 30}, "请填写不大于"),
        ("place", {"building_id": "two"}, "请填写整数"),
        ("place", {"entrance": "1"}, "请选楼号，或者不选单元"),
        ("place", {"building_id": "2", "entrance": "9"}, "最大是3单元"),
        ("facts", {"facts": "长" * 2001}, "请缩短到 2,000 个字以内"),
        ("facts", {"facts": "x", "danger": "maybe"}, "请选择其中一项"),
        ("wish", {"wish": "\x00"}, "看不见的字符"),
    ],
)
def test_bad_input_is_answered_on_the_page(at: Any, step: str, typed: dict[str, Any], sentence: str) -> None:
    reader = at("赵玉梅")
    reader.get(f"/issues/new/{step}")
    page = reader.post(f"/issues/new/{step}", **typed)
    assert page.status == 422
    assert page.says(sentence)
    kept = typed.get(step)
    assert not isinstance(kept, str) or step == "category" or kept.strip("\x00 ").split("\n")[0] in page.text


def test_no_such_question(at: Any) -> None:
    assert at("赵玉梅").get("/issues/new/name").status == 404
    assert at("赵玉梅").get("/issues/new/person").status == 404


def test_nothing_to_check_leads_to_the_open_question(at: Any) -> None:
    at("赵玉梅").get("/issues/new/check").says("什么事？")


def test_on_behalf_with_a_banner_and_a_slip(cast: Cast, at: Any) -> None:
    head = at("刘志强")
    head.get("/issues/new-for").says("替谁代录？", "王桂兰", "2号楼 501")
    found = f"/issues/new-for/person?q={quote('王')}"
    head.get(found)
    head.post(found, person_id=str(cast.people["王桂兰"])).says("代录：2号楼 501 王桂兰")
    head.post("/issues/new-for/channel", channel="visit").says("代录", "什么事？")
    for step, typed in ANSWERS.items():
        head.post(f"/issues/new-for/{step}", **typed).says("代录：2号楼 501 王桂兰")
    head.post("/issues/new-for/check").says("已收到", "GF-2026-001", "打印回执条")
    public = at().get("/issues/GF-2026-001")
    public.says("2号楼居民，刘志强代录", "上门", "代录提出")
    assert "王桂兰" not in public
    assert "501" not in public


def test_a_building_head_sees_nobody_of_other_buildings(cast: Cast, at: Any) -> None:
    head = at("刘志强")
    assert "马军" not in head.get("/issues/new-for/person")
    page = head.post("/issues/new-for/person", person_id=str(cast.people["关锋"]))
    assert page.status == 422
    assert page.says("请从名单里选一位")
    assert at("赵玉梅").get("/issues/new-for").status == 403


def test_a_slip_is_for_raiser_and_collector(at: Any, reference: str) -> None:
    at("赵玉梅").get(f"/issues/{reference}/raised").says("已收到")
    assert "已收到" not in at("孙浩").get(f"/issues/{reference}/raised")
