"""Following: one tap on an issue, what changed on a page of one's own, one tap to let it go."""

import pytest

from e2e import road
from e2e.browser import PHONE_BARE, WIDE
from e2e.people import Cast

both = pytest.mark.parametrize("look", [PHONE_BARE, WIDE], indirect=True, ids=str)


@both
def test_a_neighbour_follows_hears_and_lets_go(cast: Cast) -> None:
    at = road.raise_issue(cast["赵玉梅"], "井盖翘起来了", "晚上绊倒过人。", "请压平。", "safety")
    deng = cast["邓小北"]
    deng.opens(at).reads("别人看不到谁关注").presses("Follow this issue").reads("您已关注这件事")
    road.check(cast["刘敏"], at, "属实，井圈松了。")
    deng.opens("/me/following").reads("井盖翘起来了", "有新进展").presses("I have read all that is new")
    deng.reads("井盖翘起来了", "还没有新进展")
    deng.presses("井盖翘起来了").presses("Stop following").reads("您不再关注这件事了")
    assert "井盖翘起来了" not in deng.opens("/me/following").text
    assert "井盖翘起来了" in cast["赵玉梅"].opens("/me/following").text
