"""Case A: the representatives vote on an opinion, 56 of 67 come, 49 are for it (domain §8)."""

from datetime import timedelta

from civic.core.days import day_of
from civic.decide import acts as decide
from civic.decide.tables import Vote
from civic.demo.scene import scene
from civic.demo.story import ZONE, Story
from civic.demo.votes import members, notice_of
from civic.discuss.tables import Outcome
from civic.notices import acts as notices
from civic.notices.tables import Objection

FOR, AGAINST, ABSTAINED = 49, 4, 3


@scene("A", "2026-04-08 09:00")
def notified(story: Story) -> None:
    """Nine clear days before the meeting; seven are needed."""
    story.not_before(story.find(Outcome).comments_until_on + timedelta(days=1))
    with story.acting("刘敏") as work:
        decide.notify_vote(
            work,
            story.issue,
            preset="RES_REP",
            question="是否同意《游麟路早市定点限时的意见》？",
            text="一、意见送综合执法中队、市场监管所、交警中队：游麟路早市划 48 个摊位，05:30 摆，08:30 前清空。"
            "二、摊主订立公约，七点以前不用喇叭，轮流值日。三、验收：30 天里至少 27 天 08:30 清空。",
            number=story.numbered("工福居决", 3),
            opens_at=story.ahead(10, "09:00"),
            closes_at=story.ahead(10, "11:30"),
            place="社区服务中心二楼会议室",
            channel="online",
        )


@scene("A", "2026-04-18 09:40")
def representatives_vote(story: Story) -> None:
    """56 of 67 are present; eleven listeners, three of them spoke."""
    vote = story.find(Vote)
    story.not_before(day_of(vote.opens_at, ZONE))
    choices = ["yes"] * FOR + ["no"] * AGAINST + ["abstain"] * ABSTAINED
    for name, choice in zip(members(story), choices, strict=False):
        with story.acting(name) as work:
            decide.cast_ballot(work, vote.id, choice)
    story.hour("11:30")


@scene("A", "2026-04-22 18:30")
def objected(story: Story) -> None:
    """One neighbour does not agree."""
    with story.acting("顾秀珍") as work:
        notices.object_to_notice(
            work, notice_of(story, "result").id, "占道经营不能靠代表表决放行，请说明这份决议有没有法律效力。"
        )


@scene("A", "2026-04-25 10:00")
def answered(story: Story) -> None:
    """The answer comes within three days, and in public."""
    objection = story.find(Objection, notice_id=notice_of(story, "result").id)
    with story.acting("刘敏") as work:
        notices.answer_objection(
            work,
            objection.id,
            "您说得对：占道许可由职能部门依法决定。这份决议是居民的意见和摊主的公约，不代替执法，也不约束执法。",
            upheld=False,
        )
