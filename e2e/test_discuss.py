"""Discuss: a topic is posted, neighbours speak, the panel advises, the parlour talks, the outcome is posted."""

import pytest

from e2e import road
from e2e.browser import PHONE, PHONE_BARE, WIDE
from e2e.people import Cast, Person

both = pytest.mark.parametrize("look", [PHONE_BARE, WIDE], indirect=True, ids=str)
phone = pytest.mark.parametrize("look", [PHONE], indirect=True, ids=str)


@both
def test_from_an_accepted_topic_to_a_posted_outcome(cast: Cast) -> None:
    liu = cast["刘敏"]
    at = liu.opens_issue("长椅坏了").path
    road.settle(
        liu,
        at,
        "Make it a topic",
        background="两把长椅断了五根木条。",
        scope="议修还是换。",
        days=5,
        circle="all",
        ways="here",
    )
    liu.reads("已列为议题。")
    cast[""].opens(at).reads("讨论中", "还没有人发表意见，请您先说。").opens("/notices").reads("长椅坏了")
    road.speak(cast["孙浩"], at, "for", "换成带扶手的，老人好起身。")
    cast["孙浩"].reads("已发表，谢谢您的意见。")
    road.speak(cast["邓小北"], at, "question", "夜里外卖骑手也坐，能不能多放一把？")
    file_options(cast["吴波"], at)
    record_parlour(liu, at)
    call_and_move_a_talk(cast, at)
    road.study(cast["陈书"], at, "同意列入议程。")
    liu.opens(at).reads("议题公示到")
    assert not liu.may_press("Write the outcome")
    liu.waits_until(lambda: liu.may_press("Write the outcome"))
    road.write_outcome(liu, at, "换两把带扶手的长椅。", "长椅能坐，没有钉子露出来", 27, 30, "carry_out")
    liu.reads("协商成果已公示，现在可以提意见。", "换两把带扶手的长椅。", "27", "承诺：30 天里至少 27 天。")
    zhao = cast["赵玉梅"].opens(at).reads("换两把带扶手的长椅。", "长椅能坐，没有钉子露出来")
    zhao.opens(f"{at}/outcome").fills(stance="question", text="椅子朝哪边？").sends("Publish it")
    liu.opens(f"{at}/outcome").reads("椅子朝哪边？").presses("Say how it is treated")
    liu.fills(adopted="yes", treatment="椅子朝南，写进工单。").presses("Publish how it was treated")
    liu.reads("已采纳", "椅子朝南，写进工单。", "采纳 1 条")
    cast[""].opens("/notices").reads("协商成果")
    cast[""].opens(f"{at}/views").reads("3 条意见", "换成带扶手的，老人好起身。", "孙浩 居民代表")
    assert "邓小北" not in cast[""].text


def file_options(wu: Person, at: str) -> None:
    """Three ways, what they cost, who bears it; five to two for B."""
    wu.opens(at).presses("Write the option paper")
    for letter, text, cost, bearer, risks in (
        ("A", "只换木条。", "350", "公共收益", "用不了两年。"),
        ("B", "换带扶手的新椅。", "2,860.50", "公共收益", "要等十天。"),
        ("C", "拆掉。", "", "无", "老人没处歇。"),
    ):
        wu.opens(f"{at}/option-paper/writing/{letter}")
        wu.fills(text=text, cost=cost, bearer=bearer, risks=risks, effects="老人起身方便些。")
        wu.presses("Save it").reads("已保存。公布之前只有您能看到。")
    wu.presses("Advice").fills(advised="B", for_advice=5, against_advice=2).presses("Save it")
    wu.presses("Look it over").reads("请再看一遍，确认后对外公开", "2,860.50")
    wu.presses("Change something").presses("Look it over").presses("Publish the option paper")
    wu.reads("方案意见书已公开。", "换带扶手的新椅。", "建议方案", "¥2,860.50")
    wu.opens(at).reads("提出甲、乙、丙三个方案，5 比 2 建议乙。")


def record_parlour(liu: Person, at: str) -> None:
    """Twenty-one people at one table."""
    liu.opens(at).presses("Record a talk in the parlour").fills(
        held_on=liu.day(), place="工福会客厅", residents=18, building_heads=2, advisors=1,
        consensus="换带扶手的。", dissent="一位居民要求只修。",
    )  # fmt: skip
    liu.presses("Look it over").presses("Publish the minutes").reads("会议记录已公开。")
    liu.opens(f"{at}/parlour").reads("换带扶手的。", "一位居民要求只修。", "21")


def call_and_move_a_talk(cast: Cast, at: str) -> None:
    """The committee calls a hearing, moves it, calls it off; the advisor finds it under Today."""
    liu, wu = cast["刘敏"], cast["吴波"]
    liu.opens(at).presses("Call a talk").fills(
        kind="hearing",
        bodies="advisor",
        on=liu.day(20),
        hour="19:00",
        place="工福会客厅",
        agenda="椅子朝哪边。",
    )
    liu.presses("Look it over").reads("顾问团", "椅子朝哪边。").presses("Call it").reads("会议已召集")
    talk = liu.path
    wu.opens("/").reads("听证会", "工福会客厅").opens(at).reads("待召开")
    liu.opens(talk).presses("Move the talk").fills(place="居委会二楼", because="会客厅当天粉刷。")
    liu.presses("Move the talk").reads("会客厅当天粉刷。", "居委会二楼").presses("Print it for the board")
    liu.reads("居委会二楼").opens(talk).presses("Call the talk off").fills(because="改为上门听取意见。")
    liu.presses("Call the talk off").reads("会议已取消。", "改为上门听取意见。")
    cast[""].opens(at).reads("更换地点", "已取消")


@both
def test_a_comment_that_says_nothing_comes_back(cast: Cast) -> None:
    zhao = cast["赵玉梅"].opens_issue("电动车上楼充电")
    at = zhao.path
    zhao.opens(f"{at}/contributions").fills(text="我同意。").sends("Publish it").reads("请再看一下")
    assert zhao.holds("text") == "我同意。"
    zhao.fills(stance="for").sends("Publish it")
    cast[""].opens(f"{at}/views").reads("我同意。", "7 条意见")


@phone
def test_a_visitor_is_shown_the_way_in_and_comes_back_to_speak(cast: Cast) -> None:
    visitor = cast[""].opens_issue("电动车上楼充电")
    at = visitor.path
    visitor.opens(f"{at}/views").presses("Sign in to say what you think")
    assert visitor.path.startswith("/in?next=")
