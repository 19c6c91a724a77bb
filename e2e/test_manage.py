"""Manage: work orders with a lead, the guard for the community, returned and rerouted, late in words."""

import pytest

from e2e import road
from e2e.browser import PHONE, PHONE_BARE, WIDE
from e2e.people import Cast

both = pytest.mark.parametrize("look", [PHONE_BARE, WIDE], indirect=True, ids=str)
phone = pytest.mark.parametrize("look", [PHONE], indirect=True, ids=str)
GUARD = "社区不得作为责任主体"


@both
def test_orders_are_given_refused_returned_and_done(cast: Cast) -> None:
    liu, tang, ma, xu = cast["刘敏"], cast["唐伟"], cast["马军"], cast["许静"]
    at = liu.opens_issue("6号楼架空层").path
    liu.presses("Issue a work order").presses("Look it over", status=422).reads("请再看一下")
    liu.fills(
        task="清走占道的杂物", nature="enforcement", lead_id="许静", due_on=liu.day(7), criterion="通道里没有杂物",
        cost="120.50", payer="公共收益",
    )  # fmt: skip
    liu.presses("Look it over", status=422)
    assert liu.holds("task") == "清走占道的杂物"
    liu.reads(GUARD)
    liu.fills(lead_id="唐伟").presses("Look it over").reads("¥120.50", "综合执法中队")
    liu.presses("Issue the work order")
    mended = road.order(liu, at, "换掉坏了的门锁", "马军")
    enforced = road.order_named(liu, at, "清走占道的杂物")
    tang.opens("/").presses("Accept or return the work order").presses("Accept the work order")
    tang.reads("办理中")
    ma.opens(mended).unfolds("It is not for us: return it").fills(reason="钥匙不在我们这里。").presses(
        "Return the work order"
    )
    cast[""].opens(mended).reads("钥匙不在我们这里。", "已退回")
    liu.opens(mended).reads("钥匙不在我们这里。").fills(lead_id="许静").presses("Give it to this lead")
    xu.opens(mended).reads("请您").presses("Accept the work order")
    xu.fills(text="锁已买到，明天换。").presses("Report progress").reads("锁已买到，明天换。")
    xu.fills(text="锁换好，试过三次。").presses("It is done").reads("确认后不能撤回").presses(
        "Record as done"
    )
    cast[""].opens(mended).reads("锁换好，试过三次。", "许静")
    cast[""].opens(enforced).reads("唐伟", "综合执法中队", "公共收益")
    cast[""].opens(at).reads("交办单", "清走占道的杂物", "换掉坏了的门锁")


@both
def test_the_board_says_late_in_words(cast: Cast) -> None:
    visitor = cast[""].opens("/board").reads("公开栏", "12号楼单元门禁失灵", "超期 9 天")
    visitor.presses("12号楼单元门禁失灵").reads("超期 9 天", "工福物业服务中心")
    visitor.opens("/work-orders?state=late").reads("修好12号楼三个单元的门禁", "超期 9 天")
    cast["马军"].opens("/").reads("超期")


@phone
def test_only_the_lead_answers_an_order(cast: Cast) -> None:
    visitor = cast[""].opens("/work-orders?state=late")
    order = visitor.presses("修好12号楼三个单元的门禁").path
    zhao = cast["赵玉梅"].opens(order)
    assert not zhao.may_press("It is done")
    assert cast["马军"].opens(order).may_press("It is done")
