"""The papers as pages: looked over once before they are public, nothing typed is lost."""

from pathlib import Path
from typing import Any

import pytest

from civic.discuss.tables import Contribution
from civic.store.engine import Database
from tests.cast import Cast, gather
from tests.discuss.story import at, concluded, opened, say, topic_of
from tests.web import Browser, browser

ISSUE = "/issues/GF-2026-001"

OUTCOME: dict[str, Any] = {
    "agreed": "按乙方案", "criterion": "08:30 前路面清空", "need": "27", "of_days": "30", "cost": "6850",
    "way": "opinion_vote", "conditions": "公约签满才开摊", "payer": "街道和摊主", "duty": "居委会",
    "deadline_on": "2026-06-30",
}  # fmt: skip
TALK: dict[str, Any] = {
    "held_on": "2026-03-02",
    "place": "会客厅",
    "residents": "14",
    "affected": "5",
    "consensus": "乙方案",
}
STUDY: dict[str, Any] = {"held_on": "2026-03-02", "present": "7", "opinion": "同意列入", "agreed": "yes"}


@pytest.fixture
def cast(database: Database) -> Cast:
    cast = gather(database)
    opened(cast)
    return cast


def look_over(one: Browser, path: str, typed: dict[str, Any], public: str) -> None:
    """Form, check page, back once for a change, sent, read by everybody."""
    assert one.post(path, **typed).says("请再看一遍，确认后对外公开")
    assert one.post(path, step="change").status == 200
    one.post(path, **typed)
    assert one.post(path, step="send").says(public)


def test_minutes_from_form_to_page(cast: Cast, tmp_path: Path) -> None:
    head = browser(cast, "刘志强", folder=tmp_path)
    head.get(f"{ISSUE}/parlour/new")
    page = head.post(f"{ISSUE}/parlour", **{**TALK, "held_on": "2026-03-09"})
    assert page.status == 422
    page.says("这一天还没到")
    look_over(head, f"{ISSUE}/parlour", TALK, "会议记录已公开。")
    browser(cast, folder=tmp_path).get(f"{ISSUE}/parlour").says(
        "19 人", "达成的共识", "没有人要求记录保留意见。"
    )


def test_a_study_from_form_to_page(cast: Cast, tmp_path: Path) -> None:
    party = browser(cast, "陈书", folder=tmp_path)
    party.get(f"{ISSUE}/study/new")
    look_over(party, f"{ISSUE}/study", STUDY, "研究记录已公开。")
    page = browser(cast, folder=tmp_path).get(f"{ISSUE}/study")
    page.says("议题是否列入议程", "同意列入")


def test_the_outcome_from_form_to_page(cast: Cast, tmp_path: Path) -> None:
    committee = browser(cast, "刘敏", folder=tmp_path)
    committee.get(f"{ISSUE}/outcome").says("议题公示到3月7日，请在期满后再写协商成果。")
    at(cast, 3, 10)
    committee = browser(cast, "刘敏", folder=tmp_path)
    committee.get(f"{ISSUE}/outcome").says("公共秩序由政府部门依法处理")
    page = committee.post(f"{ISSUE}/outcome", **{**OUTCOME, "need": "31"})
    assert page.status == 422
    page.says("在 30 天里，请要求做到 1 到 30 天。")
    page = committee.post(f"{ISSUE}/outcome", **{**OUTCOME, "way": "vote"})
    assert page.status == 422
    look_over(committee, f"{ISSUE}/outcome", OUTCOME, "协商成果已公示，现在可以提意见。")
    page = browser(cast, folder=tmp_path).get(f"{ISSUE}/outcome")
    page.says("27", "30 天", "08:30 前路面清空", "由居民代表表决形成意见", "3月25日", "3月17日")
    page.says("公约签满才开摊", "街道和摊主", "责任方", "居委会", "办理时限", "6月30日")
    browser(cast, folder=tmp_path).get("/notices/2").says("责任方：居委会", "办理时限：")


