"""Duplicates become one and each supporter chooses; what was declined is taken up again when the objection is right."""

import pytest

from e2e import road
from e2e.browser import PHONE_BARE, WIDE
from e2e.people import Cast

both = pytest.mark.parametrize("look", [PHONE_BARE, WIDE], indirect=True, ids=str)
bare = pytest.mark.parametrize("look", [PHONE_BARE], indirect=True, ids=str)


def raised(cast: Cast, name: str, title: str) -> str:
    return road.raise_issue(cast[name], title, "推着轮椅过不去。", "请处理。", building="2号楼")


@bare
def test_three_duplicates_become_one_and_one_supporter_stays_behind(cast: Cast) -> None:
    first, second, third = (
        raised(cast, name, title)
        for name, title in [("赵玉梅", "门口坡道坏了"), ("孙浩", "坡道缺了一块"), ("邓小北", "坡道塌边了")]
    )
    cast["邓小北"].opens(second).presses("Endorse").reads("附议成功")
    cast["郑丽"].opens(third).presses("Endorse").reads("附议成功")
    liu, reference = cast["刘敏"], first.rsplit("/", 1)[1]
    for each in (second, third):
        road.check(liu, each, "去看过，是同一处。")
        road.settle(
            liu, each, "Merge it into another issue", into_reference=reference, reason="说的是同一处坡道。"
        )
    cast[""].opens(first).reads("并入本事项的", "坡道缺了一块", "坡道塌边了", "已有 3 位邻居附议")
    zheng = cast["郑丽"].opens("/").reads("坡道塌边了", "看并入的事项").opens(first)
    zheng.presses("Stay behind").reads("您只留在", "已有 2 位邻居附议")
    cast["孙浩"].opens(first).presses("Come along").reads("您已转入这个事项", "已有 2 位邻居附议")
    cast[""].opens(third).reads("并案时有 1 位邻居附议", "1 人转入", "1 人留在原事项", f"请看 {reference}")
    zheng.presses("Come along after all").reads("已有 3 位邻居附议")


@both
def test_an_issue_is_declined_and_the_objection_succeeds(cast: Cast) -> None:
    zhao, liu, zhou = cast["赵玉梅"], cast["刘敏"], cast["周建"]
    at = raised(cast, "赵玉梅", "门口坡道坏了")
    road.check(liu, at, "坡道缺角。")
    road.settle(liu, at, "Decline it", reason="坡道归物业管，请找物业。")
    cast[""].opens(at).reads("已终止", "坡道归物业管", "24:00 前可以提出异议")
    zhao.opens("/").reads("门口坡道坏了", "看办理情况")
    zhao.opens(at).presses("Object to this decision").fills(text="物业说坡道是公共部位，不归他们。")
    zhao.presses("Send the objection").reads("您的异议已交给居务监督委员会")
    assert not liu.opens(at).may_press("Answer the objection")
    zhou.opens("/").reads("门口坡道坏了").opens(at).presses("Answer the objection")
    zhou.fills(upheld="yes", answer="查过合同，坡道是公共部位。").presses("Continue").presses("Confirm")
    cast[""].opens(at).reads(
        "待受理", "异议成立，重新受理", "查过合同，坡道是公共部位。", "当时不予受理的理由"
    )
    assert liu.opens(at).may_press("Say what becomes of it")


@both
def test_up_the_ladder_from_the_building_to_the_subdistrict(cast: Cast) -> None:
    liu, head = cast["刘敏"], cast["刘志强"]
    at = raised(cast, "赵玉梅", "门口坡道坏了")
    road.check(head, at, "坡道缺角。")
    head.opens(at).presses("Settle it in the building").presses("Take it on in the building")
    head.reads("楼院已接下这件事").opens(f"{at}/building").presses("Hand it up to the committee")
    head.fills(note="要 300 元，楼里凑不齐。").presses("Continue").presses("Confirm").reads("已上报居委会")
    liu.opens(at).presses("Say what becomes of it").presses("Hand it up")
    answers = {"receiver": "街道城建科", "receipt": "街城收〔12〕号", "note": "社区没有资金。", "days": 5}
    liu.fills(level="department", **answers).presses("Continue", status=422).reads("这样会越过一级")
    liu.fills(level="subdistrict").presses("Continue").presses("Confirm")
    cast[""].opens(at).reads("楼院 → 社区", "社区 → 街道", "街城收〔12〕号", "社区没有资金。")
    liu.opens(at).presses("Enter the answer").fills(answer="已派工修好。").presses("Continue").presses(
        "Confirm"
    )
    cast[""].opens(at).reads("已办结", "已派工修好。")
    cast["赵玉梅"].opens("/").reads("看办理情况").opens(at).presses("I have read it").reads("不再提示")
