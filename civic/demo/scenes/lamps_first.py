"""The lamps on the path to building 7: repaired in a hurry, closed too early."""

from datetime import timedelta

from civic.demo.scene import scene
from civic.demo.story import Story
from civic.demo.working import accept_all, close_out, complete, order
from civic.discuss import acts as discuss
from civic.discuss.rules import Promise
from civic.discuss.tables import Outcome, Topic
from civic.propose import acts as propose
from civic.propose.rules import Nature


@scene("S5", "2026-01-10 17:40")
def raised(story: Story) -> None:
    """Dark in the evening."""
    with story.acting("霍志远") as work:
        issue = propose.raise_issue(
            work,
            title="7号楼东边小路的路灯有五盏不亮",
            facts="从车棚到 7号楼一百来米，八盏灯坏了五盏，老人晚上不敢走。",
            wish="全部修好。",
            category="repairs",
            building_id=story.building(7),
        )
        story.noted["S5"] = issue.id


@scene("S5", "2026-01-11 10:00")
def verified(story: Story) -> None:
    """The firm's task."""
    with story.acting("何苗") as work:
        propose.verify_issue(
            work, story.issue, findings="八盏坏五盏，两盏是线路断了。", nature=Nature.SELF_GOVERNANCE
        )


@scene("S5", "2026-01-11 15:00")
def topic(story: Story) -> None:
    """Three days are enough for lamps."""
    with story.acting("刘敏") as work:
        propose.accept_issue(
            work, story.issue, background="五盏路灯不亮。", scope="议修灯还是换成太阳能灯。", days=3
        )


@scene("S5", "2026-01-15 10:00")
def outcome(story: Story) -> None:
    """Repair, out of the service fee; no vote needed."""
    story.not_before(story.find(Topic).posted_until_on + timedelta(days=1))
    with story.acting("刘敏") as work:
        discuss.write_outcome(
            work, story.find(Topic).id, agreed="修好八盏灯，费用由物业服务费承担。", not_agreed="",
            way="carry_out",
            promise=Promise(
                criterion="天黑后八盏灯全亮", need=7, of_days=7, duty="物业公司",
                deadline_on=story.today + timedelta(days=30),
            ),
        )  # fmt: skip


@scene("S5", "2026-01-31 09:30")
def ordered(story: Story) -> None:
    """To the property firm."""
    story.not_before(story.find(Outcome).posted_until_on + timedelta(days=1))
    order(
        story, "刘敏", "马军", "修好 7号楼东侧八盏路灯", "repair", story.today + timedelta(days=3), "八盏全亮"
    )
    accept_all(story)


@scene("S5", "2026-02-02 17:00")
def said_to_be_done(story: Story) -> None:
    """So it is closed the same day, which was too soon."""
    complete(story, 0, "灯泡全部换新。")
    close_out(story, "五盏灯泡已换。", "白天看灯泡是新的，同意销号。")
