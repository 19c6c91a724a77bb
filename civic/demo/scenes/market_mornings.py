"""Case A: thirty mornings, three of them late, two demands (domain §8)."""

from datetime import timedelta

from civic.demo.scene import daily, scene
from civic.demo.story import Story
from civic.supervise import acts as supervise
from civic.supervise.tables import Demand

LATE = {"2026-05-13": "08:44", "2026-05-19": "08:52", "2026-05-30": "08:47"}
"""Mornings on which somebody was late, and when the road was clear."""


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
