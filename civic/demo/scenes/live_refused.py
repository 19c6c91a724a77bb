"""Under way at the demo's present: a declined issue, an objection, and a petition that goes round."""

from civic.demo.scene import live
from civic.demo.story import Story
from civic.propose import acts as propose
from civic.propose.rules import Nature
from civic.propose.rules.petition import Way

SIGNED = ("舒洁", "屈德海", "岳美华", "霍志远", "顾秀珍", "安可心")


@live("refused", 9, "19:10")
def benches_raised(story: Story) -> None:
    """A table and benches under the trees of the west lawn."""
    with story.acting("温永福") as work:
        issue = propose.raise_issue(
            work,
            title="西草坪边能不能放张棋桌和几条凳子",
            facts="下棋的老人天天蹲在马路牙子上，一蹲一上午，前天有位起身时摔了一跤。",
            wish="在树荫下放一张石桌、四条凳子，离住宅楼远一点。",
            category="elderly",
        )
        story.noted["refused"] = issue.id


@live("refused", 8, "09:40")
def benches_checked(story: Story) -> None:
    """Everybody's matter."""
    with story.acting("范玉珍") as work:
        propose.verify_issue(
            work,
            story.issue,
            findings="上午九点在场 11 人，有 6 人坐在路沿上。最近的长椅在 140 米外。",
            nature=Nature.SELF_GOVERNANCE,
        )


@live("refused", 8, "16:00")
def benches_declined(story: Story) -> None:
    """The committee fears the noise."""
    with story.acting("刘敏") as work:
        propose.decline_issue(
            work, story.issue, reason="去年放过一次，晚上有人打牌喝酒，周边住户投诉多，今年不再设。"
        )


@live("refused", 7, "09:00")
def benches_petitioned(story: Story) -> None:
    """Who raised it asks the neighbours."""
    with story.acting("温永福") as work:
        propose.start_petition(work, story.issue)
        propose.sign_petition(work, story.issue, Way.RESIDENT)


@live("refused", 5, "20:00")
def benches_signed(story: Story) -> None:
    """A handful so far."""
    for name in SIGNED:
        with story.acting(name) as work:
            propose.sign_petition(work, story.issue, Way.RESIDENT)


@live("refused", 2, "10:20")
def benches_objected(story: Story) -> None:
    """And objects, so that the supervisory committee looks at the reason."""
    with story.acting("温永福") as work:
        propose.object_to_decline(
            work,
            story.issue,
            text="去年是摆在 6 号楼窗下，这次提的是西草坪，离最近的窗户 60 米，请到现场看一看。",
        )
