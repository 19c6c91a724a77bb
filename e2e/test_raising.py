"""Raise in under two minutes: on a phone, in Chinese, without JavaScript, with a photo; or one tap where it is there."""

from pathlib import Path
from time import monotonic

import pytest
from PIL import Image

from e2e import road
from e2e.browser import PHONE, PHONE_BARE, WIDE
from e2e.people import Cast, Person

MOST_PAGES, MOST_SECONDS = 7, 120
"""Pages from the first question to the number; the issue's own figure for a person, here without the typing."""
TITLE, FACTS, WISH = "电梯按了没反应", "按了没反应，老人上不去。", "请尽快修好。"
bare = pytest.mark.parametrize("look", [PHONE_BARE], indirect=True, ids=str)
phone = pytest.mark.parametrize("look", [PHONE], indirect=True, ids=str)
both = pytest.mark.parametrize("look", [PHONE_BARE, WIDE], indirect=True, ids=str)


@pytest.fixture
def lift(tmp_path: Path) -> Path:
    """A photo as a phone takes it."""
    Image.new("RGB", (3000, 2250), (120, 130, 140)).save(tmp_path / "lift.jpg", quality=90)
    return tmp_path / "lift.jpg"


def counted(who: Person) -> list[str]:
    """The pages that they see from now on."""
    pages: list[str] = []
    who.page.on("domcontentloaded", lambda page: pages.append(page.url))
    return pages


@bare
def test_seven_pages_and_a_photo_in_under_two_minutes(cast: Cast, lift: Path) -> None:
    zhao = cast["赵玉梅"].opens("/issues")
    pages, began = counted(zhao), monotonic()
    zhao.presses("Raise an issue").fills(title=TITLE).presses("Continue")
    zhao.fills(category="repairs").presses("Continue")
    zhao.fills(building_id="2号楼", entrance="1", floor="1", common_part="lift", hide_building="yes")
    zhao.presses("Continue").fills(facts=FACTS, affects="entrance")
    zhao.page.set_input_files("[name=file]", lift)
    zhao.presses("Continue").fills(wish=WISH).presses("Continue")
    zhao.reads(TITLE, "2号楼1单元1层，电梯", "影响到谁：整个单元", "楼号不对外公开", "点照片可以遮挡")
    zhao.presses("Confirm and send").reads("已收到", "GF-")
    assert len(pages) <= MOST_PAGES, pages
    assert monotonic() - began < MOST_SECONDS
    zhao.presses("To the page of the issue").reads("提出事项，附 1 张照片", "2号楼1单元1层，电梯")
    visitor = cast[""].opens(zhao.path).reads(TITLE, "电梯，楼号不公开", "整个单元")
    assert not visitor.sees("2号楼")
    assert visitor.page.locator("main .photos img").count() == 1
    visitor.opens("/search").fills(q="电梯按了").presses("Search").reads(TITLE)
    assert not visitor.sees("2号楼")
    assert cast["刘敏"].opens(zhao.path).sees("2号楼1单元1层")


@both
def test_what_is_there_already_takes_one_tap(cast: Cast) -> None:
    at = road.raise_issue(
        cast["赵玉梅"], "楼道灯坏了三天", "晚上看不见台阶。", "请换灯。", "repairs", "2号楼"
    )
    reference = at.rsplit("/", 1)[1]
    deng = cast["邓小北"].opens("/issues/new/title").fills(title="2号楼楼道灯不亮").presses("Continue")
    deng.fills(category="repairs").presses("Continue").fills(building_id="2号楼").presses("Continue")
    deng.fills(facts="楼道灯不亮。").presses("Continue").fills(wish="请修。").presses("Continue")
    deng.reads("是不是下面这些事？", "楼道灯坏了三天", reference)
    tap = deng.page.locator(f"main button[value='{reference}']")
    with deng.page.expect_navigation():
        tap.click()
    deng.reads("已附议", "楼道灯坏了三天", "1 人附议", "2号楼楼道灯不亮", "草稿和照片保留到")
    deng.presses("It is another matter: back to my draft").reads("草稿已恢复", "2号楼楼道灯不亮")
    assert not cast[""].opens(at).sees("1 位邻居附议")
    with deng.page.expect_navigation():
        deng.page.locator(f"main button[value='{reference}']").click()
    deng.presses("To the page of the issue").reads("您已附议")
    deng.opens("/issues/new").reads("什么事？", "您先放着的草稿保留到")


@phone
def test_the_pages_are_right_for_everybody(cast: Cast) -> None:
    road.raise_issue(cast["赵玉梅"], "楼道灯坏了三天", "晚上看不见台阶。", "请换灯。", "repairs", "2号楼")
    deng = cast["邓小北"].opens("/issues/new/title").fills(title="2号楼楼道灯不亮").presses("Continue")
    deng.fills(category="repairs").presses("Continue").visitor.axe(deng.page)
    deng.fills(building_id="2号楼", hide_building="yes").presses("Continue").visitor.axe(deng.page)
    deng.fills(facts="楼道灯不亮。").presses("Continue").fills(wish="请修。").presses("Continue")
    deng.reads("您写的内容里提到了楼号").visitor.axe(deng.page)
    with deng.page.expect_navigation():
        deng.page.locator("main button[name=reference]").first.click()
    deng.reads("已附议").visitor.axe(deng.page)


@bare
def test_for_a_neighbour_one_tap_too(cast: Cast) -> None:
    at = road.raise_issue(
        cast["赵玉梅"], "楼道灯坏了三天", "晚上看不见台阶。", "请换灯。", "repairs", "2号楼"
    )
    liu = cast["刘志强"].opens("/issues").presses("For somebody else")
    liu.fills(q="王桂兰").presses("Search").fills(person_id="王桂兰").presses("Continue")
    liu.fills(channel="slip").presses("Continue").fills(title="楼道灯不亮").presses("Continue")
    liu.fills(category="repairs").presses("Continue").reads("本人住的楼").fills(building_id="2号楼")
    liu.presses("Continue").fills(facts="灯不亮。").presses("Continue").fills(wish="请修。").presses(
        "Continue"
    )
    with liu.page.expect_navigation():
        liu.page.locator("main button[name=reference]").first.click()
    liu.reads("已替本人附议", "王桂兰")
    assert "王桂兰" not in cast[""].opens(at).reads("已有 1 位邻居附议").text
