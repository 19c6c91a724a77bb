"""Under way at the demo's present: a promise that is watched day by day."""

from datetime import timedelta

from civic.demo.carried import decided, talked_over
from civic.demo.scene import live
from civic.demo.story import Story
from civic.demo.working import accept_all, complete, order
from civic.supervise import acts as supervise
from civic.supervise.tables import Watch

talked_over(
    "watch", 60, "裴少卿", 10, "living", "10号楼后面的绿地成了停车场",
    "草坪压成了泥地，车开到窗根底下。", "把车请出去，草补上。",
    "常停七辆车，草皮毁了约 60 平方米。", "装石墩和矮栏，补种草皮，居民轮流看。",
    "绿地上没有车", 12, 14,
)  # fmt: skip


@live("watch", 30, "10:00")
def green_ordered(story: Story) -> None:
    """Stones and grass."""
    decided(story)
    order(
        story,
        "刘敏",
        "马军",
        "装石墩和矮栏，补种草皮",
        "repair",
        story.today + timedelta(days=12),
        "没有缺口，草皮成活",
    )
    accept_all(story)


@live("watch", 9, "16:00")
def green_done(story: Story) -> None:
    """In time."""
    complete(story, 0, "石墩 18 个、矮栏 46 米装好，草皮补了 62 平方米。")
    with story.acting("郑丽") as work:
        supervise.start_watch(work, story.issue, first_on=story.today + timedelta(days=1))


def _green_looked(story: Story) -> None:
    watch, kept = story.find(Watch), story.from_now(-5, "12:00").date() != story.today
    if watch.first_on <= story.today:
        with story.acting("解冬梅") as work:
            supervise.record_observation(
                work, story.issue, day=story.today, kept=kept, cleared_at="" if kept else "08:10",
                note="绿地上没有车。" if kept else "一辆送货车停了半小时，劝走了。",
            )  # fmt: skip


for _days in range(8, 1, -1):
    live("watch", _days, "08:40")(_green_looked)
