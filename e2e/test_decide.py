"""Decide: the router, the notice, a ballot on the phone and on paper, the sum in one sentence."""

import re

import pytest

from e2e import road
from e2e.browser import PHONE, PHONE_BARE, WIDE
from e2e.people import Cast, Person

both = pytest.mark.parametrize("look", [PHONE_BARE, WIDE], indirect=True, ids=str)
phone = pytest.mark.parametrize("look", [PHONE], indirect=True, ids=str)
bare = pytest.mark.parametrize("look", [PHONE_BARE], indirect=True, ids=str)


@phone
def test_the_notice_asks_first_who_may_decide(cast: Cast) -> None:
    liu = cast["刘敏"]
    at = liu.opens_issue("电动车上楼充电").path
    liu.waits_until(lambda: liu.may_press("Write the outcome"))
    road.write_outcome(liu, at, "电动车不上楼，不进电梯。", "楼道里没有电动车", 27, 30, "vote")
    liu.opens(f"{at}/vote-notice").reads(
        "这件事由谁决定？", "居民共同事务", "居民会议", "有约束力，通过后照办"
    )
    liu.reads("协商成果征求意见至", "此后方可发出表决通知")
    assert not liu.may_press("Look it over")
    road.study(cast["陈书"], at, "同意提交居民代表会议。")
    liu.waits_until(lambda: liu.may_press("Look it over"))
    road.fill_notice(liu, at, "工福居决〔1〕9号", "是否同意《电动车约定》？", 3, 5)
    liu.presses("Look it over", status=422).reads("最早")
    assert liu.holds("question") == "是否同意《电动车约定》？"
    road.fill_notice(liu, at, "工福居决〔1〕9号", "是否同意《电动车约定》？", 9, 11).presses("Look it over")
    liu.reads("在册 67 人", "到会：三分之二以上", "发出后，以上内容都不能更改").presses("Send out the notice")
    ballot = liu.path
    liu.reads("通知已发出，规则、文本、名册已固定。", "开始表决")
    cast[""].opens("/notices").reads("表决")
    sun = cast["孙浩"].opens(ballot).reads("您在册")
    assert not sun.may_press("Continue")
    sun.waits_until(lambda: sun.may_press("Continue"))
    sun.opens("/").reads("是否同意《电动车约定》？")


@both
def test_a_representative_votes_once_and_may_change(cast: Cast) -> None:
    sun = cast["孙浩"].opens("/").reads("是否同意《中心花园遛狗的约定》？").presses("Vote")
    ballot = sun.path
    sun.presses("Continue", status=422).reads("请选一项：同意、反对或弃权。")
    sun.fills(choice="yes").presses("Continue").reads("投出前，请再看一遍", "同意", "2号楼居民代表", "可以")
    sun.presses("Cast it").reads("您的表决已计入", "凭码可查是否计入，查不到选择。")
    receipt = sun.presses("Check it").reads("已计入").page.url.rsplit("=", 1)[1]
    cast[""].opens(f"/receipt?code={receipt}").reads("已计入")
    cast[""].opens("/receipt?code=22222222").reads("未找到")
    cast_again(sun, ballot)
    sun.opens(ballot).reads("您的表决已计入", "您投的是：同意", "只有您自己看得到")
    sun.presses("Change my ballot").fills(choice="no").presses("Continue").presses("Cast it")
    sun.reads("您的表决已更改。")
    sun.opens(ballot).reads("您投的是：反对")
    cast["赵玉梅"].opens(ballot).reads("您不在本次表决名册上")
    cast[""].opens(f"{ballot}/result").reads("截止前不计票", "提前公布会影响还没投票的人")


def cast_again(sun: Person, ballot: str) -> None:
    """The check page of before, from another tab: a second ballot is refused in a sentence."""
    sun.opens(f"{ballot}/change").fills(choice="yes").presses("Continue")
    sun.page.locator("main form").first.evaluate("(it, to) => it.action = to", f"/gongfu{ballot}/ballot")
    sun.presses("Cast it", status=409).reads("已")


@bare
def test_the_result_says_the_sum_in_one_sentence(cast: Cast) -> None:
    sun = cast["孙浩"].opens("/").presses("Vote")
    ballot = sun.path
    road.vote(sun, ballot, "no")
    road.vote(cast["刘敏"], ballot, "yes")
    lin = cast["林娜"]
    numbers = numbers_of(lin, ballot, "open")
    road.key_sheets(cast, ballot, dict.fromkeys(numbers[:12], "yes"))
    cast["高远"].reads("号票已录入")
    visitor = cast[""].opens(f"{ballot}/result").waits_until(lambda: cast[""].sees("怎么算的"))
    visitor.reads("应到 67，实到 45 ≥ 45；同意 32 > 22，通过。", "没投的 22 张", "结果公示，可提异议")
    visitor.opens("/notices").reads("遛狗")
    final = visitor.opens(f"{ballot}/result").waits_until(lambda: visitor.sees("结果生效。"))
    final.presses("To the issue").reads("办理中")


@bare
def test_owners_sheets_are_keyed_twice_blind_and_the_result_is_final_after_objections(cast: Cast) -> None:
    gao, lin, liu = cast["高远"], cast["林娜"], cast["刘敏"]
    ballot = liu.opens_issue("48 个单元门换新").presses("工福业决").path
    lin.opens(f"{ballot}/sheets").fills(number=1, choice="yes").presses("Key this sheet", status=422)
    lin.reads("1")
    waiting = numbers_of(gao, ballot, "once")
    for number in waiting:
        gao.opens(f"{ballot}/sheets").fills(number=number, choice="yes").presses("Key this sheet")
    assert not gao.sees("第一次录入")
    road.key_sheets(cast, ballot, dict.fromkeys(range(2, 114, 2), "yes"))
    for number in numbers_of(liu, ballot, "differs"):
        liu.opens(f"{ballot}/sheets?state=differs").presses("Settle")
        liu.reads(f"{number} 号票，两次录入不一致", "第一次录入", "第二次录入")
        liu.fills(choice="yes").presses("Settle it").reads("此票已核定，计入表决。")
    liu.opens(f"{ballot}/result").waits_until(lambda: liu.sees("正在计票"))
    liu.opens(f"{ballot}/declaration").reads("待录入或核定").presses("Declare the result")
    liu.reads("结果已公示。", "通过", "人数", "面积", "161 张票去了哪里", "结果公示，可提异议")
    cast[""].opens(f"{ballot}/result").waits_until(lambda: cast[""].sees("结果生效。"))


def numbers_of(who: Person, ballot: str, state: str) -> list[int]:
    """The numbers of the sheets that stand so."""
    who.opens(f"{ballot}/sheets?state={state}")
    found = who.page.locator("main table").last.locator("tbody th").all_inner_texts()
    return [int(number) for number in found if re.fullmatch(r"\d+", number)]
