"""Case B: 209 sheets, 161 come back, 158 are valid, 118 say yes (domain §8)."""

from datetime import timedelta

from civic.core.days import day_of
from civic.decide import acts as decide
from civic.decide.tables import Vote
from civic.demo.paper import key_all
from civic.demo.scene import scene
from civic.demo.story import ZONE, Story
from civic.demo.votes import sheets
from civic.discuss.tables import Outcome


@scene("B", "2026-05-08 10:00")
def notified(story: Story) -> None:
    """Fifteen clear days; the voting goes on for two weeks."""
    story.not_before(story.find(Outcome).comments_until_on + timedelta(days=1))
    with story.acting("曹国栋") as work:
        decide.notify_vote(
            work,
            story.issue,
            preset="OWN_GENERAL",
            question="是否同意从维修资金列支 21,400 元，修缮东侧围墙？",
            text="修缮东侧围墙并加扶壁，总价 42,800 元，学校承担一半；业主承担 21,400 元，从维修资金列支，"
            "按专有部分面积分摊，每平方米 1.21 元；结余退回。",
            number=story.numbered("曙光业决", 2),
            opens_at=story.ahead(16, "08:30"),
            closes_at=story.ahead(30, "18:00"),
            place="曙光小区物业服务中心",
            channel="paper",
        )


@scene("B", "2026-05-23 17:00")
def delivered(story: Story) -> None:
    """203 sheets handed over at the door; six firms' and absent owners' by posted notice."""
    with story.acting("曹国栋") as work:
        decide.record_delivery(work, story.find(Vote).id, delivered=203, posted=6)


@scene("B", "2026-06-08 09:00")
def counted_in_the_open(story: Story) -> None:
    """Two clerks key every sheet, neither sees the other's; one difference is settled from the paper."""
    vote = story.find(Vote)
    story.not_before(day_of(vote.closes_at, ZONE) + timedelta(days=1))
    returned = [
        (number, story.roll.owners[name].answer)
        for number, name in sheets(story, vote.id)
        if story.roll.owners[name].answer
    ]
    key_all(story, vote.id, returned, slip=40)
    story.hour("16:00")
    with story.acting("曹国栋") as work:
        decide.declare_result(work, vote.id)
