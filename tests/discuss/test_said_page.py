"""The page of one contribution, and what lists show of it: replies, changes, hidden words, the sides in turn."""

from pathlib import Path

import pytest

from civic.store.engine import Database
from tests.cast import Cast, gather
from tests.discuss.story import opened, say
from tests.discuss.test_hiding import appeal, hide, report
from tests.discuss.test_replies import answer, edit
from tests.web import browser, statements

ISSUE = "/issues/GF-2026-001"


@pytest.fixture
def cast(database: Database) -> Cast:
    return gather(database)


def page_of(said: int) -> str:
    return f"{ISSUE}/views/{said}"


def test_a_reply_is_written_and_read_under_its_contribution(cast: Cast, tmp_path: Path) -> None:
    _issue, topic = opened(cast)
    said = say(cast, "赵玉梅", topic, "早点收摊")
    zhao = browser(cast, "王桂兰", folder=tmp_path)
    zhao.get(ISSUE).says("早点收摊", "回复或举报")
    zhao.get(page_of(said)).says("赵**，2号楼的意见", "还没有人回复。")
    zhao.post(f"{page_of(said)}/replies", text="").says("请填写")
    zhao.post(f"{page_of(said)}/replies", text="<i>同意</i>").says("1 条回复", "王**，2号楼", "<i>同意</i>")
    for path in (ISSUE, f"{ISSUE}/views", page_of(said)):
        browser(cast, folder=tmp_path).get(path).says("<i>同意</i>")
    browser(cast, folder=tmp_path).get(page_of(said)).says("登录后回复")


def test_three_replies_in_a_list_twenty_a_page(cast: Cast, tmp_path: Path) -> None:
    _issue, topic = opened(cast)
    said = say(cast, "赵玉梅", topic)
    for number in range(23):
        if number % 10 == 0:
            cast.clock.advance(minutes=11)
        answer(cast, "王桂兰", said, f"第{number}答")
    visitor = browser(cast, folder=tmp_path)
    for path in (ISSUE, f"{ISSUE}/views"):
        page = visitor.get(path)
        page.says("第0答", "第2答", "全部 23 条回复")
        assert "第3答" not in page
    page = visitor.get(page_of(said))
    page.says("第19答", "第 1 页")
    assert "第20答" not in page
    visitor.get(f"{page_of(said)}?page=2").says("第22答")


def test_how_it_read_before_can_be_read(cast: Cast, tmp_path: Path) -> None:
    _issue, topic = opened(cast)
    said = say(cast, "赵玉梅", topic, "原来这样说")
    zhao = browser(cast, "赵玉梅", folder=tmp_path)
    zhao.get(page_of(said)).says("修改", "撤回", "9:15前")
    zhao.get(f"{page_of(said)}/edit").says("原来这样说")
    zhao.post(f"{page_of(said)}/edit", stance="against", text="现在那样说").says(
        "已修改，原来的内容仍可查看。"
    )
    visitor = browser(cast, folder=tmp_path)
    visitor.get(page_of(said)).says("反对", "现在那样说", "已修改，看原文", "原来这样说")
    page = visitor.get(ISSUE)
    page.says("现在那样说", "已修改，看原文")
    assert "原来这样说" not in page
    cast.clock.advance(minutes=15)
    zhao = browser(cast, "赵玉梅", folder=tmp_path)
    assert zhao.get(f"{page_of(said)}/edit").status == 409
    other = browser(cast, "王桂兰", folder=tmp_path)
    assert other.get(f"{page_of(said)}/edit").status == 403


def test_withdrawn_its_place_stays(cast: Cast, tmp_path: Path) -> None:
    _issue, topic = opened(cast)
    said = say(cast, "赵玉梅", topic, "说错了的话")
    edit(cast, "赵玉梅", said, "又说错了的话")
    zhao = browser(cast, "赵玉梅", folder=tmp_path)
    zhao.get(f"{page_of(said)}/withdrawal").says("确定撤回吗？")
    zhao.post(f"{page_of(said)}/withdrawal", sure="yes").says("已撤回。内容已删除，位置还在。")
    for path in (ISSUE, f"{ISSUE}/views", page_of(said)):
        page = browser(cast, folder=tmp_path).get(path)
        page.says("已撤回", "赵**，2号楼")
        assert "说错了" not in page
    browser(cast, folder=tmp_path).get(ISSUE).says("赞成 0")


