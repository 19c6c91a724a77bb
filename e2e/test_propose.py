"""Propose: neighbours raise issues on their own phone or on paper, endorse them, and are answered in public."""

import pytest

from e2e import road
from e2e.browser import PHONE, PHONE_BARE, WIDE
from e2e.people import Cast

TITLE = "2号楼门口的坡道结冰，老人出不了门"
both = pytest.mark.parametrize("look", [PHONE_BARE, WIDE], indirect=True, ids=str)
bare = pytest.mark.parametrize("look", [PHONE_BARE], indirect=True, ids=str)
phone = pytest.mark.parametrize("look", [PHONE], indirect=True, ids=str)


@both
def test_a_resident_raises_an_issue_one_question_a_page(cast: Cast) -> None:
    zhao = cast["赵玉梅"].opens("/").presses("Raise an issue").reads("第 1 问，共 5 问", "什么事？")
    zhao.presses("Continue", status=422).reads("请再看一下")
    zhao.fills(title=TITLE).presses("Continue").reads("第 2 问，共 5 问")
    zhao.presses("Continue", status=422).reads("请选择其中一项。")
    zhao.fills(category="elderly").presses("Continue").reads("第 3 问，共 5 问", "在哪里？")
    zhao.fills(entrance="1").presses("Continue", status=422).reads("请选楼号，或者不选单元。")
    assert zhao.holds("entrance") == "1"
    zhao.fills(building_id="2号楼").presses("Continue").reads("第 4 问，共 5 问", "有什么问题？")
    zhao.opens("/issues/new/title")
    assert zhao.holds("title") == TITLE
    zhao.opens("/issues/new").reads("第 4 问，共 5 问")
    zhao.fills(facts="昨天摔了两位。").presses("Continue").fills(wish="撒盐，铺防滑垫。").presses("Continue")
    zhao.reads("提交前，请再看一遍", TITLE, "2号楼1单元", "不显示您的姓名，只显示楼号")
    zhao.presses("Confirm and send").reads("已收到", "GF-", "最迟", "居民委员会到现场核实")
    zhao.presses("To the page of the issue").reads(TITLE, "待受理", "2号楼居民")
    assert "赵玉梅" not in cast[""].opens(zhao.path).reads(TITLE).text


@phone
def test_a_text_that_is_too_long_comes_back_whole(cast: Cast) -> None:
    zhao = cast["赵玉梅"].opens("/issues/new/facts")
    long = "水管漏了，" * 900
    zhao.fills(facts=long).presses("Continue", status=422).reads("请再看一下")
    assert zhao.holds("facts") == long
    assert zhao.page.title().startswith("错误：")


@both
def test_the_building_head_enters_one_for_a_neighbour_without_a_phone(cast: Cast) -> None:
    liu = cast["刘志强"].opens("/issues").presses("For somebody else").reads("替谁代录？")
    liu.fills(q="王桂兰").presses("Search").fills(person_id="王桂兰").presses("Continue").reads(
        "怎么收到的？"
    )
    liu.fills(channel="slip").presses("Continue").reads("代录：2号楼", "王桂兰").fills(title=TITLE)
    liu.presses("Continue").fills(category="elderly").presses("Continue").fills(building_id="2号楼")
    liu.presses("Continue").fills(facts="结冰了。").presses("Continue").fills(wish="撒盐。").presses(
        "Continue"
    )
    liu.reads("王桂兰", "纸条").presses("Confirm and send").reads("已收到", "回执码")
    liu.presses("To the page of the issue").reads("代录")
    assert "王桂兰" not in cast[""].opens(liu.path).text


@both
def test_a_neighbour_endorses_once(cast: Cast) -> None:
    deng = cast["邓小北"].opens_issue("雨水管断了").presses("Endorse")
    deng.reads("附议成功", "您已附议", "已有 1 位邻居附议")
    assert not deng.may_press("Endorse")
    assert cast["赵玉梅"].opens(deng.path).may_press("Endorse")


@bare
def test_the_committee_answers_each_in_public(cast: Cast) -> None:
    zhao, liu = cast["赵玉梅"], cast["刘敏"]
    raised = [
        road.raise_issue(zhao, f"{what}，请帮忙", "情况如下。", "请处理。", building="2号楼")
        for what in ("邻居欠钱不还", "楼道灯坏了", "雨水管又断了", "路口红绿灯坏了")
    ]
    for at in raised:
        road.check(liu, at, "现场看过，属实。")
    declined, handled, merged, routed = raised
    road.settle(liu, declined, "Decline it", reason="这是个人借贷，请找人民调解。")
    liu.reads("已登记不予受理，理由公开。")
    cast[""].opens(declined).reads("已终止", "这件事不予受理", "这是个人借贷，请找人民调解。")
    road.settle(liu, handled, "Handle it directly", mode="at_once", what="当天换了灯。", trips=0)
    cast[""].opens(handled).reads("已办结", "当天换了灯。", "即时办理，跑了 0 趟")
    other = liu.opens_issue("2号楼雨水管断了").path.rsplit("/", 1)[1]
    road.settle(liu, merged, "Merge it into another issue", into_reference=other.lower(), reason="是一回事。")
    cast[""].opens(merged).reads("这件事已并入另一事项", f"请看 {other}")
    road.settle(
        liu, routed, "Hand it to the responsible body",
        receiver="交警中队", receipt="潍交收〔1〕号", reason="信号灯归交警管。", days=5,
    )  # fmt: skip
    cast[""].opens(routed).reads("上报和转办", "转社区外单位", "交警中队", "潍交收〔1〕号")
    liu.opens(routed).presses("Enter the answer").fills(answer="已派人修好。").presses("Continue")
    liu.presses("Confirm")
    cast[""].opens(routed).reads("已办结", "已派人修好。")


@phone
def test_only_the_committee_settles(cast: Cast) -> None:
    at = cast["赵玉梅"].opens_issue("长椅坏了").path
    assert not cast["赵玉梅"].may_press("Say what becomes of it")
    cast["赵玉梅"].opens(f"{at}/settlement", status=403).reads("居民委员会")
