"""A vote that failed for lack of quorum: 43 of 67 came, 45 are needed."""

from datetime import timedelta

from civic.decide import acts as decide
from civic.decide.tables import Vote
from civic.demo.scene import scene
from civic.demo.story import Story
from civic.demo.votes import members
from civic.discuss import acts as discuss
from civic.discuss.rules import Promise
from civic.discuss.tables import Outcome, Topic
from civic.propose import acts as propose
from civic.propose.rules import Nature

CAME = 43


@scene("S3", "2026-01-08 19:00")
def raised(story: Story) -> None:
    """The square dance is loud until ten."""
    with story.acting("翟培林") as work:
        issue = propose.raise_issue(
            work,
            title="中心花园广场舞音量和时间要有个约定",
            facts="天天跳到夜里十点，音箱对着居民楼。孩子写不了作业。",
            wish="大家坐下来商量个时间和音量，写进公约。",
            category="culture",
        )
        story.noted["S3"] = issue.id


@scene("S3", "2026-01-09 10:00")
def verified(story: Story) -> None:
    """A matter of all residents."""
    with story.acting("江雪") as work:
        propose.verify_issue(
            work,
            story.issue,
            findings="现场测得 21:30 音量 71 分贝，两支队伍共 46 人。",
            nature=Nature.SELF_GOVERNANCE,
        )


@scene("S3", "2026-01-09 15:00")
def topic(story: Story) -> None:
    """Five days on the board."""
    with story.acting("刘敏") as work:
        propose.accept_issue(
            work,
            story.issue,
            background="两支舞队和周边三栋楼反映集中。",
            scope="议时间、音量、场地，不议让不让跳。",
            days=5,
        )


@scene("S3", "2026-01-15 10:00")
def outcome(story: Story) -> None:
    """Agreed in the parlour, to be put to the representatives."""
    story.not_before(story.find(Topic).posted_until_on + timedelta(days=1))
    with story.acting("刘敏") as work:
        discuss.write_outcome(
            work, story.find(Topic).id,
            agreed="晚上不过九点，音量不超过 60 分贝，音箱背对居民楼；考试周停跳。",
            not_agreed="改用耳机。", way="vote",
            promise=Promise(
                criterion="21:00 以后花园没有音箱声", need=25, of_days=30, duty="舞蹈队，居委会督促",
                deadline_on=story.today + timedelta(days=90),
            ),
        )  # fmt: skip


@scene("S3", "2026-01-19 15:00")
def studied(story: Story) -> None:
    """The Party committee."""
    with story.acting("陈书") as work:
        discuss.record_study(
            work, story.issue, subject="outcome", held_on=story.today, present=4, agreed=True,
            opinion="同意提交居民代表会议。",
        )  # fmt: skip


@scene("S3", "2026-01-24 09:00")
def notified(story: Story) -> None:
    """For a Saturday before the holidays, as it turned out a bad day."""
    story.not_before(story.find(Outcome).comments_until_on + timedelta(days=1))
    with story.acting("刘敏") as work:
        decide.notify_vote(
            work, story.issue, preset="RES_REP", number=story.numbered("工福居决", 2),
            question="是否同意《中心花园活动时间和音量的约定》？",
            text="晚上不过九点，音量不超过 60 分贝，音箱背对居民楼，考试周停跳。",
            opens_at=story.ahead(14, "09:00"), closes_at=story.ahead(14, "11:00"),
            place="社区服务中心二楼会议室", channel="online",
        )  # fmt: skip


@scene("S3", "2026-02-07 09:30")
def too_few_came(story: Story) -> None:
    """Two short: nothing is decided."""
    vote = story.find(Vote)
    for place, name in enumerate(members(story)[:CAME]):
        with story.acting(name) as work:
            decide.cast_ballot(work, vote.id, "yes" if place % 9 else "no")
    story.hour("11:00")
