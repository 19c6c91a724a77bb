"""Case A: seven work orders, one of which comes back (domain §8)."""

from civic.demo.scene import scene
from civic.demo.story import Story
from civic.demo.working import accept_all, complete, order
from civic.manage import acts as manage


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
