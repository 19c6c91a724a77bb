"""Under way at the demo's present: raised today, and checked but not settled."""

from civic.demo.scene import live
from civic.demo.story import Story
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
