"""The draft's rules as a table: paragraphs, who may change what, when."""

import pytest

from civic.discuss.rules import drafting
from civic.propose.rules import Phase

TEXT = "第一条 早市七点收摊。\n第二条 不用喇叭。"


@pytest.mark.parametrize(
    ("old", "new", "after"),
    [
        ("第二条 不用喇叭。", "第二条 八点前不用喇叭。", "第一条 早市七点收摊。\n第二条 八点前不用喇叭。"),
        ("第一条 早市七点收摊。", " 甲\n\n乙 ", "甲\n乙\n第二条 不用喇叭。"),
        ("第三条", "别的", None),
    ],
)
def test_a_paragraph_is_replaced(old: str, new: str, after: str | None) -> None:
    assert drafting.replaced(TEXT, old, new) == after


@pytest.mark.parametrize(
    ("verdict", "because"),
    [
        (drafting.may_write_draft(written=False, phase=Phase.TOPIC), None),
        (drafting.may_write_draft(written=False, phase=Phase.OUTCOME), None),
        (drafting.may_write_draft(written=True, phase=Phase.TOPIC), "a draft already"),
        (drafting.may_write_draft(written=False, phase=Phase.DECIDING), "not talked over"),
        (drafting.may_amend(text="", phase=Phase.TOPIC), "no draft resolution"),
        (drafting.may_amend(text=TEXT, phase=Phase.POSTED), "not talked over"),
        (drafting.amendment_holds(text=TEXT, old="第二条 不用喇叭。", new="第二条"), None),
        (drafting.amendment_holds(text=TEXT, old="第三条", new="第二条"), "not in the draft any more"),
        (drafting.amendment_holds(text=TEXT, old="第二条 不用喇叭。", new="第二条 不用喇叭。 "), "already"),
        (drafting.amendment_holds(text=TEXT, old="第二条 不用喇叭。", new="长" * 2000), "2,000"),
        (drafting.may_answer_amendment(state="open"), None),
        (drafting.may_answer_amendment(state="withdrawn"), "was withdrawn"),
        (drafting.may_answer_amendment(state="outdated"), "answered already"),
        (drafting.may_decline(reason=" "), "say why"),
        (drafting.may_decline(reason="吵"), None),
        (drafting.may_withdraw_amendment(state="open"), None),
        (drafting.may_withdraw_amendment(state="accepted"), "does not wait"),
        (drafting.may_accept(text=TEXT, old="第二条 不用喇叭。", new="二", phase=Phase.DECIDING), "not talked over"),
    ],
)  # fmt: skip
def test_when_it_may_be(verdict: object, because: str | None) -> None:
    assert bool(verdict) is (because is None)
    assert because is None or because in str(getattr(verdict, "because", ""))


def test_others_lose_the_same_paragraph() -> None:
    assert drafting.outdated_by("一", [(2, "一"), (3, "二"), (4, "一")]) == [2, 4]