def test_hidden_words_are_on_no_page_of_others(cast: Cast, tmp_path: Path) -> None:
    _issue, topic = opened(cast)
    said = say(cast, "赵玉梅", topic, "豆腐西施是骗子", "against")
    answer(cast, "王桂兰", said, "别这么说")
    reply = answer(cast, "孙浩", said, "豆腐西施活该")
    hide(cast, said)
    hide(cast, reply)
    for who in (None, "王桂兰", "陈书", "关锋"):
        one = browser(cast, who, folder=tmp_path)
        for path in (ISSUE, f"{ISSUE}/views", f"{ISSUE}/views?order=turn", page_of(said), page_of(reply)):
            page = one.get(path)
            page.says("已被居委会隐藏", "骂了摊主")
            assert "豆腐西施" not in page.text, (who, path)
        one.get(ISSUE).says("反对 1", "反对 赵**，2号楼", "辱骂或威胁他人")
        assert (
            "豆腐西施"
            not in one.get("/search?q=豆腐西施").text.replace('value="豆腐西施"', "").partition("main")[2]
        )
    for who in ("赵玉梅", "刘敏", "周建"):
        browser(cast, who, folder=tmp_path).get(page_of(said)).says("被隐藏的内容", "豆腐西施是骗子")


def test_from_a_report_to_an_appeal_that_is_right(cast: Cast, tmp_path: Path) -> None:
    _issue, topic = opened(cast)
    said = say(cast, "赵玉梅", topic, "豆腐摊占了半条路")
    wang = browser(cast, "王桂兰", folder=tmp_path)
    wang.get(page_of(said)).says("谁举报的，不会告诉任何人。")
    wang.post(f"{page_of(said)}/reports", report="insult").says("您已举报，居委会正在处理")
    liu = browser(cast, "刘敏", folder=tmp_path)
    liu.get("/").says("1 个举报待答复")
    page = liu.get(page_of(said))
    page.says("有 1 个举报，3月4日前答复：", "辱骂或威胁他人 × 1")
    assert "王" not in page
    liu.get(f"{page_of(said)}/hiding").says("意见不同、批评干部，都不是隐藏的理由。")
    assert liu.post(f"{page_of(said)}/hiding", ground="insult").status == 422
    liu.post(f"{page_of(said)}/hiding", ground="insult", because="骂了摊主").says(
        "已隐藏。", "发表人可在3月17日前申诉"
    )
    browser(cast, "王桂兰", folder=tmp_path).get("/").says("您举报的意见已被隐藏")
    zhao = browser(cast, "赵玉梅", folder=tmp_path)
    zhao.get("/").says("您的意见被隐藏了")
    zhao.get(f"{page_of(said)}/appeal").says("居务监督委员会（不是隐藏它的居委会）", "豆腐摊占了半条路")
    zhao.post(f"{page_of(said)}/appeal", text="我说的是路").says(
        "您的申诉已交居务监督委员会。", "3月9日 周一前答复"
    )
    visitor = browser(cast, folder=tmp_path).get(page_of(said))
    assert "我说的是路" not in visitor
    zhou = browser(cast, "周建", folder=tmp_path)
    zhou.get("/").says("答复申诉")
    zhou.get(f"{page_of(said)}/appeal-answer").says("豆腐摊占了半条路", "我说的是路", "骂了摊主")
    zhou.post(f"{page_of(said)}/appeal-answer", upheld="yes", answer="说的是路，不是人。").says(
        "您的答复已公开。"
    )
    page = browser(cast, folder=tmp_path).get(page_of(said))
    page.says("豆腐摊占了半条路", "申诉成立。", "说的是路，不是人。", "恢复显示")
    zhao = browser(cast, "赵玉梅", folder=tmp_path)
    zhao.get("/").says("您的意见已恢复显示")
    zhao.get(page_of(said))
    zhao.post(f"{page_of(said)}/seen")
    assert "您的意见已恢复显示" not in zhao.get("/")


