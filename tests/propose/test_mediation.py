"""A quarrel is mediated in private: both sides agree first, everybody reads whether it settled, nobody else how."""

from datetime import date, timedelta
from typing import Any

import pytest

from civic.core.errors import NotAllowed, Refusal
from civic.propose import acts
from civic.propose.rules import Nature
from civic.propose.rules.mediation import Settled
from civic.propose.tables import Issue, Mediation
from tests.cast import Cast

AGREED, PLACE = "每晚十点后不拖椅子，垫上毡垫", "居委会二楼小屋"
UNTIL = date(2026, 3, 30)


def quarrel(cast: Cast, nature: Nature = Nature.DISPUTE) -> tuple[int, str]:
    with cast.acting("赵玉梅") as work:
        issue = acts.raise_issue(
            work, title="楼上拖椅子", facts="夜里拖", wish="请轻些", category="disputes",
            building_id=cast.buildings["2号楼"],
        )  # fmt: skip
        ident, reference = issue.id, issue.reference
    with cast.acting("刘敏") as work:
        acts.verify_issue(work, ident, findings="属实", nature=nature, public_because="大家的事")
    return ident, reference


def begin(
    cast: Cast, who: str = "刘敏", mediator: str = "吴波", other: str = "王桂兰", **more: Any
) -> tuple[int, str]:
    ident, reference = quarrel(cast)
    with cast.acting(who) as work:
        on = more.get("on", work.today)
        sides = (
            acts.Agreed(cast.people["赵玉梅"], "赵玉梅", "phone", on),
            acts.Agreed(cast.people[other], other, "paper", on),
        )
        acts.mediate_issue(
            work, ident, mediator_id=cast.people[mediator], post="advisor", sides=sides,
            until_on=more.get("until_on", UNTIL),
        )  # fmt: skip
    return ident, reference


def test_only_the_committee_begins_one(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        begin(cast, who="刘志强")


REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"mediator": "王桂兰"}, "Whoever mediates is not one of the two sides."),
    ({"other": "赵玉梅"}, "The other side is somebody else than the raiser."),
    ({"on": date(2026, 3, 9)}, "This day has not come yet."),
    ({"until_on": date(2026, 3, 2)}, "Please choose a day after today, within"),
    ({"until_on": date(2026, 6, 2)}, "Please choose a day after today, within"),
]


@pytest.mark.parametrize(("how", "why"), REFUSED)
def test_nobody_is_mediated_without_consent_and_a_day(cast: Cast, how: dict[str, Any], why: str) -> None:
    with pytest.raises(Refusal) as caught:
        begin(cast, **how)
    assert caught.value.because.text.startswith(why)


def test_only_a_quarrel_is_mediated(cast: Cast, at: Any) -> None:
    _, reference = quarrel(cast, Nature.SELF_GOVERNANCE)
    assert "交由不公开调解" not in at("刘敏").get(f"/issues/{reference}/settlement").text
    at("刘敏").get(f"/issues/{reference}/mediation/new").says("只有邻里纠纷可以调解")


def test_the_committee_begins_one_on_its_page(cast: Cast, at: Any) -> None:
    _, reference = quarrel(cast)
    liu = at("刘敏")
    liu.get(f"/issues/{reference}/settlement").says("交由不公开调解", "须先征得双方同意")
    liu.get(f"/issues/{reference}/mediation/new").says("第十七条")
    typed = {
        "mediator": str(cast.people["吴波"]), "raiser_consent": "phone", "raiser_on": "2026-03-01", "other": "王桂兰",
        "other_consent": "paper", "other_on": "2026-03-02", "until_on": "2026-03-30",
    }  # fmt: skip
    liu.post(f"/issues/{reference}/mediation/new", **typed | {"until_on": "2026-03-01"}).says("请选明天起")
    liu.post(f"/issues/{reference}/mediation/new", **typed).says("已开始调解。", "正在不公开调解")
    liu.get(f"/issues/{reference}/mediation").says("吴波", "王桂兰", "书面签字同意")


def test_everybody_reads_that_it_runs_and_nothing_else(cast: Cast, at: Any) -> None:
    _, reference = begin(cast)
    for name in (None, "孙浩"):
        page = at(name).get(f"/issues/{reference}")
        page.says("正在不公开调解", "3月30日", "双方同意不公开调解")
        assert not any(word in page.text for word in ("王桂兰", "吴波", "楼上拖椅子")), name
    assert at("孙浩").client.get(f"/gongfu/issues/{reference}/mediation").status_code == 403
    at("吴波").get("/").says("不公开调解")
    at("王桂兰").get("/").says("查看见面时间和地点")


