"""Case A: an outcome that anybody can measure, its comments, the study of the Party committee (domain §8)."""

from civic.demo.scene import daily, scene
from civic.demo.story import Story
from civic.demo.voices import OUTCOME_COMMENTS
from civic.discuss import acts as discuss
from civic.discuss.rules import Promise
from civic.discuss.tables import Contribution, Topic


@scene("A", "2026-03-30 10:00")
def outcome_written(story: Story) -> None:
    """With a promise that anybody can check: empty by 08:30 on 27 of 30 days."""
    with story.acting("刘敏") as work:
        discuss.write_outcome(
            work,
            story.find(Topic).id,
            agreed="早市保留，定点限时：划 48 个摊位，05:30 摆、08:30 前清空；七点以前不用喇叭；"
            "摊主订公约、轮流值日；收摊后物业保洁。意见送综合执法、市场监管、交警。",
            not_agreed="延到九点收摊；整体挪进停车场。",
            way="opinion_vote",
            promise=Promise(
                criterion="每天 08:30 摊位清空、路面通畅",
                need=27,
                of_days=30,
                cost_fen=685_000,
                payer="街道 4,000 元，摊主小组 2,850 元",
                duty="居委会牵头，综合执法、市场监管、交警各管一段",
                conditions="摊主公约签满 46 户以上才开摊。",
                deadline_on=story.on("2026-06-30"),
            ),
        )


@daily("A", "2026-03-31", "2026-04-05", "20:00")
def comments_on_the_outcome(story: Story) -> None:
    """One comment an evening."""
    evening = (story.today - story.on("2026-03-31")).days
    name, stance, text, _taken, _treatment = OUTCOME_COMMENTS[evening]
    with story.acting(name) as work:
        discuss.contribute(work, story.find(Topic).id, stance=stance, text=text, on_outcome=True)


@scene("A", "2026-04-03 15:00")
def outcome_studied(story: Story) -> None:
    """The gate of article 30: the Party committee studies what goes to the representatives."""
    with story.acting("陈书") as work:
        discuss.record_study(
            work, story.issue, subject="outcome", held_on=story.today, present=5, agreed=True,
            opinion="成果合法、可行，验收标准看得见。同意提交居民代表会议，作为意见送职能部门。",
        )  # fmt: skip


@scene("A", "2026-04-07 10:00")
def comments_treated(story: Story) -> None:
    """Six came, four are taken up."""
    for _name, _stance, text, taken, treatment in OUTCOME_COMMENTS:
        said = story.find(Contribution, text=text)
        with story.acting("刘敏") as work:
            discuss.treat_comment(work, said.id, adopted=taken, treatment=treatment)
