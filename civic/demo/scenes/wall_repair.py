"""Case B: repaired for less than was voted, watched, closed (domain §8)."""

from datetime import timedelta

from civic.demo.scene import scene
from civic.demo.story import Story
from civic.demo.working import accept_all, close_out, complete, order, rate_all, report
from civic.supervise import acts as supervise

GRADES = (14, 9, 2, 0, 0)


@scene("B", "2026-06-17 09:00")
def work_ordered(story: Story) -> None:
    """Once the seven days for objections are over and the result is final."""
    due = story.on("2026-07-10")
    order(story, "刘敏", "盛学文", "围墙修缮加扶壁，在学校一侧施工", "repair", due,
          "工程师验收签字", 4_280_000, "学校一半，曙光小区维修资金一半", helpers="曙光物业服务中心")  # fmt: skip
    order(story, "刘敏", "向阳", "小区一侧装护栏，完工前不撤", "repair", due, "护栏高 1.2 米，连续无缺口")
    order(story, "刘敏", "左勇", "施工期间上下学时段值守", "patrol", due, "每天两班，交接有记录")
    story.hour("14:00")
    accept_all(story)


@scene("B", "2026-06-22 18:00")
def work_begins(story: Story) -> None:
    """On the school's side, after lessons."""
    report(story, 0, "今天进场，先支撑后灌浆，上课时间不用电镐。")


@scene("B", "2026-07-10 16:30")
def work_done(story: Story) -> None:
    """41,260 yuan in the end; the difference goes back."""
    complete(story, 0, "完工。决算 41,260 元，比预算少 1,540 元，业主一半 770 元退回维修资金专户。")
    complete(story, 1, "护栏已装，完工后移交物业保管。")
    complete(story, 2, "值守 91 天，没有人靠近危墙。")
    with story.acting("周建") as work:
        supervise.start_watch(work, story.issue, first_on=story.today + timedelta(days=1))


def _looked(story: Story) -> None:
    with story.acting(story.roll.heads[33]) as work:
        supervise.record_observation(
            work, story.issue, day=story.today, kept=True, note="石膏贴片没有裂，线坠量过，墙身直。"
        )


for _day in ("2026-07-11", "2026-07-12", "2026-07-13"):
    scene("B", f"{_day} 09:30")(_looked)


@scene("B", "2026-07-15 10:00")
def closed(story: Story) -> None:
    """Three days without a crack, two keys."""
    close_out(
        story,
        "工程师验收合格，三天复查贴片无裂；决算 41,260 元已公布，差额退回。",
        "提事人和学校都说看过了，同意销号。",
    )


@scene("B", "2026-07-17 19:00")
def rated(story: Story) -> None:
    """Those who live beside the wall."""
    rate_all(story, GRADES, paper=12)
