"""Under way at the demo's present: a topic on which neighbours differ."""

from civic.demo.scene import live
from civic.demo.story import Story
from civic.discuss import acts as discuss
from civic.discuss.tables import Topic
from civic.propose import acts as propose
from civic.propose.rules import Nature


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
                said = discuss.contribute(work, story.find(Topic).id, stance=stance, text=text)
                story.noted[f"said by {name}"] = said.id


REPLIES = (
    (3, "刘敏", "邓小北", "月底前先把东墙下的充电口从 24 个加到 40 个，方案贴在会客厅。"),
    (1, "孙浩", "屈德海", "赞成加口子，可加好之前也不能往楼上推，两件事一起办。"),
)


@live("topic", 3, "21:00")
@live("topic", 1, "21:00")
def bicycles_answered(story: Story) -> None:
    """Two of them get a reply the same evening."""
    for days, name, to, text in REPLIES:
        if story.today == story.from_now(-days, "12:00").date():
            with story.acting(name) as work:
                discuss.reply(work, story.noted[f"said by {to}"], text=text)
