"""Supervise in the browser, without JavaScript: from the first look to the rating and back to work."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from civic.people.tables import Look, Person
from civic.propose.tables import Issue
from civic.store.engine import Database
from civic.supervise import acts
from civic.timetable import run_due
from tests.cast import Cast, gather
from tests.supervise.stage import FIRST, ask, at, close, in_hand, order, phase_of, seat, watch
from tests.web import Browser, browser, statements

ISSUE = "/issues/GF-2026-001"
pytestmark = pytest.mark.on_sqlite
"""The pages are the same on both; the acts are tried on both."""

Sit = Callable[..., Browser]


@pytest.fixture
def cast(database: Database) -> Cast:
    cast = gather(database)
    cast.clock.set(at(FIRST))
    seat(cast, "何芳", "committee")
    return cast


@pytest.fixture
def sit(cast: Cast, tmp_path: Path) -> Sit:
    """A browser of somebody of the cast, or of a visitor."""
    return lambda name=None: browser(
        cast, name, folder=tmp_path, slug="weiwan" if name == "维托" else "gongfu"
    )


def test_a_watch_from_the_first_day_to_the_sheet(cast: Cast, sit: Sit) -> None:
    in_hand(cast)
    me = sit("郑丽")
    me.get(f"{ISSUE}/watch").says("当初的承诺", "08:30 前路面清空", "30 天里至少 27 天")
    assert me.post(f"{ISSUE}/watch", first_on="2026-05-10").status == 422
    me.page.says("不能从过去的日子开始")
    me.post(f"{ISSUE}/watch", first_on="2026-05-11").says("巡查已设好", "0 / 0 天做到")
    me.get(f"{ISSUE}/observations/new").says("做到了吗", "还没登记的日子")
    wrong = me.post(
        f"{ISSUE}/observations", day="2026-05-11", kept="yes", cleared_at="08:41", note="看了两遍"
    )
    assert wrong.status == 422
    assert 'value="看了两遍"' in wrong.text
    wrong.says("做到的日子不用填时间")
    me.post(f"{ISSUE}/observations", day="2026-05-11", kept="no", cleared_at="08:41").says(
        "5月11日的巡查已登记", "迟了，08:41 才做到"
    )
    sit().get(f"{ISSUE}/observations").says("1 条记录", "迟", "08:41 做到", "监督团 郑丽")


def test_a_promise_of_its_own_where_there_was_no_outcome(cast: Cast, sit: Sit) -> None:
    in_hand(cast, promise=False)
    me = sit("周建")
    me.get(f"{ISSUE}/watch").says("要看到什么")
    me.post(f"{ISSUE}/watch", first_on="2026-05-11").says("还没有")
    assert me.page.status == 422
    me.post(f"{ISSUE}/watch", first_on="2026-05-11", criterion="灯亮着", need="3", of_days="3").says("灯亮着")


def test_27_of_30_stands_on_the_issues_page(cast: Cast, sit: Sit) -> None:
    watch(cast, in_hand(cast))
    page = sit().get(ISSUE)
    page.says("承诺和实际", "27 / 30 天做到", "正好做到", "迟了 3 天，最晚 08:52")
    assert page.text.count("day--ok") == 27
    assert page.text.count("day--late") == 3


def test_a_demand_and_its_answer(cast: Cast, sit: Sit) -> None:
    issue = in_hand(cast)
    order(cast, issue, due_on=date(2026, 5, 2))
    sit("周建").get("/supervision").says("监督台", "划线", "超期 9 天", "发督办单")
    assert sit("刘敏").get(f"{ISSUE}/demands/new").status == 403
    me = sit("周建")
    me.get(f"{ISSUE}/demands/new").says("1 号交办单：划线")
    assert me.post(f"{ISSUE}/demands", about="x", text="请说明", due_on="2026-05-14").status == 422
    me.post(f"{ISSUE}/demands", about="1", text="请说明原因", due_on="2026-05-14").says(
        "超期 9 天，第 1 次督办"
    )
    lead = sit("唐伟")
    lead.get("/").says("请您答复")
    cast.clock.set(at(date(2026, 5, 16)))
    lead.get(f"{ISSUE}/demands/1").says("请说明原因", "还没答复", "超期 2 天")
    lead.post(f"{ISSUE}/demands/1/answer", answer="").says("请填写")
    lead.post(f"{ISSUE}/demands/1/answer", answer="漆没到货，20 日完工").says("漆没到货", "超期 2 天")
    sit().get(ISSUE).says("答复第 1 次督办，迟了 2 天")


def test_two_keys_and_the_seal_that_asks_for_them(cast: Cast, sit: Sit) -> None:
    issue = in_hand(cast)
    order(cast, issue, due_on=FIRST, phase="done")
    me = sit("唐伟")
    me.get(f"{ISSUE}/close-out").says("申请人和办事的人不能签")
    me.post(f"{ISSUE}/close-out", proof="48 个摊位已划线").says("等提事人或居务监督委员会签字")
    me.page.says("交办单牵头人 唐伟")
    first = sit("周建")
    first.get(ISSUE).says("请您核实", "核对销号单")
    first.get(f"{ISSUE}/close-outs/1").says("您怎么看办理结果")
    first.post(f"{ISSUE}/close-outs/1/first-key", view="现场看过，路通了").says("您已签字，还等另一方签字")
    asker = sit("何芳")
    asker.get(f"{ISSUE}/close-outs/1").says("同意销号，签字", "现场看过，路通了")
    asker.post(f"{ISSUE}/close-outs/1/second-key").says("已销号", "七天内请有关居民评价")
    assert phase_of(cast, issue) == "rating"


def test_the_raiser_sends_it_back(cast: Cast, sit: Sit) -> None:
    issue = in_hand(cast)
    ask(cast, issue)
    me = sit("赵玉梅")
    me.get(f"{ISSUE}/close-outs/1").says("我不同意")
    assert me.post(f"{ISSUE}/close-outs/1/refusal", reason="").status == 422
    me.post(f"{ISSUE}/close-outs/1/refusal", reason="还有 3 个摊").says(
        "已退回补办", "不同意销号，原因已公开"
    )
    sit().get(f"{ISSUE}/close-outs/1").says("还有 3 个摊", "提事人")


def test_a_neighbour_rates_on_one_page(cast: Cast, sit: Sit) -> None:
    close(cast, in_hand(cast))
    assert "/in" in sit().get(f"{ISSUE}/rating").text
    me = sit("孙浩")
    me.get("/").says("请您评价")
    me.get(ISSUE).says("请您评价", "去评价")
    me.get(f"{ISSUE}/rating").says("您对结果满意吗", "非常不满意")
    wrong = me.post(f"{ISSUE}/rating", text="夜里又来了")
    assert wrong.status == 422
    assert 'value="夜里又来了"' in wrong.text
    me.post(f"{ISSUE}/rating", grade="5").says("您的评价已登记", "15 个工作日内回访")
    me.get(ISSUE)
    assert "请您评价" not in me.page
    sit().get(f"{ISSUE}/satisfaction").says("结束前不公布数字")
    assert sit("唐伟").get(f"{ISSUE}/rating").status == 403


def test_paper_forms_results_and_call_backs(cast: Cast, sit: Sit) -> None:
    issue = in_hand(cast)
    close(cast, issue)
    me = sit("林娜")
    sit("刘志强").get(f"{ISSUE}/rating/paper?name=王").says("代录", "王桂兰", "1单元501")
    # Who keeps no roll finds whom they know by their whole name, and learns no door.
    assert "王桂兰" not in me.get(f"{ISSUE}/rating/paper?name=王")
    me.get(f"{ISSUE}/rating/paper?name=王桂兰").says("全名", "王桂兰", "2号楼")
    assert "501" not in me.get(f"{ISSUE}/rating/paper?name=王桂兰")
    person = str(cast.people["王桂兰"])
    assert me.post(f"{ISSUE}/rating/paper", name="王桂兰", person=person).status == 422
    me.post(f"{ISSUE}/rating/paper", name="王桂兰", person=person, grade="1").says("这份已录入")
    me.post(f"{ISSUE}/rating/forms", given="2", spoiled="3").says("废票不能多过")
    me.post(f"{ISSUE}/rating/forms", given="2", spoiled="1").says("份数已登记")
    cast.clock.set(at(date(2026, 5, 19)))
    run_due(cast.workshop)
    sit().get(f"{ISSUE}/satisfaction").says("0.0% 满意以上", "1 份里 0 份", "纸质1", "发出2", "收回作废1")
    boss = sit("刘敏")
    boss.get(ISSUE).says("回访不满意的居民")
    assert sit("周建").get(f"{ISSUE}/call-backs").status == 403
    boss.get(f"{ISSUE}/call-backs").says("还要回访 1 人", "王桂兰", "15 个工作日", "名册上没有电话")
    with cast.acting("刘敏") as work:
        work.get(Person, cast.people["王桂兰"]).phone = "13800001234"
    # A telephone opens by a press that is logged, as everywhere, and the press leads back here.
    assert "13800001234" not in boss.get(f"{ISSUE}/call-backs")
    shown = boss.post(f"/admin/people/{person}/show")
    assert shown.says("13800001234", "还要回访 1 人", "本次查看已留痕")
    with cast.acting("刘敏", write=False) as work:
        assert work.one(Look, person_id=cast.people["王桂兰"]).viewer_id == cast.people["刘敏"]
    cast.clock.set(cast.clock.now() + timedelta(minutes=11))
    assert "13800001234" not in boss.get(f"{ISSUE}/call-backs")
    boss.post(f"{ISSUE}/call-backs/1", note="已上门说明").says("都已回访", "已上门说明")


def test_reopening_in_public(cast: Cast, sit: Sit) -> None:
    issue = in_hand(cast)
    close(cast, issue)
    assert f"/gongfu{ISSUE}/reopening" not in sit("孙浩").get(f"{ISSUE}/reopening").forms
    me = sit("赵玉梅")
    me.get(f"{ISSUE}/reopening").says("为什么说还没办好")
    me.post(f"{ISSUE}/reopening", reason="摊又回来了").says("已重办", "重办，原因已公开")
    sit().get(f"{ISSUE}/reopening").says("摊又回来了", "提事人")


def test_an_empty_inbox_says_so_and_leads_on(cast: Cast, sit: Sit) -> None:
    sit().get("/supervision").says("没有超期的", "公开栏")
    sit().get("/supervision?list=orders").says("这里没有内容")


PATHS = [
    "watch", "observations", "observations/new", "demands/new", "demands/1", "close-out", "close-outs/1", "rating",
    "rating/paper", "satisfaction", "call-backs", "reopening",
]  # fmt: skip
OFFICES = {"observations/new", "demands/new", "rating/paper"}
"""Vito sits on a committee; these are for others, here as there."""


def test_the_next_community_finds_nothing_here(cast: Cast, sit: Sit) -> None:
    watch(cast, in_hand(cast), days=1)
    cast.clock.set(at(date(2026, 6, 12)))
    ask(cast, 1)
    stranger = sit("维托")
    assert {
        path: stranger.get(f"{ISSUE}/{path}").status for path in PATHS if path not in OFFICES
    } == dict.fromkeys([path for path in PATHS if path not in OFFICES], 404)
    assert {stranger.get(f"{ISSUE}/{path}").status for path in OFFICES} <= {403, 404}


def test_another_issues_sheet_is_not_below_this_one(cast: Cast, sit: Sit) -> None:
    in_hand(cast)
    ask(cast, in_hand(cast))
    assert sit("周建").get(f"{ISSUE}/close-outs/1").status == 404
    assert sit("周建").get("/issues/GF-2026-002/close-outs/1").status == 200


def test_the_panel_asks_twice_at_most(cast: Cast, database: Database) -> None:
    from civic.supervise.panels import panel

    issue = in_hand(cast)
    watch(cast, issue)
    counts = []
    for phase in ("managing", "watched", "closing", "rating", "closed", "handled", "topic"):
        if phase == "closing":
            ask(cast, issue)
        if phase == "rating":
            with cast.acting("周建") as work:
                acts.turn_first_key(work, 1, "好")
            with cast.acting("何芳") as work:
                acts.turn_second_key(work, 1)
        with cast.acting("赵玉梅", write=False) as work:
            row = work.get(Issue, issue)
            row.phase = phase
            with statements(database) as asked:
                panel(work, row)
            counts.append(len(asked))
            work.session.expunge_all()
    assert max(counts) <= 2, counts
