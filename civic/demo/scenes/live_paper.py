"""Under way at the demo's present: owners' sheets are being keyed."""

from datetime import timedelta

from civic.core.days import day_of
from civic.decide import acts as decide
from civic.decide.tables import Vote
from civic.demo.paper import FIRST, SECOND, key
from civic.demo.scene import live
from civic.demo.story import ZONE, Story
from civic.demo.votes import sheets
from civic.discuss import acts as discuss
from civic.discuss.rules import Promise
from civic.discuss.tables import Outcome, Topic
from civic.propose import acts as propose
from civic.propose.rules import Nature


@live("paper", 75, "09:00")
def doors_raised(story: Story) -> None:
    """The entrance doors of 工福小区 do not shut."""
    with story.acting("赵玉梅") as work:
        issue = propose.raise_issue(
            work,
            title="工福小区 48 个单元门换新，用不用维修资金",
            facts="单元门用了二十年，一半关不严，小广告、推销的随便进。",
            wish="统一换门，算清楚每家多少钱。",
            category="repairs",
            building_id=story.building(2),
        )
        story.noted["paper"] = issue.id


@live("paper", 74, "10:00")
def doors_checked(story: Story) -> None:
    """Use of the repair fund: more than half of the owners."""
    with story.acting("何苗") as work:
        propose.verify_issue(
            work,
            story.issue,
            findings="48 个单元门，26 个关不严，9 个门锁已坏。",
            nature=Nature.OWNERS_GENERAL,
        )


@live("paper", 73, "10:00")
def doors_discussed(story: Story) -> None:
    """Five days on the board."""
    with story.acting("刘敏") as work:
        propose.accept_issue(
            work,
            story.issue,
            background="16 栋楼楼长联名。",
            scope="议换不换、换什么、从维修资金出多少。",
            days=5,
        )


@live("paper", 56, "10:00")
def doors_outcome(story: Story) -> None:
    """To be put to all owners of 工福小区."""
    story.not_before(story.find(Topic).posted_until_on + timedelta(days=1))
    with story.acting("刘敏") as work:
        discuss.write_outcome(
            work, story.find(Topic).id,
            agreed="48 个单元门统一换新，总价 134,400 元，从维修资金列支，按专有部分面积分摊。",
            not_agreed="只修不换。", way="vote",
            promise=Promise(
                criterion="单元门随手能关、能锁", need=28, of_days=30, cost_fen=13_440_000, payer="维修资金",
                duty="业委会，物业公司施工", conditions="维修资金使用经业主表决通过。",
                deadline_on=story.today + timedelta(days=150),
            ),
        )  # fmt: skip


@live("paper", 36, "10:00")
def doors_notified(story: Story) -> None:
    """Voting began three weeks ago at most and ends in four days."""
    story.not_before(story.find(Outcome).comments_until_on + timedelta(days=1))
    with story.acting("刘敏") as work:
        decide.notify_vote(
            work, story.issue, preset="OWN_GENERAL", number=story.numbered("工福业决", 2),
            question="是否同意从维修资金列支 134,400 元，更换 48 个单元门？",
            text="工福小区 48 个单元门统一换新，总价 134,400 元，从维修资金列支，按专有部分面积分摊，结余退回。",
            opens_at=story.ahead(17, "08:30"), closes_at=story.from_now(4, "18:00"),
            place="工福物业服务中心", channel="paper",
        )  # fmt: skip


@live("paper", 9, "16:00")
def doors_delivered(story: Story) -> None:
    """At every door."""
    vote = story.find(Vote)
    story.not_before(day_of(vote.opens_at, ZONE))
    due = len(sheets(story, vote.id))
    with story.acting("刘敏") as work:
        decide.record_delivery(work, vote.id, delivered=due - 7, posted=7)


@live("paper", 0, "08:30")
def being_keyed(story: Story) -> None:
    """The first clerk has keyed 60, the second 45; one of them reads differently."""
    vote = story.find(Vote)
    pile = [
        (number, ("yes", "yes", "no", "yes", "yes", "abstain", "yes")[number % 7])
        for number, _name in sheets(story, vote.id)
        if number % 2
    ][:60]
    key(story, FIRST, vote.id, pile)
    second = [(number, "no" if place == 20 else answer) for place, (number, answer) in enumerate(pile[:45])]
    key(story, SECOND, vote.id, second)
