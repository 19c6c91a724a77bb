"""An 82-year-old's slip: the building head enters it on a phone, she gets a number on paper, and follows by it."""

import pytest

from e2e.browser import PHONE, PHONE_BARE
from e2e.codes import scanned
from e2e.people import Cast, Person

TITLE, FACTS, WISH = "楼道灯不亮", "三天了，下楼看不见台阶。", "换个灯泡。"
bare = pytest.mark.parametrize("look", [PHONE_BARE], indirect=True, ids=str)
phone = pytest.mark.parametrize("look", [PHONE], indirect=True, ids=str)


def follows(cast: Cast, address: str) -> Person:
    """Somebody without an account opens what the slip says, as a neighbour's phone reads it."""
    visitor = cast[""]
    answer = visitor.page.goto(address)
    assert answer is not None
    assert answer.status == 200
    return visitor


@phone
def test_her_slip_becomes_a_number_in_her_hand(cast: Cast) -> None:
    liu = (
        cast["刘志强"].opens("/issues/new-for/person?q=王桂兰").fills(person_id="王桂兰").presses("Continue")
    )
    liu.fills(channel="slip").presses("Continue").fills(title=TITLE).presses("Continue")
    liu.fills(category="repairs").presses("Continue").fills(building_id="2号楼").presses("Continue")
    liu.fills(facts=FACTS).presses("Continue").fills(wish=WISH).presses("Continue")
    liu.presses("Confirm and send").reads("已收到", "GF-").presses("Print the slip to tear off")
    liu.reads(TITLE, "最迟", "不用手机也行", "问帮您代录的刘志强", "回执码")
    assert "王桂兰" not in liu.text
    said = liu.page.locator(".card__address").inner_text()
    code = liu.page.locator(".card__signs").inner_text().replace(" ", "").replace("\n", "")
    assert said.replace("\n", "").endswith(f"/i/{code}")
    address = scanned(liu.page.locator(".card__code"))
    assert address.endswith(f"/i/{code}")
    wang = follows(cast, address)
    wang.reads(TITLE, "待受理", "刘志强代录")
    assert wang.path.startswith("/issues/GF-")
    assert "王桂兰" not in wang.text


@bare
def test_a_pile_becomes_a_sheet_of_numbers(cast: Cast) -> None:
    liu = cast["刘志强"].opens("/issues").presses("Enter a pile of slips").reads("收到方式")
    liu.fills(channel="slip", received_on=liu.day(-1), building_id="2号楼").presses("Continue")
    for number, (name, title) in enumerate((("王桂兰", TITLE), ("章秀云", "门口积水")), 1):
        liu.reads(f"第 {number} 张").fills(name=name, title=title, category="repairs", facts=FACTS, wish=WISH)
        liu.presses("Keep it, and the next one").reads(f"已保存，共 {number} 张")
    liu.fills(name="无名氏", title="灯坏", category="repairs", facts=FACTS, wish=WISH)
    liu.presses("Keep it, and the next one", status=422).reads("没有这个姓名")
    assert liu.holds("title") == "灯坏"
    liu.presses("Check and send").reads(TITLE, "门口积水", "王桂兰").presses("提交 2 个事项")
    liu.reads("有 2 个编号要送到", "王桂兰", "章秀云").presses("Print the slips to tear off")
    assert liu.page.locator(".card").count() == 2
    for card in liu.page.locator(".card").all():
        address = scanned(card.locator(".card__code"))
        title = card.locator(".card__title").inner_text()
        follows(cast, address).reads(title, "收到日期", "刘志强代录")


@bare
def test_at_the_door_the_place_is_filled_in(cast: Cast) -> None:
    assert "101" not in cast[""].opens("/rounds").reads("一年内走到的住户", "2号楼").text
    xu = cast["许静"].opens("/rounds/1").reads("2号楼，1单元", "1单元101")
    xu.presses("替这户提一件事 101").reads("替谁代录？").fills(q="王桂兰").presses("Search")
    xu.fills(person_id="王桂兰").presses("Continue")
    assert xu.page.locator("[name=channel][value=visit]").is_checked()
