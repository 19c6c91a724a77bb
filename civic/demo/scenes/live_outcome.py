"""Under way at the demo's present: an outcome open to comments."""

from datetime import timedelta

from civic.demo.scene import live
from civic.demo.story import Story
from civic.discuss import acts as discuss
from civic.discuss.rules import Promise
from civic.discuss.tables import Topic
from civic.propose import acts as propose
from civic.propose.rules import Nature


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
            not_agreed="取消站点。", way="carry_out",
            promise=Promise(
                criterion="站点当天冲洗，地面无积水、无撒漏", need=12, of_days=14, cost_fen=180_000, payer="物业公司",
                duty="物业公司", conditions="先征得东侧一楼住户同意。", deadline_on=story.today + timedelta(days=45),
            ),
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
