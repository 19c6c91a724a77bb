from typing import Any

from civic.propose import acts
from civic.propose.rules import Nature
from civic.propose.tables import Issue
from tests.cast import Cast
from tests.propose.conftest import raised
from tests.web import plain


def test_today_asks_whoever_must_check(cast: Cast, at: Any, reference: str) -> None:
    raised(cast, "赵玉梅", "路灯不亮", building="3号楼")
    assert "单元门关不上" not in at("孙浩").get("/")
    head = at("刘志强").get("/")
    head.says("单元门关不上", "填写核实情况", "3月9日")
    assert "路灯不亮" not in head
    with cast.acting("刘敏") as work:
        ident = work.one(Issue, reference=reference).id
        acts.verify_issue(work, ident, findings="x", nature=Nature.SELF_GOVERNANCE)
    at("刘敏").get("/").says("单元门关不上", "路灯不亮")
    assert "单元门关不上" not in at("刘志强").get("/")


def test_lately_closed_and_my_own(cast: Cast, at: Any, reference: str) -> None:
    with cast.acting("孙浩") as work:
        acts.endorse_issue(work, work.one(Issue, reference=reference).id)
    for name, listed in [("赵玉梅", True), ("孙浩", True), ("周建", False)]:
        assert ("单元门关不上" in at(name).get("/me")) is listed
    with cast.acting("刘敏") as work:
        ident = work.one(Issue, reference=reference).id
        acts.verify_issue(work, ident, findings="x", nature=Nature.SELF_GOVERNANCE)
        acts.handle_issue(work, ident, mode="at_once", what="修好了。", trips=0)
    at().get("/").says("单元门关不上", "3月2日")


def test_each_ask_names_the_act_the_issue_and_how_late(cast: Cast, at: Any, reference: str) -> None:
    raised(cast, "赵玉梅", "路灯不亮", building="3号楼")
    cast.clock.advance(days=10)
    page = at("刘敏").get("/")
    page.says(
        "今天有 2 件事请您办", "单元门关不上", "填写核实情况", "路灯不亮", "3月9日 周一 24:00 截止，超期 3 天"
    )
    words = "".join(plain(page.text).split())
    assert words.count("填写核实情况") == 2
    assert words.count("超期3天") == 2
    assert "时间已到" not in words