def test_the_committee_leaves_it_or_shows_it_again(cast: Cast, tmp_path: Path) -> None:
    _issue, topic = opened(cast)
    said = say(cast, "赵玉梅", topic, "豆腐摊占了半条路")
    report(cast, "王桂兰", said)
    liu = browser(cast, "刘敏", folder=tmp_path)
    liu.get(page_of(said))
    liu.post(f"{page_of(said)}/kept").says("保持原样，举报人会看到结果。")
    hide(cast, said)
    liu.get(page_of(said))
    liu.post(f"{page_of(said)}/showing").says("已恢复显示，大家都能看到。", "豆腐摊占了半条路")


def test_a_late_answer_is_late_in_words(cast: Cast, tmp_path: Path) -> None:
    _issue, topic = opened(cast)
    said = say(cast, "赵玉梅", topic)
    hide(cast, said)
    appeal(cast, said)
    cast.clock.advance(days=10)
    browser(cast, folder=tmp_path).get(page_of(said)).says("3月9日 周一前答复", "超期 3 天")


def test_sides_in_turn_on_the_page_of_all(cast: Cast, tmp_path: Path) -> None:
    _issue, topic = opened(cast)
    for text, stance in (("独一个反对", "against"), ("赞成一", "for"), ("赞成二", "for"), ("赞成三", "for")):
        say(cast, "赵玉梅", topic, text, stance)
    visitor = browser(cast, folder=tmp_path)
    text = visitor.get(f"{ISSUE}/views?order=turn").text
    order = [text.index(word) for word in ("独一个反对", "赞成三", "赞成二", "赞成一")]
    assert order == sorted(order)
    text = visitor.get(f"{ISSUE}/views").text
    assert text.index("赞成三") < text.index("独一个反对")


@pytest.mark.parametrize("path", ["", "?order=turn", "?stance=for"])
def test_as_many_statements_for_few_as_for_many(cast: Cast, tmp_path: Path, path: str) -> None:
    _issue, topic = opened(cast)
    visitor, seen = browser(cast, "孙浩", folder=tmp_path), []
    for _ in range(2):
        for number in range(9):
            said = say(cast, "赵玉梅", topic, stance=("for", "against")[number % 2])
            answer(cast, "王桂兰", said)
        visitor.get(ISSUE)
        with statements(cast.workshop.database) as asked:
            visitor.get(f"{ISSUE}/views{path}")
        seen.append(len(asked))
        cast.clock.advance(minutes=11)
    assert seen[0] == seen[1] <= 9, seen


def test_one_page_is_as_many_statements_whatever_stands_there(cast: Cast, tmp_path: Path) -> None:
    _issue, topic = opened(cast)
    said = say(cast, "赵玉梅", topic)
    edit(cast, "赵玉梅", said, "改过的话")
    for number in range(9):
        answer(cast, "王桂兰", said, f"第{number}答")
    report(cast, "孙浩", said)
    hide(cast, said)
    liu = browser(cast, "刘敏", folder=tmp_path)
    liu.get(page_of(said))
    with statements(cast.workshop.database) as asked:
        liu.get(page_of(said))
    assert len(asked) <= 12, asked


def test_it_stands_under_its_own_issue_alone(cast: Cast, tmp_path: Path) -> None:
    _issue, topic = opened(cast)
    said = say(cast, "赵玉梅", topic)
    opened(cast)
    assert browser(cast, folder=tmp_path).get(f"/issues/GF-2026-002/views/{said}").status == 404
    assert browser(cast, "维托", folder=tmp_path, slug="weiwan").get(page_of(said)).status == 404


def test_the_topic_says_who_takes_part_how_and_from_when_to_when(cast: Cast, tmp_path: Path) -> None:
    opened(cast)
    browser(cast, folder=tmp_path).get(ISSUE).says(
        "早市占道", "游麟路一段", "谁可以参加 本社区的居民、业主和任职人员", "电话：0536-0000017",
        "公示 3月2日至3月7日", "讨论时间 3月2日至3月7日",
    )  # fmt: skip
