"""Under way at the demo's present: raised today, checked, being discussed, an outcome open to comments."""

from datetime import timedelta

from civic.demo.scene import live
from civic.demo.story import Story
from civic.discuss import acts as discuss
from civic.discuss.tables import Topic
from civic.propose import acts as propose
from civic.propose.rules import Nature


@live("new", 0, "08:05")
def raised_today(story: Story) -> None:
    """Waits for its first answer."""
    with story.acting("章秀云") as work:
        issue = propose.raise_issue(
            work,
            title="2号楼雨水管断了，单元门口一下雨就积水",
            facts="雨水管断在离地半米的地方，水全流到二单元门口，老人进出要踩水，前天滑倒一位。",
            wish="把雨水管接下去，先垫几块防滑垫。",
            category="repairs",
            building_id=story.building(2),
            entrance=2,
        )
        story.noted["new"] = issue.id


@live("checked", 2, "18:20")
def raised_two_days_ago(story: Story) -> None:
    """By a neighbour without an account, at the door."""
    with story.acting("刘志强") as work:
        issue = propose.raise_on_behalf(
            work,
            person_id=story.person("王桂兰"),
            channel="visit",
            title="楼前长椅坏了两把，歇脚没地方坐",
            facts="买菜回来走到一半要歇一歇，长椅的木条断了，钉子露在外面。",
            wish="修好，最好加个扶手。",
            category="elderly",
            building_id=story.building(2),
        )
        story.noted["checked"] = issue.id


@live("checked", 1, "09:30")
def checked_yesterday(story: Story) -> None:
    """Waits for what becomes of it."""
    with story.acting("刘志强") as work:
        propose.verify_issue(
            work,
            story.issue,
            findings="两把长椅共断五根木条，已用胶带缠住钉头。",
            nature=Nature.SELF_GOVERNANCE,
        )


@live("topic", 7, "19:30")
def bicycles_raised(story: Story) -> None:
    """A matter on which neighbours differ."""
    with story.acting("温永福") as work:
        issue = propose.raise_issue(
            work,
            title="电动车上楼充电，要不要立个规矩",
            facts="2号楼这个月有三辆电动车推进电梯间充电，半夜充着电没人看。",
            wish="大家议一议：车停哪里、在哪里充、谁来提醒。",
            category="safety",
        )
        story.noted["topic"] = issue.id


@live("topic", 6, "10:00")
def bicycles_checked(story: Story) -> None:
    """Everybody's matter."""
    with story.acting("席文") as work:
        propose.verify_issue(
            work, story.issue, findings="属实。全社区充电口 96 个，电动车约 340 辆，缺口大。",
            nature=Nature.SELF_GOVERNANCE,
        )  # fmt: skip


@live("topic", 5, "09:00")
def bicycles_discussed(story: Story) -> None:
    """Ten days on the board."""
    with story.acting("刘敏") as work:
        propose.accept_issue(
            work,
            story.issue,
            background="充电口不够，上楼充电屡禁不止，消防检查两次点名。",
            scope="议停放、充电和互相提醒的约定，写进居民公约；建充电棚另案再议。",
            days=10,
        )


TALK = (
    (4, "孙浩", "for", "楼道里着火跑都没处跑，必须立规矩。我们楼愿意先试。"),
    (4, "邓小北", "question", "我送外卖，一天要充两次。下面充电口总是满的，怎么办？"),
    (3, "舒洁", "for", "家里有孩子，最怕半夜那一声。支持不进楼。"),
    (2, "屈德海", "against", "先把充电口加够，再说不许上楼，不然就是难为人。"),
    (1, "裴少卿", "question", "换电柜能不能进小区？别的社区有了。"),
)


@live("topic", 4, "20:00")
@live("topic", 3, "20:00")
@live("topic", 2, "20:00")
@live("topic", 1, "20:00")
def bicycles_talked_over(story: Story) -> None:
    """Evening by evening."""
    for days, name, stance, text in TALK:
        if story.today == story.from_now(-days, "12:00").date():
            with story.acting(name) as work:
                discuss.contribute(work, story.find(Topic).id, stance=stance, text=text)


@live("outcome", 20, "19:00")
def bins_raised(story: Story) -> None:
    """Where the bins should stand."""
    with story.acting("翟培林") as work:
        issue = propose.raise_issue(
            work,
            title="12号楼前的垃圾站点挪个位置",
            facts="站点离窗户不到四米，味道大，早上五点就咣当响。",
            wish="往东挪到围墙边。",
            category="living",
            building_id=story.building(12),
        )
        story.noted["outcome"] = issue.id


@live("outcome", 19, "10:00")
def bins_checked(story: Story) -> None:
    """Measured."""
    with story.acting("江雪") as work:
        propose.verify_issue(
            work,
            story.issue,
            findings="站点距最近窗户 3.8 米，东侧围墙边有空地。",
            nature=Nature.SELF_GOVERNANCE,
        )


@live("outcome", 18, "10:00")
def bins_discussed(story: Story) -> None:
    """Three days on the board."""
    with story.acting("刘敏") as work:
        propose.accept_issue(
            work, story.issue, background="三个单元联名反映。", scope="议挪到哪里、谁来冲洗。", days=3
        )


@live("outcome", 5, "15:00")
def bins_outcome(story: Story) -> None:
    """Open to comments for a week."""
    story.not_before(story.find(Topic).posted_until_on + timedelta(days=1))
    with story.acting("刘敏") as work:
        discuss.write_outcome(
            work, story.find(Topic).id,
            agreed="站点挪到东侧围墙边，离窗户 11 米；早上六点半以后清运，每天冲洗一次。",
            not_agreed="取消站点。", criterion="站点当天冲洗，地面无积水、无撒漏", need=12, of_days=14,
            cost_fen=180_000, way="carry_out",
        )  # fmt: skip


@live("outcome", 3, "20:10")
def bins_commented(story: Story) -> None:
    """Two comments wait for an answer."""
    for name, stance, text in (
        ("顾秀珍", "for", "挪得好。冲洗的水别往绿地里流。"),
        ("翟培林", "question", "六点半能不能推到七点？周末想多睡会儿。"),
    ):
        with story.acting(name) as work:
            discuss.contribute(work, story.find(Topic).id, stance=stance, text=text, on_outcome=True)