def test_what_is_archived_needs_a_reason_and_promises_nothing(cast: Cast, tmp_path: Path) -> None:
    at(cast, 3, 10)
    committee = browser(cast, "刘敏", folder=tmp_path)
    committee.get(f"{ISSUE}/outcome")
    page = committee.post(f"{ISSUE}/outcome", **{**OUTCOME, "way": "archive"})
    assert page.status == 422
    page.says("请写明为什么不再办理", "归档的事项不作承诺")
    only = {"agreed": "先不动", "way": "archive", "because": "大家说好先看半年。"}
    look_over(committee, f"{ISSUE}/outcome", only, "协商成果已公示，现在可以提意见。")
    visitor = browser(cast, folder=tmp_path)
    visitor.get(f"{ISSUE}/outcome").says("不再办理，归档", "大家说好先看半年。")
    visitor.get(ISSUE).says("协商成果：拟归档", "大家说好先看半年。")


def test_the_committee_treats_a_comment_on_the_page(cast: Cast, tmp_path: Path) -> None:
    at(cast, 3, 10)
    topic = topic_of(cast, 1).id
    concluded(cast, topic)
    comment = say(cast, "赵玉梅", topic, "再早一点", on_outcome=True)
    committee = browser(cast, "刘敏", folder=tmp_path)
    committee.get(f"{ISSUE}/outcome").says("说明如何处理")
    committee.get(f"{ISSUE}/comments/{comment}").says("再早一点")
    page = committee.post(f"{ISSUE}/comments/{comment}", adopted="yes")
    assert page.status == 422
    committee.post(f"{ISSUE}/comments/{comment}", adopted="no", treatment="六点半太早，仍按七点。")
    committee.get(f"{ISSUE}/outcome").says("未采纳", "六点半太早，仍按七点。")
    committee.get(f"{ISSUE}/comments/{comment}").says("六点半太早，仍按七点。")
    committee.post(f"{ISSUE}/comments/{comment}", adopted="yes", treatment="改为六点半。")
    committee.get(f"{ISSUE}/outcome").says("已采纳", "改为六点半。", "采纳 1 条")


def test_what_was_treated_before_words_were_asked_for_says_so(cast: Cast, tmp_path: Path) -> None:
    at(cast, 3, 10)
    topic = topic_of(cast, 1).id
    concluded(cast, topic)
    comment = say(cast, "赵玉梅", topic, "再早一点", on_outcome=True)
    with cast.acting("刘敏") as work:
        work.get(Contribution, comment).adopted = True
    browser(cast, folder=tmp_path).get(f"{ISSUE}/outcome").says("已采纳", "当时没有写明理由。")


def test_another_communitys_comment_is_not_found(cast: Cast, tmp_path: Path) -> None:
    at(cast, 3, 10)
    topic = topic_of(cast, 1).id
    concluded(cast, topic)
    comment = say(cast, "赵玉梅", topic, "再早一点", on_outcome=True)
    committee = browser(cast, "刘敏", folder=tmp_path)
    assert committee.get(f"/issues/GF-2026-999/comments/{comment}").status == 404
    stranger = browser(cast, "维托", folder=tmp_path, slug="weiwan")
    assert stranger.get(f"{ISSUE}/outcome").status == 404


def test_views_come_fifty_a_page_by_stance(cast: Cast, tmp_path: Path) -> None:
    topic = topic_of(cast, 1).id
    for number in range(60):
        if number % 10 == 0:
            cast.clock.advance(minutes=11)
        say(cast, "王桂兰", topic, f"第{number}句", "for" if number % 2 else "against")
    visitor = browser(cast, folder=tmp_path)
    page = visitor.get(f"{ISSUE}/views")
    page.says("60 条意见", "第59句", "第 1 页")
    assert "第9句" not in page
    visitor.get(f"{ISSUE}/views?page=2").says("第9句")
    page = visitor.get(f"{ISSUE}/views?stance=against")
    assert "第59句" not in page
    page.says("第58句")
    assert visitor.get(f"{ISSUE}/views?stance=rude&page=99").status == 200


def test_before_acceptance_there_is_no_discussion(database: Database, tmp_path: Path) -> None:
    cast = gather(database)
    visitor = browser(cast, folder=tmp_path)
    assert visitor.get("/issues/GF-2026-001/views").status == 404
