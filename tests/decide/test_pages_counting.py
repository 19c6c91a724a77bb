"""The committee's and the clerks' pages: notice, roll, sheets, declaration, result."""

from pathlib import Path
from typing import Any

import pytest

from civic.propose.rules import Nature
from civic.store.engine import Database
from tests.cast import gather
from tests.decide.stage import QUESTION, Stage, at, build_estate, notify, study, to_the_outcome
from tests.web import Browser, browser

TYPED: dict[str, Any] = {
    "preset": "RES_REP", "question": QUESTION, "text": "05:30–08:30 摆 48 个摊", "number": "工福居决〔2026〕3号",
    "opens_on": "2026-04-18", "opens_time": "14:30", "closes_on": "2026-04-18", "closes_time": "16:30",
    "place": "会客厅",
}  # fmt: skip


def on_the_way(database: Database, nature: Nature = Nature.PUBLIC_ORDER) -> Stage:
    return to_the_outcome(gather(database), nature)


def notice_of(stage: Stage) -> str:
    return f"/issues/{stage.issue.reference}/vote-notice"


def test_who_may_decide_comes_first(database: Database, tmp_path: Path) -> None:
    stage = on_the_way(database)
    committee = browser(stage.cast, "刘敏", folder=tmp_path)
    committee.get(notice_of(stage)).says(
        "这件事由谁决定？", "政府有关部门", "由政府部门依法决定", "形成居民意见，交部门依法办理", "居民代表会议",
        "到会：三分之二以上", "最早 4月16日 表决", "在册 2 人",
    )  # fmt: skip
    assert "业主大会" not in committee.page


def test_the_notice_is_looked_over_and_sent(database: Database, tmp_path: Path) -> None:
    stage = on_the_way(database)
    committee = browser(stage.cast, "刘敏", folder=tmp_path)
    committee.get(notice_of(stage))
    committee.post(notice_of(stage), **TYPED)
    committee.page.says("通知发出前，请再看一遍", "提前 9 整日通知，须满 7 日", "都不能更改", "在册 2 人")
    assert stage.issue.phase == "outcome"
    committee.post(notice_of(stage), step="change")
    assert QUESTION in committee.page.text
    committee.post(notice_of(stage), **TYPED)
    committee.post(notice_of(stage), step="send")
    committee.page.says("通知已发出", QUESTION, "4月18日 周六 14:30 开始表决")
    assert stage.issue.phase == "deciding"


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"opens_on": "2026-04-15", "closes_on": "2026-04-15"}, "最早可在 4月16日 表决"),
        ({"closes_time": "14:30"}, "截止时间须晚于开始时间"),
        ({"question": ""}, "请填写这一项"),
        ({"question": "问" * 201}, "200"),
        ({"preset": "OWN_GENERAL"}, "请选择其中一项"),
        ({"preset": "NO_SUCH"}, "请选择其中一项"),
        ({"opens_on": "18.4.2026"}, "2026-04-18"),
        ({"weight": "2"}, "没有这一项"),
    ],
)
def test_what_a_notice_cannot_say(
    database: Database, tmp_path: Path, change: dict[str, str], sentence: str
) -> None:
    stage = on_the_way(database)
    committee = browser(stage.cast, "刘敏", folder=tmp_path)
    committee.get(notice_of(stage))
    assert committee.post(notice_of(stage), **{**TYPED, **change}).status == 422
    assert "会客厅" in committee.page.text, "nothing that was typed is lost"
    assert sentence in committee.page


def test_before_the_study_there_is_no_form(database: Database, tmp_path: Path) -> None:
    stage = to_the_outcome(gather(database), studied=False)
    committee = browser(stage.cast, "刘敏", folder=tmp_path)
    committee.get(notice_of(stage)).says("须先由社区党委研究协商成果")
    assert not any(action.endswith("vote-notice") for action in committee.page.forms)
    study(stage)
    committee.get(notice_of(stage)).says("表决题目")


def test_a_quarrel_is_not_voted_on(database: Database, tmp_path: Path) -> None:
    stage = on_the_way(database)
    with stage.cast.acting("刘敏") as work:
        work.get(type(stage.issue), stage.issue_id).nature = Nature.DISPUTE.value
    committee = browser(stage.cast, "刘敏", folder=tmp_path)
    committee.get(notice_of(stage)).says("人民调解委员会", "不公开，也不表决", "此类事项不表决")
    assert committee.post(notice_of(stage), tokens=committee.tokens(), **TYPED).status == 409


def owners(database: Database) -> Stage:
    cast = gather(database)
    build_estate(cast, {"甲": [10_000], "乙": [8_000, 8_000], "丙": [9_000]})
    stage = to_the_outcome(cast, Nature.OWNERS_GENERAL, studied=False)
    with cast.acting("刘敏") as work:
        work.get(type(stage.issue), stage.issue_id).building_id = cast.buildings["曙光1号楼"]
    notify(stage, preset="OWN_GENERAL", channel="paper", opens=at(4, 24), closes=at(5, 8, 18))
    stage.go(at(4, 30))
    return stage


