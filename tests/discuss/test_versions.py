"""The option paper in versions: published with a reason, written step by step, the difference readable."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from civic.core.errors import NotAllowed, Refusal
from civic.discuss import queries
from civic.store.engine import Database
from tests.cast import Cast, gather
from tests.discuss.story import at, concluded, opened, topic_of
from tests.discuss.test_papers import PAPER, file
from tests.discuss.test_talk import told
from tests.web import Browser, browser

ISSUE = "/issues/GF-2026-001"
AT = f"{ISSUE}/option-paper"
A: dict[str, Any] = {"text": "取缔早市", "bearer": "街道", "risks": "摊主没有生计", "effects": "老人买菜不便"}
B: dict[str, Any] = {
    "text": "设 48 个摊位", "cost": "6,850", "bearer": "街道和摊主", "risks": "噪声", "effects": "老人方便",
}  # fmt: skip
ADVICE: dict[str, Any] = {"advised": "B", "for_advice": "5", "against_advice": "2"}
CHEAPER = [*PAPER.options[:2], replace(PAPER.options[2], cost_fen=900000)]


@pytest.fixture
def cast(database: Database) -> Cast:
    cast = gather(database)
    at(cast, 3, 13)
    return cast


def test_a_version_says_why_changes_something_and_follows_the_newest(cast: Cast) -> None:
    issue, topic = opened(cast)
    file(cast, "吴波", topic)
    with pytest.raises(Refusal, match="say why"):
        file(cast, "吴波", topic, begun_from=1, options=CHEAPER)
    with pytest.raises(Refusal, match="Nothing was changed"):
        file(cast, "吴波", topic, begun_from=1, reason="再看一遍")
    with pytest.raises(NotAllowed):
        file(cast, "赵玉梅", topic, begun_from=1, reason="太贵", options=CHEAPER)
    file(cast, "吴波", topic, begun_from=1, reason="重新询价", options=CHEAPER)
    with pytest.raises(Refusal, match="another version"):
        file(cast, "刘敏", topic, begun_from=1, reason="再改", options=PAPER.options[:2])
    assert told(cast, issue)[-1] == "方案意见书修订为第 2 版，5 比 2 建议乙。"
    with cast.acting(None, write=False) as work:
        versions = queries.versions_of(work, topic)
        assert [(v.version, v.reason, v.superseded_at is None) for v in versions] == [
            (2, "重新询价", True), (1, "", False),
        ]  # fmt: skip
        old = queries.said_by(work, versions[1])
        assert old == PAPER, "the version before stays as it was"


def test_no_version_after_the_outcome(cast: Cast) -> None:
    _issue, topic = opened(cast)
    file(cast, "吴波", topic)
    at(cast, 3, 30)
    concluded(cast, topic)
    with pytest.raises(Refusal, match="cannot rest on what comes later"):
        file(cast, "吴波", topic, begun_from=1, reason="晚了", options=CHEAPER)


@pytest.fixture
def advisor(cast: Cast, tmp_path: Path) -> Browser:
    opened(cast)
    return browser(cast, "吴波", folder=tmp_path)


def write(one: Browser, **parts: dict[str, Any]) -> None:
    for part, typed in parts.items():
        one.get(f"{AT}/writing/{part}")
        one.post(f"{AT}/writing/{part}", **typed).says("已保存。公布之前只有您能看到。")


def test_written_step_by_step_and_published(cast: Cast, tmp_path: Path, advisor: Browser) -> None:
    visitor = browser(cast, folder=tmp_path)
    visitor.get(AT).says("还没有写好。")
    advisor.get(f"{AT}/writing").says("添加方案甲", "至少两个")
    assert advisor.get(f"{AT}/writing/C").status == 404
    write(advisor, A=A, B=B)
    advisor.get(f"{AT}/writing").says("取缔早市", "这里还没填完")
    write(advisor, advice=ADVICE)
    visitor.get(AT).says("还没有写好。")
    advisor.get(f"{AT}/publication").says("请再看一遍，确认后对外公开", "¥6,850.00")
    assert advisor.post(f"{AT}/publication", begun_from="0").says("方案意见书已公开。")
    visitor.get(AT).says("顾问团 5 比 2 建议乙。", "对各类人群的影响", "¥6,850.00", "街道和摊主")


def test_a_next_version_with_its_difference(cast: Cast, tmp_path: Path, advisor: Browser) -> None:
    write(advisor, A=A, B=B, advice=ADVICE)
    advisor.get(f"{AT}/publication")
    advisor.post(f"{AT}/publication", begun_from="0")
    write(advisor, B={**B, "text": "设 40 个摊位", "cost": "6,000"})
    page = advisor.get(f"{AT}/publication")
    page.says("与第 1 版相比", "加删除线的是删去的")
    assert "48</del>" in page.text
    assert "40</ins>" in page.text
    refused = advisor.post(f"{AT}/publication", begun_from="1")
    assert refused.status == 422
    refused.says("请说明为什么修订，所有人都能看到。")
    advisor.post(f"{AT}/publication", begun_from="1", reason="消防通道要留宽")
    visitor = browser(cast, folder=tmp_path)
    visitor.get(AT).says("第 2 版，看改动", "消防通道要留宽", "首次公布。")
    changed = visitor.get(f"{AT}/versions/2")
    changed.says("改动之处", "修订原因", "消防通道要留宽")
    assert "6,850.00</del>" in changed.text
    visitor.get(f"{AT}/versions/1").says("这一版已被替换。", "设 48 个摊位")
    assert visitor.get(f"{AT}/versions/3").status == 404


@pytest.mark.parametrize(
    ("part", "wrong", "sentence"),
    [
        ("A", {**A, "cost": "很多"}, "请按元填写金额"),
        ("A", {**A, "effects": ""}, "请填写"),
        ("A", {**A, "text": "长" * 2001}, "2,000"),
        ("advice", {**ADVICE, "advised": "E"}, "请从上面的方案中选一个作为建议。"),
    ],
)
def test_a_wrong_step_comes_back_whole(
    advisor: Browser, part: str, wrong: dict[str, Any], sentence: str
) -> None:
    write(advisor, A=A, B=B)
    advisor.get(f"{AT}/writing/{part}")
    page = advisor.post(f"{AT}/writing/{part}", **wrong)
    assert page.status == 422
    page.says(sentence)
    assert part == "advice" or "街道" in page.text


def test_left_out_and_thrown_away(advisor: Browser) -> None:
    write(advisor, A=A, B=B, advice=ADVICE)
    advisor.get(f"{AT}/writing/A")
    advisor.post(f"{AT}/writing/A", leave_out="yes").says("已去掉，后面的方案依次前移。", "设 48 个摊位")
    assert advisor.get(f"{AT}/publication").status in {200, 303}
    advisor.get(f"{AT}/writing")
    advisor.post(f"{AT}/writing").says("草稿已丢弃。")
    advisor.get(f"{AT}/writing").says("添加方案甲")


def test_neighbours_do_not_write(cast: Cast, tmp_path: Path) -> None:
    topic_of(cast, opened(cast)[0])
    zhao = browser(cast, "赵玉梅", folder=tmp_path)
    assert zhao.get(f"{AT}/writing").status == 403
    browser(cast, "刘敏", folder=tmp_path).get(f"{AT}/writing").says("添加方案甲")
