"""A declined issue: its raiser or an endorser objects, the supervisory committee answers in public."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from civic.core.errors import NotAllowed, NotFound, Refusal
from civic.propose import acts
from civic.propose.rules import Phase
from civic.propose.rules.objecting import may_answer, may_object
from civic.propose.tables import DeclineObjection, Issue
from civic.timetable import run_due
from tests.cast import Cast
from tests.propose.test_merging import endorse, ident
from tests.propose.test_settling import verified
from tests.web import browser, statements

LAST = date(2026, 3, 17)


@pytest.fixture
def declined(cast: Cast, reference: str) -> str:
    """Sun Hao stands behind it; checked on the spot, then declined."""
    endorse(cast, "孙浩", reference)
    return decline(cast, verified(cast, reference))


def decline(cast: Cast, reference: str) -> str:
    with cast.acting("刘敏") as work:
        acts.decline_issue(work, work.one(Issue, reference=reference).id, reason="门归物业管。")
    return reference


def contest(cast: Cast, name: str, reference: str) -> int:
    with cast.acting(name) as work:
        acts.object_to_decline(work, work.one(Issue, reference=reference).id, text="物业说不归他们。")
    with cast.acting(None, write=False) as work:
        return max(each.id for each in work.session.query(DeclineObjection))


def answer(cast: Cast, objection: int, *, upheld: bool, name: str = "周建") -> None:
    with cast.acting(name) as work:
        acts.answer_decline(work, objection, answer="看过合同。", upheld=upheld)


@pytest.mark.parametrize(
    ("phase", "until", "today", "waiting", "already", "sentence"),
    [
        (Phase.DECLINED, LAST, LAST, False, False, ""),
        (Phase.DECLINED, LAST, date(2026, 3, 18), False, False, "days for objections are over"),
        (Phase.DECLINED, None, LAST, False, False, "days for objections are over"),
        (Phase.DECLINED, LAST, LAST, True, False, "waits for its answer"),
        (Phase.DECLINED, LAST, LAST, False, True, "objected already"),
        (Phase.MERGED, LAST, LAST, False, False, "not declined"),
        (Phase.VERIFIED, None, LAST, False, False, "not declined"),
    ],
)
def test_until_the_last_day_one_at_a_time(
    phase: Phase, until: date | None, today: date, waiting: bool, already: bool, sentence: str
) -> None:
    verdict = may_object(phase, until, today, waiting=waiting, already=already)
    assert bool(verdict) == (sentence == "")
    assert sentence in (verdict.because.text if verdict.because else "")


def test_never_by_the_committee_that_declined_or_in_ones_own_matter() -> None:
    assert may_answer(answered=False, of_the_committee=False, own=False)
    for flags in ((True, False, False), (False, True, False), (False, False, True)):
        assert not may_answer(answered=flags[0], of_the_committee=flags[1], own=flags[2])


def test_the_page_says_how_to_object_until_when(cast: Cast, at: Any, declined: str) -> None:
    at().get(f"/issues/{declined}").says(
        "不予受理，理由公开。3月17日 24:00 前可以提出异议", "提事人和附议人在 3月17日 24:00 前可以提出异议", "居务监督委员会在 5 个工作日内公开答复"
    )  # fmt: skip
    for name, offered in [("赵玉梅", True), ("孙浩", True), ("王桂兰", False), (None, False)]:
        assert ("对这个决定提出异议" in at(name).get(f"/issues/{declined}")) is offered, name
    at("赵玉梅").get("/").says("看办理情况", "3月17日")


def test_the_raiser_objects_and_is_right(cast: Cast, at: Any, declined: str) -> None:
    zhao, path = at("赵玉梅"), f"/issues/{declined}/objection"
    zhao.get(path).says("不予受理的理由", "门归物业管。")
    assert zhao.post(path, text="").status == 422
    zhao.post(path, text="物业说不归他们。").says(
        "您的异议已交给居务监督委员会", "居务监督委员会最迟 3月9日 答复", "物业说不归他们。"
    )
    supervisor, path = at("周建"), f"/issues/{declined}/objection/answer"
    supervisor.get("/").says("答复异议", "单元门关不上", "3月9日")
    supervisor.get(f"/issues/{declined}").says("这件事不予受理，对不对？")
    supervisor.get(path).says("门归物业管。", "物业说不归他们。")
    assert supervisor.post(path, answer="看过合同。").status == 422
    check = supervisor.post(path, upheld="yes", answer="看过合同，门是公共部位。")
    check.says("成立：重新受理", "看过合同，门是公共部位。")
    cast.clock.advance(days=3)
    supervisor = at("周建")
    supervisor.get(path)
    supervisor.post(path, upheld="yes", answer="看过合同，门是公共部位。")
    supervisor.post(path, sure="yes").says("答复已公开")
    page = at().get(f"/issues/{declined}")
    page.says(
        "待受理", "异议成立，重新受理，最迟 3月12日 首次答复", "居务监督委员会：异议成立", "看过合同，门是公共部位。",
        "当时不予受理的理由： 门归物业管。", "决定这件事怎么办", "首次答复期限3月12日",
    )  # fmt: skip
    at("刘敏").get(f"/issues/{declined}").says("决定怎么办")
    with cast.acting(None, write=False) as work:
        issue = work.one(Issue, reference=declined)
        assert (issue.phase, issue.object_until_on) == ("verified", None)
        assert issue.whole_due_on == date(2026, 4, 16), "three working days were lost"


def test_what_was_never_checked_goes_back_to_the_check(cast: Cast, reference: str) -> None:
    decline(cast, reference)
    answer(cast, contest(cast, "赵玉梅", reference), upheld=True)
    with cast.acting(None, write=False) as work:
        assert work.one(Issue, reference=reference).phase == "submitted"


def test_rejected_it_stays_and_says_so(cast: Cast, at: Any, declined: str) -> None:
    answer(cast, contest(cast, "孙浩", declined), upheld=False)
    at().get(f"/issues/{declined}").says(
        "已终止", "异议不成立，维持不予受理", "附议人的异议", "看过合同。", "居务监督委员会：异议不成立"
    )
    at("赵玉梅").get("/").says("看办理情况")
    sun = at("孙浩")
    sun.get("/").says("看答复", "居务监督委员会已答复异议", "您关注的事", "已终止")
    sun.get(f"/issues/{declined}")
    told = next(action for action in sun.page.forms if action.endswith("/told"))
    sun.post(told.removeprefix("/gongfu"))
    assert "看答复" not in sun.get("/")
    with cast.acting("孙浩") as work, pytest.raises(Refusal, match="objected already"):
        acts.object_to_decline(work, work.one(Issue, reference=declined).id, text="再说一遍。")
    contest(cast, "赵玉梅", declined)


def test_declined_again_it_may_be_contested_again(cast: Cast, declined: str) -> None:
    answer(cast, contest(cast, "赵玉梅", declined), upheld=True)
    cast.clock.advance(days=1)
    decline(cast, declined)
    contest(cast, "赵玉梅", declined)


def test_who_may_object_and_when(cast: Cast, declined: str) -> None:
    issue = ident(cast, declined)
    for name in ("王桂兰", "周建", "刘敏"):
        with cast.acting(name) as work, pytest.raises(NotAllowed):
            acts.object_to_decline(work, issue, text="不服。")
    with cast.acting("维托") as work, pytest.raises(NotFound):
        acts.object_to_decline(work, issue, text="不服。")
    cast.clock.advance(days=15)
    contest(cast, "孙浩", declined)
    with cast.acting("赵玉梅") as work, pytest.raises(Refusal, match="waits for its answer"):
        acts.object_to_decline(work, issue, text="不服。")


def test_after_fifteen_days_it_is_too_late(cast: Cast, at: Any, declined: str) -> None:
    cast.clock.advance(days=16)
    with cast.acting("赵玉梅") as work, pytest.raises(Refusal, match="over"):
        acts.object_to_decline(work, work.one(Issue, reference=declined).id, text="不服。")
    at("赵玉梅").get(f"/issues/{declined}").says("异议期已于 3月17日 届满。")


def test_who_may_answer(cast: Cast, declined: str) -> None:
    objection = contest(cast, "赵玉梅", declined)
    for name in ("刘敏", "赵玉梅", "陈书"):
        with cast.acting(name) as work, pytest.raises(NotAllowed):
            acts.answer_decline(work, objection, answer="好。", upheld=True)
    with cast.acting("维托") as work, pytest.raises(NotFound):
        acts.answer_decline(work, objection, answer="好。", upheld=True)
    answer(cast, objection, upheld=False)
    with cast.acting("周建") as work, pytest.raises(Refusal, match="answered already"):
        acts.answer_decline(work, objection, answer="好。", upheld=True)


def test_a_supervisor_does_not_answer_in_the_own_matter(cast: Cast, reference: str) -> None:
    endorse(cast, "周建", reference)
    decline(cast, reference)
    objection = contest(cast, "周建", reference)
    with cast.acting("周建") as work, pytest.raises(Refusal, match="own matter"):
        acts.answer_decline(work, objection, answer="好。", upheld=True)


def test_entered_from_paper_for_a_neighbour(cast: Cast, at: Any, declined: str) -> None:
    head, path = at("刘志强"), f"/issues/{declined}/objection/paper"
    head.get(f"/issues/{declined}").says("代录书面异议")
    head.get(path)
    page = head.post(path, name="王桂兰", channel="slip", text="门还是坏的。")
    assert page.status == 422
    page.says("没有这个姓名", "门还是坏的。")
    head.post(path, name="赵玉梅", channel="slip", text="门还是坏的。").says("异议已交给居务监督委员会")
    page = at().get(f"/issues/{declined}")
    page.says("提事人的异议", "纸条", "门还是坏的。")
    with cast.acting(None, write=False) as work:
        objection = work.session.query(DeclineObjection).one().id
    answer(cast, objection, upheld=False)
    head.get("/").says("把答复告诉本人")
    with cast.acting("孙浩") as work, pytest.raises(NotAllowed):
        acts.note_answer_told(work, objection)
    with cast.acting("刘志强") as work:
        acts.note_answer_told(work, objection)
    assert "把答复告诉本人" not in head.get("/")
    assert "赵玉梅" not in page
    for name, status in [("赵玉梅", 403), ("周建", 403), ("刘敏", 200)]:
        assert at(name).get(path).status == status, name


def test_a_late_answer_is_written_down_once(cast: Cast, at: Any, declined: str) -> None:
    contest(cast, "赵玉梅", declined)
    cast.clock.advance(days=7)
    run_due(cast.workshop)
    assert "异议答复超期" not in at().get(f"/issues/{declined}")
    cast.clock.advance(days=1)
    run_due(cast.workshop)
    run_due(cast.workshop)
    page = at().get(f"/issues/{declined}")
    page.says("异议答复超期，期限为 3月9日", "超期 1 天")
    assert page.text.count("异议答复超期") == 1
    at("周建").get("/").says("超期 1 天")


def test_the_page_asks_once_more_however_many_object(cast: Cast, tmp_path: Path, declined: str) -> None:
    visitor, counts = browser(cast, folder=tmp_path), []
    visitor.get(f"/issues/{declined}")
    for name in ("赵玉梅", "孙浩", ""):
        with statements(cast.workshop.database) as seen:
            visitor.get(f"/issues/{declined}")
        counts.append(len(seen))
        if name:
            answer(cast, contest(cast, name, declined), upheld=False)
    assert counts[1] == counts[2] == counts[0] + 1