def keyed(stage: Stage, clerk: Browser, number: int, choice: str, reason: str = "") -> None:
    sheets = f"/votes/{stage.vote_id}/sheets"
    clerk.get(sheets)
    clerk.post(sheets, number=str(number), choice=choice, reason=reason)


def test_from_the_sheets_to_the_result(database: Database, tmp_path: Path) -> None:
    stage = owners(database)
    vote = f"/votes/{stage.vote_id}"
    one, two = (browser(stage.cast, name, folder=tmp_path) for name in ("林娜", "高远"))
    one.get(vote + "/sheets")
    one.post(vote + "/delivery", delivered="2", posted="1")
    for clerk, choice in ((one, "yes"), (two, "no")):
        keyed(stage, clerk, 1, choice)
        keyed(stage, clerk, 2, "yes")
        keyed(stage, clerk, 3, "invalid", "double_mark")
    keyed(stage, one, 1, "yes")
    one.page.says("此票您已录入过")
    keyed(stage, one, 9, "yes")
    one.page.says("没有这个编号的表决票")
    keyed(stage, one, 1, "invalid")
    assert one.page.status == 422
    stage.go(at(5, 9))
    lead = browser(stage.cast, "刘敏", folder=tmp_path)
    lead.get(vote + "/declaration").says("还有 1 张票须第二次录入或核定")
    lead.get(vote + "/sheets?state=differs").says("核定")
    settling = next(link for link in lead.page.text.split('"') if link.startswith(f"/gongfu{vote}/sheets/"))
    settling = settling.removeprefix("/gongfu")
    lead.get(settling).says("第一次录入", "第二次录入")
    lead.post(settling, choice="yes", reason="")
    lead.page.says("此票已核定")
    lead.get(vote + "/declaration").says("按固定的名册和规则计票")
    lead.post(vote + "/declaration")
    lead.page.says(
        "通过",
        "3 张票去了哪里",
        "送到手里",
        "张贴公告送达",
        "无效：勾了两项",
        "怎么算的",
        "结果公示，可提异议",
    )
    lead.page.says("如果不是维修，是重建", "参与 2 ≥ 2", "弃权计入参与")


def test_the_list_of_sheets_is_for_those_who_count(database: Database, tmp_path: Path) -> None:
    stage = owners(database)
    visitor = browser(stage.cast, folder=tmp_path)
    visitor.get(f"/votes/{stage.vote_id}/sheets").says("录入进度", "未录入")
    assert "曙光1号楼" not in visitor.page


def test_nobody_sees_what_the_other_clerk_read(database: Database, tmp_path: Path) -> None:
    stage = owners(database)
    one, two = (browser(stage.cast, name, folder=tmp_path) for name in ("林娜", "高远"))
    keyed(stage, one, 1, "no")
    before = two.get(f"/votes/{stage.vote_id}/sheets").text
    assert before.count("反对") == 1, "the choice on the form, nothing else"


def test_the_printed_sheets(database: Database, tmp_path: Path) -> None:
    stage = owners(database)
    clerk = browser(stage.cast, "林娜", folder=tmp_path)
    clerk.get(f"/votes/{stage.vote_id}/sheets/print").says(
        QUESTION, "表决票", "160.00 m²", "签名：", "第 3 份，共 3 份"
    )
    assert clerk.page.text.count('class="a4"') == 3


def test_the_roll_shows_doors_and_never_names(database: Database, tmp_path: Path) -> None:
    stage = owners(database)
    mine = browser(stage.cast, "甲", folder=tmp_path)
    mine.get(f"/votes/{stage.vote_id}/roll").says(
        "在册 3 人", "您在册，编号 3", "曙光1号楼 乙0, 乙1", "160.00"
    )


def test_the_issue_page_asks_and_tells(database: Database, tmp_path: Path) -> None:
    stage = on_the_way(database)
    page = f"/issues/{stage.issue.reference}"
    committee = browser(stage.cast, "刘敏", folder=tmp_path)
    committee.get(page).says("发表决通知")
    notify(stage)
    stage.go(at(4, 18, 15))
    voter = browser(stage.cast, "孙浩", folder=tmp_path)
    voter.get(page).says("请您", "表决", QUESTION)
    voter.get("/").says(QUESTION)
    stage.voters = ["刘敏", "孙浩"]
    stage.cast_all(2, 0, 0)
    assert "请您表决" not in voter.get(page)
    stage.go(at(4, 18, 17))
    voter.get(page).says("通过", "应到 2，参与 2；同意 2")
