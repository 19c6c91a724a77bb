"""Under way at the demo's present: a work order nine days late, a promise being watched, a rating."""

from datetime import timedelta

from civic.demo.scene import live
from civic.demo.story import Story
from civic.demo.working import accept_all, close_out, complete, order, rate_all, report
from civic.discuss import acts as discuss
from civic.discuss.tables import Outcome, Topic
from civic.manage.tables import WorkOrder
from civic.propose import acts as propose
from civic.propose.rules import Nature
from civic.supervise import acts as supervise
from civic.supervise.tables import Watch

LATE_DAYS = 9


def _talked_over(
    thread: str, days: int, raiser: str, building: int, category: str, title: str, facts: str, wish: str,
    findings: str, agreed: str, criterion: str, need: int, of_days: int,
) -> None:  # fmt: skip
    """Raised so many days ago, checked, a topic for three days, an outcome that is carried out."""

    def raised(story: Story) -> None:
        with story.acting(raiser) as work:
            issue = propose.raise_issue(
                work,
                title=title,
                facts=facts,
                wish=wish,
                category=category,
                building_id=story.building(building),
            )
            story.noted[thread] = issue.id

    def checked(story: Story) -> None:
        with story.acting("江雪") as work:
            propose.verify_issue(work, story.issue, findings=findings, nature=Nature.SELF_GOVERNANCE)
        with story.acting("刘敏") as work:
            propose.accept_issue(work, story.issue, background=facts, scope=wish, days=3)

    def outcome(story: Story) -> None:
        story.not_before(story.find(Topic).posted_until_on + timedelta(days=1))
        with story.acting("刘敏") as work:
            discuss.write_outcome(
                work, story.find(Topic).id, agreed=agreed, not_agreed="", criterion=criterion, need=need,
                of_days=of_days, cost_fen=0, way="carry_out",
            )  # fmt: skip

    live(thread, days, "19:10")(raised)
    live(thread, days - 1, "10:00")(checked)
    live(thread, days - 5, "10:00")(outcome)


def _decided(story: Story) -> None:
    """Its posting has to be over."""
    story.not_before(story.find(Outcome).posted_until_on + timedelta(days=1))


_talked_over(
    "late", 62, "顾秀珍", 12, "repairs", "12号楼单元门禁失灵",
    "三个单元的门禁都刷不开，大家拿砖头顶着门，夜里谁都能进。", "修好，修不好就换。",
    "主板老化，三个单元都失灵，砖头顶门属实。", "由工福物业维修，修不好就换，费用由物业服务费承担。",
    "门禁刷得开、关得上", 14, 14,
)  # fmt: skip


@live("late", 32, "10:00")
def door_ordered(story: Story) -> None:
    """Due nine days before the present."""
    _decided(story)
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


_talked_over(
    "watch", 60, "裴少卿", 10, "living", "10号楼后面的绿地成了停车场",
    "草坪压成了泥地，车开到窗根底下。", "把车请出去，草补上。",
    "常停七辆车，草皮毁了约 60 平方米。", "装石墩和矮栏，补种草皮，居民轮流看。",
    "绿地上没有车", 12, 14,
)  # fmt: skip


@live("watch", 30, "10:00")
def green_ordered(story: Story) -> None:
    """Stones and grass."""
    _decided(story)
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


_talked_over(
    "rating", 64, "霍志远", 6, "culture", "6号楼架空层改成下棋、看书的地方",
    "架空层堆着旧自行车，二十多位老人没处坐。", "清出来，放几张桌子。",
    "无主自行车 31 辆，已贴告示。", "清走无主车，放六张桌椅、一个书架，老年协会管钥匙。",
    "每天 8 点到 18 点开门", 10, 10,
)  # fmt: skip


@live("rating", 36, "10:00")
def room_ordered(story: Story) -> None:
    """The listening team leads."""
    _decided(story)
    order(
        story,
        "刘敏",
        "许静",
        "清走无主车，布置桌椅书架",
        "service",
        story.today + timedelta(days=14),
        "六张桌、一个书架到位",
    )
    accept_all(story)


@live("rating", 18, "16:00")
def room_done(story: Story) -> None:
    """Tables and books."""
    complete(story, 0, "31 辆无主车清走 29 辆，2 辆有人认领；桌椅书架到位，书 240 册是邻居捐的。")


@live("rating", 3, "10:00")
def room_closed(story: Story) -> None:
    """Two keys."""
    close_out(story, "架空层已开放两周，每天有十来位老人。", "去坐过，敞亮。", by="刘敏")


@live("rating", 1, "19:00")
def room_rated(story: Story) -> None:
    """A few grades so far; the rating goes on."""
    rate_all(story, (4, 2, 1, 0, 0), paper=3)
