"""Endorsing is taken back; duplicates become one, and whoever stood behind them comes along or stays behind."""

from pathlib import Path
from typing import Any

import pytest

from civic.core.errors import NotAllowed, NotFound, Refusal
from civic.propose import acts
from civic.propose.tables import Endorsement, Issue
from tests.cast import Cast
from tests.propose.conftest import raised
from tests.web import browser, statements


def ident(cast: Cast, reference: str) -> int:
    with cast.acting(None, write=False) as work:
        return work.one(Issue, reference=reference).id


def behind(cast: Cast, reference: str) -> tuple[int, int]:
    """The number that pages show, and how many rows there are."""
    with cast.acting(None, write=False) as work:
        issue = work.one(Issue, reference=reference)
        rows = work.session.query(Endorsement).filter_by(issue_id=issue.id, withdrawn_at=None).count()
        return issue.endorsements, rows


def endorse(cast: Cast, name: str, reference: str) -> None:
    with cast.acting(name) as work:
        acts.endorse_issue(work, work.one(Issue, reference=reference).id)


def merge(cast: Cast, reference: str, into: str) -> None:
    with cast.acting("刘敏") as work:
        acts.merge_issue(
            work, work.one(Issue, reference=reference).id, into_reference=into, reason="同一件事。"
        )


@pytest.fixture
def other(cast: Cast, reference: str) -> str:
    """Sun Hao raised the same as Zhao Yumei; Zheng Li and Zhou Jian stand behind his."""
    found = raised(cast, "孙浩", "门总关不严")
    for name in ("郑丽", "周建"):
        endorse(cast, name, found)
    return found


def test_endorsing_is_taken_back_and_given_again(cast: Cast, at: Any, reference: str) -> None:
    path = f"/issues/{reference}"
    neighbour = at("孙浩")
    neighbour.get(path)
    neighbour.post(f"{path}/endorsements").says("您已附议。", "撤回附议")
    neighbour.post(f"{path}/endorsements/withdrawal").says("已撤回附议。")
    assert "您已附议。" not in neighbour.page
    assert behind(cast, reference) == (0, 0)
    assert "单元门关不上" not in at("孙浩").get("/me")
    neighbour.get(path)
    neighbour.post(f"{path}/endorsements").says("您已附议。", "已有 1 位邻居附议。")
    assert behind(cast, reference) == (1, 1)


def test_nothing_is_taken_back_twice_or_once_it_is_decided(cast: Cast, reference: str) -> None:
    issue = ident(cast, reference)
    with cast.acting("孙浩") as work, pytest.raises(Refusal, match="do not stand behind"):
        acts.withdraw_endorsement(work, issue)
    endorse(cast, "孙浩", reference)
    with cast.acting("刘敏") as work:
        acts.decline_issue(work, issue, reason="不归我们。")
    with cast.acting("孙浩") as work, pytest.raises(Refusal, match="moved on"):
        acts.withdraw_endorsement(work, issue)
    with cast.acting("唐伟") as work, pytest.raises(NotAllowed):
        acts.withdraw_endorsement(work, issue)
    with cast.acting("维托") as work, pytest.raises(NotFound):
        acts.withdraw_endorsement(work, issue)
    assert behind(cast, reference) == (1, 1)


def test_merged_issues_stay_linked_both_ways(cast: Cast, at: Any, reference: str, other: str) -> None:
    endorse(cast, "郑丽", reference)
    merge(cast, other, reference)
    assert behind(cast, reference) == (3, 3), "who endorsed both counts once"
    assert behind(cast, other) == (2, 2), "the merged one keeps its own"
    at().get(f"/issues/{reference}").says("并入本事项的", "门总关不严", other, "2 人附议", "3 人转入")
    at().get(f"/issues/{other}").says(
        f"请看 {reference}", "并案时有 2 位邻居附议。", "3 人转入", "3 位支持者一并转入"
    )


def test_one_tap_to_stay_behind_and_one_back(cast: Cast, at: Any, reference: str, other: str) -> None:
    merge(cast, other, reference)
    zhou = at("周建")
    zhou.get("/").says("门总关不严", f"已并入 {reference}", "看并入的事项")
    zhou.get(f"/issues/{reference}").says(f"您支持 {other}，已一并转入 {reference}。")
    zhou.post(f"/issues/{other}/merger/staying").says(f"您只留在 {other}。", "2 人转入", "1 人留在原事项")
    assert behind(cast, reference) == (2, 2)
    assert behind(cast, other) == (2, 2)
    assert "门总关不严" not in zhou.get("/")
    zhou.get(f"/issues/{other}").says(f"您只留在 {other}。")
    zhou.post(f"/issues/{other}/merger/coming").says("您已转入这个事项。", "3 人转入")
    assert behind(cast, reference) == (3, 3)


