from typing import Any

import pytest

from civic.propose import acts
from civic.propose.rules import Nature
from civic.propose.tables import Issue
from tests.cast import Cast
from tests.propose.conftest import raised


def verified(cast: Cast, reference: str) -> str:
    with cast.acting("刘敏") as work:
        ident = work.one(Issue, reference=reference).id
        acts.verify_issue(work, ident, findings="闭门器坏了。", nature=Nature.SELF_GOVERNANCE)
    return reference


def state(cast: Cast, reference: str) -> tuple[str, str]:
    with cast.acting(None, write=False) as work:
        issue = work.one(Issue, reference=reference)
        return issue.phase, issue.reason


def test_verify_with_who_may_decide_beside_each_nature(cast: Cast, at: Any, reference: str) -> None:
    path = f"/issues/{reference}/verification"
    for name, status in [("赵玉梅", 403), ("周建", 403), ("刘志强", 200), ("刘敏", 200)]:
        assert at(name).get(path).status == status, name
    committee = at("刘敏")
    committee.get(path).says("行政管理事务", "表决没有约束力")
    page = committee.post(path, findings="闭门器坏了。")
    assert page.status == 422
    assert "闭门器坏了。" in page
    assert page.says("请填写这一项")
    committee.post(path, findings="闭门器坏了。", nature="public_order").says(
        "核实情况已公开", "决定这件事怎么办"
    )
    assert committee.get(path).status == 409


def test_safety_first_where_somebody_is_in_danger(cast: Cast, at: Any, reference: str) -> None:
    head, path = at("刘志强"), f"/issues/{reference}/safety"
    head.get(path)
    assert head.post(path, what="", volunteers="-1").status == 422
    head.post(path, what="拉了围挡。", volunteers="18").says("18 名志愿者值守", "拉了围挡。")


def test_only_what_is_possible_is_offered(cast: Cast, at: Any, reference: str) -> None:
    page = at("刘敏").get(f"/issues/{reference}/settlement")
    page.says("不予受理", "并入另一事项")
    assert "列为议题" not in page
    at("刘敏").get(f"/issues/{verified(cast, reference)}/settlement").says(
        "列为议题", "直接办理", "转交责任单位"
    )
    assert at("刘志强").get(f"/issues/{reference}/settlement").status == 403
    for step in ("reopen", "answer"):
        assert at("刘敏").get(f"/issues/{reference}/settlement/{step}").status == 404


WAYS: list[tuple[str, dict[str, str], str]] = [
    (
        "accept",
        {"background": "门坏了三天。", "scope": "议修哪一种。", "days": "5", "circle": "all", "ways": "here"},
        "topic",
    ),
    ("decline", {"reason": "两户之间的债务，\n请走调解。"}, "declined"),
    ("route", {"receiver": "街道城建科", "receipt": "12号", "reason": "归城建。", "days": "10"}, "routed"),
    ("handle", {"mode": "guided", "what": "教会了怎么申请。", "trips": "1"}, "handled"),
    ("merge", {"into_reference": "gf-2026-002", "reason": "同一件事。"}, "merged"),
]


@pytest.mark.parametrize(("step", "typed", "phase"), WAYS)
def test_ask_check_and_do(
    cast: Cast, at: Any, reference: str, step: str, typed: dict[str, str], phase: str
) -> None:
    raised(cast, "孙浩")
    committee, path = at("刘敏"), f"/issues/{verified(cast, reference)}/settlement/{step}"
    committee.get(path)
    bad = committee.post(path, **dict.fromkeys(typed, ""))
    assert bad.status == 422
    assert state(cast, reference)[0] == "verified"
    check = committee.post(path, **typed)
    assert check.status == 200
    assert check.says("确认后不能撤回")
    assert step != "merge" or check.says("并入的事项", "并入事项现在的状态 待受理"), (
        "which one, and how it stands"
    )
    assert state(cast, reference)[0] == "verified"
    again = committee.post(path, sure="no")
    assert again.status == 200
    assert all(value in again.text for value in typed.values() if "gf" not in value)
    committee.post(path, **typed)
    tokens = committee.hidden(path)
    for _press in range(2):
        assert committee.post(path, tokens=tokens, sure="yes").status == 200
    assert state(cast, reference)[0] == phase
    if "reason" in typed:
        assert state(cast, reference)[1] == typed["reason"]
    assert at("刘敏").get(path).status == 409


@pytest.mark.parametrize(
    ("into", "sentence"),
    [
        ("GF-2026-099", "没有这个编号的事项"),
        ("GF-2026-001", "事项不能并入它自己"),
        ("WW-2026-001", "没有这个编号的事项"),
    ],
)
def test_merge_only_into_another_open_issue_here(
    cast: Cast, at: Any, reference: str, into: str, sentence: str
) -> None:
    with cast.acting("维托") as work:
        acts.raise_issue(work, title="x", facts="x", wish="x", category="other")
    committee, path = at("刘敏"), f"/issues/{reference}/settlement/merge"
    committee.get(path)
    page = committee.post(path, into_reference=into, reason="同一件事。", sure="yes")
    assert page.status == 422
    assert page.says(sentence)
    assert "同一件事。" in page


@pytest.mark.parametrize(
    ("step", "typed", "sentence"),
    [
        ("accept", {"background": "x", "scope": "x", "days": "4"}, "请填写不小于 5 的数"),
        ("accept", {"background": "x", "scope": "x", "days": "5.5"}, "请填写整数"),
        ("route", {"receiver": "x", "receipt": "x", "reason": "x", "days": "61"}, "请填写不大于 60 的数"),
        ("handle", {"mode": "magic", "what": "x", "trips": "0"}, "请选择其中一项"),
    ],
)
def test_bad_input(
    cast: Cast, at: Any, reference: str, step: str, typed: dict[str, str], sentence: str
) -> None:
    committee, path = at("刘敏"), f"/issues/{verified(cast, reference)}/settlement/{step}"
    committee.get(path)
    page = committee.post(path, **typed)
    assert page.status == 422
    assert page.says(sentence)


def test_the_answer_closes_what_was_routed(cast: Cast, at: Any, reference: str) -> None:
    committee = at("刘敏")
    assert committee.get(f"/issues/{reference}/answer").status == 409
    with cast.acting("刘敏") as work:
        ident = work.one(Issue, reference=reference).id
        acts.verify_issue(work, ident, findings="x", nature=Nature.PUBLIC_ORDER)
        acts.route_issue(work, ident, receiver="城管中队", receipt="12号", reason="归城管。", days=10)
    committee.get(f"/issues/{reference}").says("请您", "录入答复")
    committee.get(f"/issues/{reference}/answer")
    committee.post(f"/issues/{reference}/answer", answer="已派人拆除。").says("确认后不能撤回")
    committee.post(f"/issues/{reference}/answer", sure="yes").says("这件事已办结", "已派人拆除。", "城管中队")
