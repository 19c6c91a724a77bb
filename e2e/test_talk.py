"""A reproach at a stall is reported, hidden, appealed, and comes back."""

import pytest

from e2e import road
from e2e.browser import PHONE, PHONE_BARE
from e2e.people import Cast

phones = pytest.mark.parametrize("look", [PHONE_BARE, PHONE], indirect=True, ids=str)

WORDS = "摊主把占路当本事，居委会也不管。"


@phones
def test_a_hidden_contribution_is_appealed_and_comes_back(cast: Cast) -> None:
    zhao = cast["赵玉梅"].opens_issue("电动车上楼充电")
    at = zhao.path
    road.speak(zhao, at, "against", WORDS)
    zhao.reads("已发表，谢谢您的意见。")
    one = said(cast, at)

    cast["孙浩"].opens(one).unfolds("Report it").presses("Insults or threatens somebody").reads("您已举报")
    liu = cast["刘敏"].opens("/").reads("1 个举报待答复").opens(one)
    liu.presses("Hide it").reads("意见不同、批评干部，都不是隐藏的理由。")
    liu.fills(ground="insult", because="指责了摊主。").presses("Hide it").reads("已隐藏。")

    stranger = cast[""].opens(at).reads("已被居委会隐藏", "辱骂或威胁他人", "指责了摊主。")
    stranger.opens(one).reads("反对", "发表人可在")
    assert WORDS not in stranger.text
    assert WORDS not in cast[""].opens("/search?q=占路当本事").text
    cast["孙浩"].opens("/").reads("您举报的意见已被隐藏")

    zhao.opens("/").reads("您的意见被隐藏了").opens(one).presses("Appeal")
    zhao.fills(text="我说的是占路，没有骂人。").presses("Send the appeal")
    zhao.reads("您的申诉已交居务监督委员会。", "居务监督委员会")
    assert "没有骂人" not in cast[""].opens(one).text

    zhou = cast["周建"].opens("/").reads("答复申诉").opens(f"{one}/appeal-answer")
    zhou.reads(WORDS, "指责了摊主。", "我说的是占路，没有骂人。")
    zhou.fills(upheld="yes", answer="批评不是辱骂，恢复显示。").presses("Publish the answer")
    zhou.reads("您的答复已公开。")

    cast[""].opens(at).reads(WORDS, "申诉成立，被隐藏的意见恢复显示。")
    cast[""].opens(one).reads(WORDS, "申诉成立。", "批评不是辱骂，恢复显示。")
    cast[""].opens("/search?q=占路当本事").reads(WORDS)
    zhao.opens("/").reads("您的意见已恢复显示").opens(one).presses("I have read it")
    assert not zhao.opens("/").sees("您的意见已恢复显示")
    assert liu.opens(f"{one}/hiding", status=409).sees("居务监督委员会已决定恢复显示")


@phones
def test_answered_changed_and_withdrawn(cast: Cast) -> None:
    zhao = cast["赵玉梅"].opens_issue("电动车上楼充电")
    at = zhao.path
    road.speak(zhao, at, "for", "应该管。")
    one = said(cast, at)
    zhao.opens(one).presses("Change it").fills(stance="for", text="应该管，也要有地方充。")
    zhao.presses("Publish the change").reads("已修改，原来的内容仍可查看。", "应该管，也要有地方充。")
    sun = cast["孙浩"].opens(at).reads("应该管，也要有地方充。", "已修改，看原文").opens(one)
    sun.fills(text="楼下可以装充电桩。").presses("Publish it").reads("1 条回复", "楼下可以装充电桩。")
    zhao.opens(one)
    assert not zhao.may_press("Change it")
    zhao.presses("Withdraw it").presses("Withdraw it").reads(
        "已撤回。内容已删除，位置还在。", "楼下可以装充电桩。"
    )
    assert "应该管，也要有地方充。" not in cast[""].opens(at).reads("已撤回", "楼下可以装充电桩。").text


def said(cast: Cast, at: str) -> str:
    """The page of the newest contribution."""
    newest = cast["孙浩"].opens(f"{at}/views").page.locator("main .talk > li").first
    return f"{at}/views/{str(newest.get_attribute('id')).removeprefix('c')}"
