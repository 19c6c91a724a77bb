"""Under way at the demo's present: a work order that is nine days late."""

from datetime import timedelta

from civic.demo.carried import decided, talked_over
from civic.demo.scene import live
from civic.demo.story import Story
from civic.demo.working import accept_all, order, report
from civic.manage.tables import WorkOrder
from civic.supervise import acts as supervise

LATE_DAYS = 9


talked_over(
    "late", 62, "顾秀珍", 12, "repairs", "12号楼单元门禁失灵",
    "三个单元的门禁都刷不开，大家拿砖头顶着门，夜里谁都能进。", "修好，修不好就换。",
    "主板老化，三个单元都失灵，砖头顶门属实。", "由工福物业维修，修不好就换，费用由物业服务费承担。",
    "门禁刷得开、关得上", 14, 14,
)  # fmt: skip


@live("late", 32, "10:00")
def door_ordered(story: Story) -> None:
    """Due nine days before the present."""
    decided(story)
    due = story.from_now(-LATE_DAYS, "12:00").date()
    order(
        story,
        "刘敏",
        "马军",
        "修好12号楼三个单元的门禁",
        "repair",
        max(due, story.today),
        "刷卡开门，关门自锁",
    )
    accept_all(story)


@live("late", 12, "16:00")
def door_reported(story: Story) -> None:
    """Parts are missing."""
    report(story, 0, "主板已停产，厂家让等替代件，先换了一单元的锁。")


@live("late", 3, "10:00")
def door_demanded(story: Story) -> None:
    """The supervisory committee asks why."""
    with story.acting("周建") as work:
        supervise.make_demand(
            work,
            story.issue,
            order_id=story.find(WorkOrder).id,
            text="门禁到期没有修好，请说明什么时候换、这几天谁看门。",
            due_on=story.today + timedelta(days=4),
        )
