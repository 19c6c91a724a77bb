"""An owners' vote that failed: a shelter on the common green needs three quarters."""

from datetime import timedelta

from civic.core.days import day_of
from civic.decide import acts as decide
from civic.decide.tables import Vote
from civic.demo.paper import key_all
from civic.demo.scene import scene
from civic.demo.story import ZONE, Story
from civic.demo.votes import sheets
from civic.discuss import acts as discuss
from civic.discuss.rules import Promise
from civic.discuss.tables import Outcome, Topic
from civic.propose import acts as propose
from civic.propose.rules import Nature


@scene("S1", "2026-01-06 19:30")
def raised(story: Story) -> None:
    """Where to charge the bicycles."""
    with story.acting("田雅琴") as work:
        issue = propose.raise_issue(
            work,
            title="曙光小区建电动车充电棚",
            facts="电动车没处充电，有人从窗户拉线，去年冒过一次烟。",
            wish="在 35号楼南边绿地上建一个充电棚。",
            category="safety",
            building_id=story.building(35),
        )
        story.noted["S1"] = issue.id


@scene("S1", "2026-01-07 10:00")
def verified(story: Story) -> None:
    """Common green becomes something else: a matter for three quarters of the owners."""
    with story.acting("单平") as work:
        propose.verify_issue(
            work,
            story.issue,
            findings="拟占共有绿地 86 平方米，属改变共有部分用途。",
            nature=Nature.OWNERS_SPECIAL,
        )


@scene("S1", "2026-01-07 15:00")
def topic(story: Story) -> None:
    """Three days on the board."""
    with story.acting("刘敏") as work:
        propose.accept_issue(
            work, story.issue, background="飞线充电有火灾隐患。", scope="议建不建、建在哪里、谁出钱。", days=3
        )


@scene("S1", "2026-01-12 10:00")
def outcome(story: Story) -> None:
    """To be put to all owners."""
    story.not_before(story.find(Topic).posted_until_on + timedelta(days=1))
    with story.acting("刘敏") as work:
        discuss.write_outcome(
            work, story.find(Topic).id,
            agreed="在 35号楼南侧绿地建充电棚一座，24 个车位，造价 58,000 元，由公共收益列支。",
            not_agreed="建在北门外（不属本小区）。", way="vote",
            promise=Promise(
                criterion="棚内充电、楼道无飞线", need=28, of_days=30, cost_fen=5_800_000, payer="公共收益",
                duty="业委会，物业公司施工", deadline_on=story.today + timedelta(days=150),
            ),
        )  # fmt: skip


@scene("S1", "2026-01-20 10:00")
def notified(story: Story) -> None:
    """Fifteen clear days."""
    story.not_before(story.find(Outcome).comments_until_on + timedelta(days=1))
    with story.acting("曹国栋") as work:
        decide.notify_vote(
            work, story.issue, preset="OWN_SPECIAL", number=story.numbered("曙光业决", 1),
            question="是否同意占用 86 平方米共有绿地建充电棚？",
            text="在 35号楼南侧绿地建充电棚一座，24 个车位，造价 58,000 元，由公共收益列支。",
            opens_at=story.ahead(16, "08:30"), closes_at=story.ahead(23, "18:00"),
            place="曙光小区物业服务中心", channel="paper",
        )  # fmt: skip


@scene("S1", "2026-02-04 17:00")
def delivered(story: Story) -> None:
    """All sheets are out."""
    with story.acting("曹国栋") as work:
        decide.record_delivery(work, story.find(Vote).id, delivered=201, posted=8)


@scene("S1", "2026-02-13 09:00")
def counted(story: Story) -> None:
    """More than half, less than three quarters."""
    vote = story.find(Vote)
    story.not_before(day_of(vote.closes_at, ZONE) + timedelta(days=1))
    returned = [
        (number, "yes" if place % 3 else "no")
        for place, (number, name) in enumerate(sheets(story, vote.id))
        if story.roll.owners[name].answer in {"yes", "no", "abstain"}
    ]
    key_all(story, vote.id, returned)
    with story.acting("曹国栋") as work:
        decide.declare_result(work, vote.id)