def test_the_raiser_is_carried_too_and_says_that_he_knows(
    cast: Cast, at: Any, reference: str, other: str
) -> None:
    merge(cast, other, reference)
    sun = at("孙浩")
    sun.get("/").says("门总关不严", "看并入的事项")
    sun.get(f"/issues/{reference}")
    sun.post(f"/issues/{other}/merger/coming")
    assert "看并入的事项" not in sun.get("/")
    assert behind(cast, reference) == (3, 3)


def test_whoever_takes_the_endorsement_back_stays_behind(cast: Cast, reference: str, other: str) -> None:
    merge(cast, other, reference)
    with cast.acting("周建") as work:
        acts.withdraw_endorsement(work, work.one(Issue, reference=reference).id)
    assert behind(cast, reference) == (2, 2)
    with cast.acting("周建") as work:
        acts.stay_behind(work, work.one(Issue, reference=other).id)
    assert behind(cast, reference) == (2, 2)


def test_nobody_else_has_this_choice(cast: Cast, reference: str, other: str) -> None:
    merge(cast, other, reference)
    issue = ident(cast, other)
    for name in ("王桂兰", "赵玉梅"):
        with cast.acting(name) as work, pytest.raises(NotFound):
            acts.stay_behind(work, issue)
    with cast.acting("维托") as work, pytest.raises(NotFound):
        acts.stay_behind(work, issue)
    with cast.acting(None) as work, pytest.raises(NotAllowed):
        acts.stay_behind(work, issue)


def test_once_the_other_has_ended_the_choice_is_over(cast: Cast, at: Any, reference: str, other: str) -> None:
    merge(cast, other, reference)
    with cast.acting("刘敏") as work:
        acts.decline_issue(work, work.one(Issue, reference=reference).id, reason="不归我们。")
    with cast.acting("周建") as work, pytest.raises(Refusal, match="ended"):
        acts.stay_behind(work, work.one(Issue, reference=other).id)
    assert "/merger/" not in at("周建").get(f"/issues/{other}").text
    assert "/merger/" not in at("周建").get(f"/issues/{reference}").text


def test_three_become_one_and_the_number_is_exact(cast: Cast, reference: str, other: str) -> None:
    third = raised(cast, "吴波", "门坏了")
    for name in ("周建", "王桂兰", "赵玉梅"):
        endorse(cast, name, third)
    merge(cast, third, other)
    assert behind(cast, other) == (5, 5), "Zheng, Zhou, Wu, Wang, Zhao"
    merge(cast, other, reference)
    assert behind(cast, reference) == (5, 5), "Zheng, Zhou, Wu, Wang, Sun; Zhao raised it"


def test_the_page_asks_no_more_however_many_were_merged(cast: Cast, tmp_path: Path, reference: str) -> None:
    counts = []
    visitor = browser(cast, folder=tmp_path)
    visitor.get(f"/issues/{reference}")
    for number in range(3):
        with statements(cast.workshop.database) as seen:
            visitor.get(f"/issues/{reference}")
        counts.append(len(seen))
        merge(cast, raised(cast, "孙浩", f"门{number}"), reference)
    assert counts[1] == counts[2] == counts[0] + 1


def test_the_raiser_reads_what_became_of_it(cast: Cast, at: Any, reference: str) -> None:
    with cast.acting("刘敏") as work:
        acts.decline_issue(work, work.one(Issue, reference=reference).id, reason="不归我们。")
    zhao = at("赵玉梅")
    zhao.get("/").says("单元门关不上", "看办理情况")
    assert "单元门关不上" not in at("孙浩").get("/").text.split("最近办结")[0]
    zhao.get(f"/issues/{reference}").says("不归我们。", "我看到了")
    zhao.post(f"/issues/{reference}/answer/told").says("“今天”里不再提示")
    assert "看办理情况" not in zhao.get("/")
    with cast.acting("赵玉梅") as work, pytest.raises(Refusal):
        acts.note_told(work, ident(cast, reference))


def test_whoever_entered_it_tells_the_raiser(cast: Cast, at: Any) -> None:
    with cast.acting("刘志强") as work:
        issue = acts.raise_on_behalf(
            work, person_id=cast.people["王桂兰"], channel="slip", title="楼道灯不亮", facts="黑。", wish="修。",
            category="repairs",
        )  # fmt: skip
    with cast.acting("刘敏") as work:
        acts.decline_issue(work, issue.id, reason="已经有人修。")
    head = at("刘志强")
    head.get("/").says("楼道灯不亮", "把办理情况告诉提事人")
    head.get(f"/issues/{issue.reference}")
    head.post(f"/issues/{issue.reference}/answer/told").says("办理情况已当面告知本人。")
    assert "看办理情况" not in at("王桂兰").get("/")
    with cast.acting("孙浩") as work, pytest.raises(NotAllowed):
        acts.note_told(work, issue.id)
