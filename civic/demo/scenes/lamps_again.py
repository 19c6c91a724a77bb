"""The lamps again: rated badly, reopened, repaired for good."""

from datetime import timedelta

from civic.demo.scene import scene
from civic.demo.story import Story
from civic.demo.working import close_out, complete, order
from civic.manage import acts as manage
from civic.supervise import acts as supervise
from civic.supervise.tables import RatingRound


@scene("S5", "2026-02-04 20:00")
def rated_badly(story: Story) -> None:
    """Two of them are dark again."""
    found = story.find(RatingRound)
    for name, grade, text in (
        ("霍志远", 1, "只换了灯泡，断线的两盏还是黑的。"),
        (story.roll.heads[7], 2, "亮了一天又灭了。"),
    ):
        with story.acting(name) as work:
            supervise.rate_issue(work, found.id, grade=grade, text=text)


@scene("S5", "2026-02-05 10:00")
def reopened(story: Story) -> None:
    """By the supervisory committee, with the reason in public."""
    with story.acting("周建") as work:
        supervise.reopen_issue(
            work, story.issue, "夜里去看，八盏只亮六盏，线路断点没有修。评议两人不满意，重办。"
        )
    order(
        story,
        "刘敏",
        "马军",
        "查清断点，换线，八盏连亮七天",
        "repair",
        story.today + timedelta(days=7),
        "八盏连亮七天",
    )
    with story.acting("马军") as work:
        manage.accept_work_order(work, story.noted["S5:orders"][1])


@scene("S5", "2026-02-09 16:00")
def done_well(story: Story) -> None:
    """Now with the wires, and watched by night."""
    complete(story, 1, "换线 60 米，接头做了防水。")
    with story.acting("郑丽") as work:
        supervise.start_watch(work, story.issue, first_on=story.today + timedelta(days=1))


def _looked(story: Story) -> None:
    with story.acting("霍志远") as work:
        supervise.record_observation(work, story.issue, day=story.today, kept=True, note="八盏全亮。")


for _day in range(10, 17):
    scene("S5", f"2026-02-{_day} 19:30")(_looked)


@scene("S5", "2026-02-24 10:00")
def closed(story: Story) -> None:
    """After seven bright evenings."""
    close_out(story, "八盏路灯连亮七晚。", "提事人说这回真亮了。")


@scene("S5", "2026-02-26 20:00")
def rated_well(story: Story) -> None:
    """By the same people."""
    found = story.find(RatingRound)
    for name, grade in (("霍志远", 5), (story.roll.heads[7], 4)):
        with story.acting(name) as work:
            supervise.rate_issue(work, found.id, grade=grade, text="")
