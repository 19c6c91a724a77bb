"""Case B, the leaning wall between 曙光小区 and the school: danger first (domain §8)."""

from civic.demo.scene import scene
from civic.demo.story import Story
from civic.discuss import acts as discuss
from civic.discuss.tables import Topic
from civic.propose import acts as propose
from civic.propose.rules import Nature


@scene("B", "2026-04-10 17:20")
def reported(story: Story) -> None:
    """The head of building 33 sees the crack after the rain."""
    with story.acting(story.roll.heads[33]) as work:
        issue = propose.raise_issue(
            work,
            title="曙光小区和学校之间的围墙歪了，怕倒",
            facts="33号楼东侧围墙裂了一道两指宽的缝，往学校那边歪，墙根下就是学生放学的路。",
            wish="先围起来别让人靠近，再请人鉴定，该修就修。",
            category="safety",
            building_id=story.building(33),
            danger=True,
        )
        story.noted["B"] = issue.id


@scene("B", "2026-04-11 08:00")
def fenced_off(story: Story) -> None:
    """Act first: a fence, and eighteen volunteers in turns."""
    with story.acting("单平") as work:
        propose.take_safety_measure(
            work, story.issue, what="今天 07:30 拉起围挡，18 名平安志愿者轮流值守上下学时段。", volunteers=18
        )


@scene("B", "2026-04-15 11:00")
def visited_together(story: Story) -> None:
    """School, owners' committee, engineer: repair, not rebuild; 42,800 yuan, the school pays half."""
    with story.acting("单平") as work:
        propose.verify_issue(
            work,
            story.issue,
            findings="学校、业委会、物业和注册工程师联合踏勘：墙体可修，不必重砌。"
            "造价 42,800 元，学校承担一半，业主一半 21,400 元由维修资金出。",
            nature=Nature.OWNERS_GENERAL,
        )


@scene("B", "2026-04-16 10:00")
def made_a_topic(story: Story) -> None:
    """The owners' share is for the owners to decide."""
    with story.acting("刘敏") as work:
        propose.accept_issue(
            work,
            story.issue,
            background="围墙是曙光小区和学校共用的。已先行围挡、值守，鉴定结论是修缮。",
            scope="议修缮方案和业主一半费用（21,400 元，折合每平方米 1.21 元）是否从维修资金列支。",
            days=5,
        )


@scene("B", "2026-04-18 20:00")
def owners_speak(story: Story) -> None:
    """Three owners."""
    said = (
        ("曹国栋", "for", "每户平均一百块出头，换孩子们平安，值。"),
        ("田雅琴", "question", "为什么不一次重砌？修了过两年再歪怎么办？"),
        ("任家宁", "for", "工程师说基础没动，修缮加扶壁就够，重砌要多花三倍。"),
    )
    for name, stance, text in said:
        with story.acting(name) as work:
            discuss.contribute(work, story.find(Topic).id, stance=stance, text=text)
