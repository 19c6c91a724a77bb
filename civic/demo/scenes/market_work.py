"""Case A: seven work orders, thirty mornings, two keys, 183 ratings (domain §8)."""

from datetime import timedelta

from civic.demo.scene import daily, scene
from civic.demo.story import Story
from civic.demo.working import accept_all, call_back_all, complete, order, rate_all
from civic.manage import acts as manage
from civic.supervise import acts as supervise
from civic.supervise.tables import CloseOut, Demand, RatingRound

LATE = {"2026-05-13": "08:44", "2026-05-19": "08:52", "2026-05-30": "08:47"}
"""Mornings on which somebody was late, and when the road was clear."""
GRADES = (96, 61, 17, 7, 2)
"""183 valid forms, best grade first."""
FORMS, PAPER = 200, 120


@scene("A", "2026-05-07 10:00")
def work_ordered(story: Story) -> None:
    """What the departments and the neighbours each do, with day, criterion and money."""
    due = story.on("2026-05-10")
    orders = (
        ("邵明", "划 48 个摊位线，位置编号", "city_management", "48 个摊位线清楚、编号齐全", 250_000, "街道办事处"),
        ("丁蕾", "登记 46 户摊主，公布公平秤", "ordinary", "登记表公示，公平秤到位", 0, ""),
        ("马军", "每天 08:30–09:00 收摊后保洁", "cleaning", "九点前路面无垃圾、无积水", 285_000, "摊主自律小组"),
        ("郭立春", "摊主公约签字、排值日表", "publicity", "46 户签字，值日表上墙", 0, ""),
        ("左勇", "12 名志愿者早高峰引导行人", "patrol", "07:30–08:30 每天两人在岗", 0, ""),
        ("邵明", "设早市时段标志，学校门口 30 米不设摊", "ordinary", "标志两面，交通标线到位", 150_000, "街道办事处"),
        ("江雪", "开通早市反映电话并公布", "service", "电话上墙、上网，有人接", 0, ""),
    )  # fmt: skip
    for lead, task, nature, criterion, cost, payer in orders:
        order(story, "刘敏", lead, task, nature, due, criterion, cost, payer)


@scene("A", "2026-05-07 16:00")
def one_came_back(story: Story) -> None:
    """Marking pitches is no matter of the traffic police."""
    accept_all(story, without=1)
    with story.acting("邵明") as work:
        manage.return_work_order(work, story.noted["A:orders"][0], "划定摊位不属交警职责，请转综合执法中队。")


@scene("A", "2026-05-08 09:00")
def rerouted(story: Story) -> None:
    """The next day it lies with the right squad."""
    with story.acting("刘敏") as work:
        manage.reroute_work_order(work, story.noted["A:orders"][0], lead_id=story.person("唐伟"))
    story.noted["A:leads"][0] = "唐伟"
    story.hour("11:00")
    with story.acting("唐伟") as work:
        manage.accept_work_order(work, story.noted["A:orders"][0])


@scene("A", "2026-05-10 15:00")
def work_done(story: Story) -> None:
    """All seven by the promised day, for 6,850 yuan."""
    for number, text in enumerate(
        (
            "48 个摊位线划好，编号 1–48，占道许可已备案。",
            "46 户登记完毕，公平秤放在 12 号摊位旁。",
            "两名保洁员到岗，试运行三天，九点前清扫完。",
            "48 户里 46 户签了公约，值日表贴在路口。",
            "12 人排好班，臂章和哨子已领。",
            "两面标志已立，学校门口 30 米施划禁停线。",
            "反映电话 0536-0000018 开通，早上六点到九点有人接。",
        )
    ):
        complete(story, number, text)


@scene("A", "2026-05-10 17:00")
def watch_begins(story: Story) -> None:
    """From tomorrow on, a photo every morning at 08:31."""
    with story.acting("郑丽") as work:
        supervise.start_watch(work, story.issue, first_on=story.today + timedelta(days=1))


@daily("A", "2026-05-11", "2026-06-09", "08:55")
def looked_at(story: Story) -> None:
    """Thirty mornings; three of them late."""
    cleared = {story.on(day): hour for day, hour in LATE.items()}.get(story.today)
    watchers = ("郑丽", "温永福", "章秀云", "舒洁")
    with story.acting(watchers[story.today.toordinal() % len(watchers)]) as work:
        supervise.record_observation(
            work,
            story.issue,
            day=story.today,
            kept=cleared is None,
            cleared_at=cleared or "",
            note="08:31 还有摊位没收，已当面提醒。" if cleared else "08:31 照片存档，路面通畅。",
        )


@scene("A", "2026-05-19 10:00")
def first_demand(story: Story) -> None:
    """Twice late within a week: the supervisory committee asks why."""
    _demand(story, "一周里两次到点没清空，请摊主自律小组说明原因和改法。")


@scene("A", "2026-05-21 17:00")
def first_answer(story: Story) -> None:
    """The stall group answers."""
    _answer(story, "两次都是卖鱼的水箱车没发动起来。从明天起八点十五分先走水箱车，值日人签字。")


@scene("A", "2026-05-30 10:00")
def second_demand(story: Story) -> None:
    """The third late morning."""
    _demand(story, "第三次超时，请说明，并报告值日表的落实情况。")


@scene("A", "2026-06-01 17:00")
def second_answer(story: Story) -> None:
    """The stall group answers again."""
    _answer(story, "当天值日人请假没人顶。已改成两人一组，名单贴在路口。")


def _demand(story: Story, text: str) -> None:
    with story.acting("周建") as work:
        supervise.make_demand(
            work, story.issue, order_id=None, text=text, due_on=story.today + timedelta(days=3)
        )


def _answer(story: Story, text: str) -> None:
    with story.acting("郭立春") as work:
        supervise.answer_demand(work, story.find(Demand).id, text)


@scene("A", "2026-06-10 15:00")
def asked_to_close(story: Story) -> None:
    """27 of 30: the promise was kept."""
    with story.acting("刘敏") as work:
        supervise.ask_close_out(
            work,
            story.issue,
            proof="30 天里 27 天八点半清空，三次超时最晚 08:52 清完；48 个摊位在册，费用 6,850 元。",
        )


@scene("A", "2026-06-12 10:00")
def two_keys(story: Story) -> None:
    """The supervisory committee and the residents' committee turn a key each."""
    close_out = story.find(CloseOut)
    with story.acting("周建") as work:
        supervise.turn_first_key(work, close_out.id, "上门问过提事的老人，她说现在推车能过去了，同意销号。")
    with story.acting("郝建平") as work:
        supervise.turn_second_key(work, close_out.id)


@scene("A", "2026-06-14 19:00")
def rated(story: Story) -> None:
    """200 forms, 120 of them on paper; 183 are valid."""
    rate_all(story, GRADES, paper=PAPER)
    with story.acting("许静") as work:
        supervise.record_forms(work, story.find(RatingRound).id, given=FORMS, spoiled=FORMS - sum(GRADES))


@scene("A", "2026-07-10 16:00")
def called_back(story: Story) -> None:
    """Nine people were not satisfied; each was called."""
    call_back_all(story)
