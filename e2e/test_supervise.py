"""Supervise: look every day, demand what is late, two keys to close, the people affected judge, reopen."""

import pytest

from e2e.browser import PHONE, PHONE_BARE, WIDE
from e2e.people import Cast

both = pytest.mark.parametrize("look", [PHONE_BARE, WIDE], indirect=True, ids=str)
phone = pytest.mark.parametrize("look", [PHONE], indirect=True, ids=str)
bare = pytest.mark.parametrize("look", [PHONE_BARE], indirect=True, ids=str)


@both
def test_neighbours_look_every_day(cast: Cast) -> None:
    zheng = cast["郑丽"]
    at = zheng.opens_issue("10号楼后面的绿地").reads("承诺和实际", "绿地上没有车").path
    zheng.moves_clock().presses("Record today's look").fills(kept="yes", day=zheng.day(), cleared_at="00:00")
    zheng.presses("Record it", status=422).reads("做到的日子不用填时间，请留空。")
    zheng.fills(kept="no", cleared_at="00:00", note="一辆送货车，劝走了。").presses("Record it")
    zheng.reads("的巡查已登记，谢谢您。")
    zheng.opens(f"{at}/observations/new").fills(kept="yes", day=zheng.day())
    zheng.presses("Record it", status=422).reads("已经登记过。")
    zheng.fills(day=zheng.day(1)).presses("Record it", status=422).reads("这一天还没到。")
    cast[""].opens(f"{at}/observations").reads("承诺", "00:00 做到", "一辆送货车，劝走了。", "监督团 郑丽")


@both
def test_lateness_is_answered_in_public(cast: Cast) -> None:
    zhou = cast["周建"].opens("/supervision").reads("监督台", "交办超期", "超期 9 天")
    at = zhou.opens_issue("12号楼单元门禁").presses("Demand an answer").path.removesuffix("/demands/new")
    zhou.fills(about="门禁", text="说好九天前修好，请说明。", due_on=zhou.day(2)).presses("Send the demand")
    zhou.reads("督办单已公开，答复会写在下面。", "第 1 次督办")
    ma = cast["马军"].opens(at).presses("Answer the demand").reads("说好九天前修好，请说明。", "还没答复。")
    demand = ma.path
    ma.fills(answer="替代件明天到，后天装好。").presses("Publish the answer")
    cast[""].opens(demand).reads("说好九天前修好，请说明。", "替代件明天到，后天装好。", "马军")
    cast[""].opens(at).reads("按时答复第 1 次督办")


@bare
def test_two_keys_the_verdict_and_back_to_work(cast: Cast) -> None:
    xu, zhou, liu = cast["许静"], cast["周建"], cast["刘敏"]
    at = xu.opens_issue("6号楼架空层").path
    liu.opens(at).presses("Ask to close").fills(proof="六张桌，一个书架。").presses("Ask to close")
    liu.reads("已申请。接下来由另外两方核对签字。")
    sheet = liu.opens(at).presses("Close-out sheet").reads("申请销号的人不能签字，请由别人来签。").path
    zhou.opens(sheet).unfolds("I do not agree").fills(reason="书架还没固定。").presses(
        "Send it back to work"
    ).reads("已退回补办")
    xu.opens(f"{at}/close-out").fills(proof="书架已固定。").presses("Ask to close")
    xu.opens(at)
    sheet = zhou.opens(at).presses("Check the close-out sheet").path
    zhou.presses("Agree, turn the first key", status=422)
    zhou.fills(view="去坐过，敞亮。").presses("Agree, turn the first key").reads("您已签字，还等另一方签字。")
    xu.opens(sheet)
    assert not xu.may_press("Agree, turn the second key")
    liu.opens(sheet).presses("Agree, turn the second key").reads("已销号。七天内请有关居民评价。")
    chen = cast["陈书"].opens(at).reads("待评价").presses("Rate it")
    chen.presses("Hand in my rating", status=422)
    chen.fills(grade="2", text="下雨进水。").presses("Hand in my rating").reads("您的评价已登记")
    chen.opens(f"{at}/rating").reads("您的评价已登记")
    cast["赵玉梅"].opens(at)
    assert not cast["赵玉梅"].may_press("Rate it")
    cast[""].opens(f"{at}/satisfaction").reads("结束前不公布数字")
    zhou.opens(at).waits_until(lambda: zhou.sees("已办结"))
    cast[""].opens(f"{at}/satisfaction").reads("1 份里 0 份", "不满意")
    liu.opens(at).presses("Call back who was not satisfied").reads("还要回访 1 人", "陈书")
    liu.fills(note="已说明。").presses("Called back").reads("都已回访")
    zhou.opens(at).presses("Reopen").fills(reason="下雨进水，重办。").presses("Reopen the issue")
    cast[""].opens(at).reads("办理中", "重办，原因已公开。")
    cast[""].opens(f"{at}/reopening").reads("下雨进水，重办。")


@phone
def test_a_resident_cannot_demand(cast: Cast) -> None:
    at = cast["赵玉梅"].opens_issue("12号楼单元门禁").path
    assert not cast["赵玉梅"].may_press("Demand an answer")
    cast["赵玉梅"].opens(f"{at}/demands/new", status=403)
