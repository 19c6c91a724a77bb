"""The committee writes a draft; a neighbour sets text against text on a phone; it is taken up, and both read so."""

import pytest

from e2e.browser import PHONE, PHONE_BARE
from e2e.people import Cast

phones = pytest.mark.parametrize("look", [PHONE_BARE, PHONE], indirect=True, ids=str)

FIRST, SECOND = "第一条 车棚装 12 个充电位。", "第二条 电动车不上楼。"


@phones
def test_a_draft_is_amended(cast: Cast) -> None:
    liu = cast["刘敏"].opens_issue("电动车上楼充电")
    at = liu.path
    liu.presses("Write the draft resolution").fills(text=f"{FIRST}\n{SECOND}")
    liu.presses("Publish the draft").reads("草案已公开", FIRST)

    zhao = cast["赵玉梅"].opens(at).reads("决议草案").opens(f"{at}/draft").presses("Propose an amendment")
    zhao.fills(passage="1.0", text="第一条 车棚装 20 个充电位。", because="12 个不够。")
    zhao.presses("Publish the amendment").reads("您的修改意见已公开", "待答复", "12 个不够。")

    liu.opens("/").reads("答复修改意见").opens(f"{at}/draft").presses("Answer the amendment")
    liu.fills(decision="accept").presses("Publish the answer").reads("草案已更新", "第 2 版")

    cast[""].opens(at).reads("草案更新为第 2 版", "1 条修改意见")
    zhao.opens("/").reads("您的修改意见已采纳").opens(f"{at}/draft").presses("I have read it")
    assert not zhao.opens("/").sees("您的修改意见已采纳")