def test_nobody_else_says_what_becomes_of_it(cast: Cast) -> None:
    ident, _ = begin(cast)
    with pytest.raises(Refusal) as caught, cast.acting("刘敏") as work:
        acts.answer_route(work, ident, answer="好了")
    assert caught.value.because.text == "It is being mediated; what comes of it is for the mediator to say."
    for who in ("刘敏", "刘志强"):
        with pytest.raises(Refusal), cast.acting(who) as work:
            acts.end_mediation(work, ident, outcome=Settled.NOT_AGREED)
    with pytest.raises(NotAllowed), cast.acting("赵玉梅") as work:
        acts.set_session(work, ident, on=date(2026, 3, 5), hour="19:30", place=PLACE)


def test_they_meet_and_agree_and_nobody_else_reads_how(cast: Cast, at: Any) -> None:
    ident, reference = begin(cast)
    wu = at("吴波")
    wu.get(f"/issues/{reference}/mediation").says("还没有约定时间")
    wu.post(f"/issues/{reference}/mediation/sessions", on="2026-03-05", hour="19:30", place=PLACE).says(PLACE)
    at("王桂兰").get(f"/issues/{reference}/mediation").says(PLACE, "3月5日", "19:30")
    wu.get(f"/issues/{reference}/mediation/end")
    typed = {"outcome": "agreed", "agreement": AGREED}
    wu.post(f"/issues/{reference}/mediation/end", **typed).says("请选一个今天以后的日期")
    wu.post(f"/issues/{reference}/mediation/end", **typed, review_on="2026-04-02").says("达成协议", AGREED)
    for name, reads in {"王桂兰": True, "赵玉梅": True, "吴波": True, "刘敏": False}.items():
        assert (AGREED in at(name).get(f"/issues/{reference}/mediation").text) == reads, name
    page = at().get(f"/issues/{reference}")
    page.says("经不公开调解，已达成协议")
    assert AGREED not in page.text
    assert PLACE not in page.text
    with cast.acting(None, write=False) as work:
        assert work.get(Issue, ident).phase == "closed"
    with pytest.raises(Refusal), cast.acting("吴波") as work:
        acts.end_mediation(work, ident, outcome=Settled.NOT_AGREED)


def test_it_is_looked_at_whether_it_is_kept(cast: Cast, at: Any) -> None:
    ident, reference = begin(cast)
    with cast.acting("吴波") as work:
        acts.end_mediation(
            work, ident, outcome=Settled.AGREED, agreement=AGREED, review_on=work.today + timedelta(30)
        )
    with pytest.raises(Refusal) as caught, cast.acting("吴波") as work:
        acts.review_agreement(work, ident, kept=True)
    assert caught.value.because.text == "The day has not come yet."
    cast.clock.advance(days=31)
    at("吴波").get("/").says("回访协议是否履行")
    with pytest.raises(Refusal), cast.acting("刘敏") as work:
        acts.review_agreement(work, ident, kept=True)
    wu = at("吴波")
    wu.get(f"/issues/{reference}/mediation")
    wu.post(f"/issues/{reference}/mediation/review", kept="no").says("协议未履行", "第三十二条", "第二十六条")
    assert "未履行" not in at().get(f"/issues/{reference}").text
    with cast.acting(None, write=False) as work:
        assert work.one(Mediation, issue_id=ident).kept is False


@pytest.mark.parametrize("outcome", [Settled.NOT_AGREED, Settled.WITHDRAWN])
def test_without_an_agreement_they_are_told_where_to_go(cast: Cast, at: Any, outcome: Settled) -> None:
    ident, reference = begin(cast)
    with pytest.raises(Refusal), cast.acting("吴波") as work:
        acts.end_mediation(work, ident, outcome=outcome, agreement=AGREED)
    with cast.acting("吴波") as work:
        acts.end_mediation(work, ident, outcome=outcome)
    page = at().get(f"/issues/{reference}")
    page.says("经不公开调解，未达成协议", "《人民调解法》第二十六条", "人民调解委员会")
    assert "不愿继续" not in page.text
    at("王桂兰").get(f"/issues/{reference}/mediation").says("仲裁、行政、司法")
