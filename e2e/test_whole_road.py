"""The whole road: one issue from a resident's sentence to the residents' verdict, through all five democracies."""

import re
from datetime import timedelta

import pytest

from e2e import road
from e2e.browser import PHONE_BARE, Look
from e2e.people import Cast, Person

ENGLISH = Look("wide", language="en")
NEEDED = 45
"""Two thirds of 67."""


@pytest.mark.parametrize("look", [PHONE_BARE], indirect=True, ids=str)
def test_from_a_residents_sentence_to_the_residents_verdict(cast: Cast) -> None:
    zhao, liu, visitor = cast["赵玉梅"], cast["刘敏"], cast[""]
    at = road.raise_issue(
        zhao,
        "2号楼前的空地要不要划成晾晒场",
        "被子没处晒，都搭在花丛上。",
        "划一块，定个时间。",
        building="2号楼",
    )
    zhao.opens(at).reads("待受理", "轮到居民委员会", "到现场核实")
    cast["孙浩"].opens(at).presses("Endorse").reads("附议成功")
    road.check(cast["刘志强"], at, "空地 60 平方米，每天十来床被子搭在花丛上。")
    road.settle(
        liu,
        at,
        "Make it a topic",
        background="没处晒被子。",
        scope="议划在哪里、几点收。",
        days=5,
        circle="all",
        ways="here",
    )
    zhao.opens(at).reads("讨论中", "没处晒被子。")
    road.speak(zhao, at, "for", "早上晒，晚上收。")
    liu.opens(at).waits_until(lambda: liu.may_press("Write the outcome"))
    road.write_outcome(liu, at, "划 40 平方米，天黑前收。", "天黑后空地上没有被子", 2, 3, "vote")
    road.study(cast["陈书"], at, "同意提交居民代表会议。")
    ballot = give_notice(liu, at)
    vote_of_the_representatives(cast, at, ballot)
    liu.opens(at).waits_until(lambda: liu.may_press("Issue a work order"))
    visitor.opens(f"{ballot}/result").reads("结果生效。")
    order = road.order(liu, at, "划线，立晾衣杆", "马军")
    road.finish(cast["马军"], order, "线划好，杆子八根。")
    watch_it(cast, at)
    road.close_out(cast, at, asked_by="马军", first="赵玉梅", second="刘敏")
    cast["赵玉梅"].opens(at).reads("待评价").presses("Rate it").fills(grade="5").presses("Hand in my rating")
    visitor.opens(at).waits_until(lambda: visitor.sees("已办结"))
    visitor.reads(
        "提出事项。", "已到现场核实。", "列入议题，公示 5 天。", "形成协商成果，承诺 3 天里做到 2 天",
        "研究协商成果，同意提交表决。", f"应到 67，参与 {NEEDED}；同意 {NEEDED - 1}，反对 1，弃权 0，通过。", "三方都同意，销号。",
        "1 份评价",
    )  # fmt: skip
    visitor.opens(f"{at}/satisfaction").reads("满意度评议结果", "100.0%")
    assert "赵玉梅" not in visitor.opens(at).text


def give_notice(liu: Person, at: str) -> str:
    """Once the days for comments are over; gives the address of the vote."""
    liu.opens(at).waits_until(lambda: liu.opens(at).sees("征求意见结束"))
    road.fill_notice(liu, at, "工福居决〔1〕99号", "是否同意《晾晒场约定》？", 10, 12)
    liu.presses("Look it over").reads("在册 67 人").presses("Send out the notice")
    return liu.path


def vote_of_the_representatives(cast: Cast, at: str, ballot: str) -> None:
    """Two on the phone, the others on paper; the clock opens and closes it."""
    sun, liu = cast["孙浩"], cast["刘敏"]
    taken = {seat_of(sun, ballot), seat_of(liu, ballot)}
    sun.opens(ballot).waits_until(lambda: sun.may_press("Continue"))
    sun.opens(at).presses("Vote").reads("是否同意《晾晒场约定》？")
    road.vote(sun, ballot, "no")
    sun.reads("您的表决已计入")
    road.vote(liu, ballot, "yes")
    others = [number for number in range(1, 68) if number not in taken][: NEEDED - 2]
    road.key_sheets(cast, ballot, dict.fromkeys(others, "yes"))
    cast[""].opens(f"{ballot}/result").waits_until(lambda: cast[""].sees("怎么算的"))
    cast[""].reads(f"应到 67，实到 {NEEDED} ≥ 45；同意 {NEEDED - 1} > 22，通过。")


def seat_of(who: Person, ballot: str) -> int:
    """Their number on the roll."""
    found = re.search(r"编号\s*(\d+)", who.opens(ballot).text)
    assert found is not None
    return int(found[1])


def watch_it(cast: Cast, at: str) -> None:
    """Three days, each looked at, one of them late."""
    zheng = cast["郑丽"].opens(at).presses("Begin to watch")
    zheng.fills(first_on=zheng.day()).presses("Begin to watch").reads("巡查已设好，请每天看一次。")
    first = zheng.today
    road.look(zheng, at, kept=True, day=first.isoformat())
    ma = cast["马军"].opens(at)
    ma.waits_until(lambda: ma.may_press("Ask to close"))
    for ahead, kept in ((1, False), (2, True)):
        road.look(zheng, at, kept=kept, day=(first + timedelta(ahead)).isoformat())
    zheng.opens(f"{at}/observations").reads("3 条记录", "正好做到。")


@pytest.mark.parametrize("look", [ENGLISH], indirect=True, ids=str)
def test_the_same_in_english_without_a_vote(cast: Cast) -> None:
    zhao, liu, visitor = cast["赵玉梅"], cast["刘敏"], cast[""]
    at = road.raise_issue(zhao, "Drain blocked", "Water stands a day.", "Clean it.", building="Building 2")
    zhao.opens(at).reads("Waiting")
    road.check(liu, at, "Blocked by leaves.")
    road.settle(
        liu,
        at,
        "Make it a topic",
        background="Leaves.",
        scope="Who cleans, how often.",
        days=5,
        circle="all",
        ways="here",
    )
    road.speak(zhao, at, "for", "Twice a year.")
    zhao.reads("Published. Thank you for speaking.")
    liu.opens(at).waits_until(lambda: liu.may_press("Write the outcome"))
    road.write_outcome(liu, at, "Clean it in May and October.", "No water after an hour", 1, 1, "carry_out")
    liu.opens(at).waits_until(lambda: liu.may_press("Issue a work order"))
    road.finish(cast["马军"], road.order(liu, at, "Clean the drain", "马军"), "Two sacks of leaves.")
    road.close_out(cast, at, asked_by="马军", first="赵玉梅", second="刘敏")
    cast["赵玉梅"].opens(at).presses("Rate it").fills(grade="4").presses("Hand in my rating")
    visitor.opens(at).waits_until(lambda: visitor.sees("1 rating:"))
    visitor.opens(f"{at}/satisfaction").waits_until(lambda: visitor.sees("satisfied or better"))
    visitor.reads("1 of 1", "100.0%")
