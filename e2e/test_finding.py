"""Finding: what a neighbour raised a minute ago is found by one character, narrowed, and opened in its place."""

import pytest

from e2e import road
from e2e.browser import PHONE_BARE, WIDE
from e2e.people import Cast

both = pytest.mark.parametrize("look", [PHONE_BARE, WIDE], indirect=True, ids=str)


@both
def test_from_the_list_to_the_sentence(cast: Cast) -> None:
    zhao = cast["赵玉梅"]
    at = road.raise_issue(zhao, "井盖翘起来了", "晚上绊倒过人。", "请压平。", "safety")
    visitor = (
        cast[""].opens("/issues").fills(q="翘").presses("Search").reads("井盖翘起来了", at.split("/")[-1])
    )
    visitor.unfolds("Narrow the search").fills(kind="notice").presses("Show").reads("没有找到", "公示")
    visitor.presses("Search everywhere").reads("井盖翘起来了").presses("井盖翘起来了")
    assert visitor.path == at
    visitor.opens("/search").fills(q="早市").presses("Search").reads(
        "找到 7 条", "议事时说的", "表决结果公示"
    )
    visitor.fills(q="“早市 占道 起来”").presses("Search").reads("没有找到").presses("Raise an issue")
    cast["刘敏"].opens("/search").fills(q="借钱不还").presses("Search").reads("没有找到")
