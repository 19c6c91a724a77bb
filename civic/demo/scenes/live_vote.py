"""Under way at the demo's present: the representatives vote."""

from datetime import timedelta

from civic.core.days import day_of
from civic.decide import acts as decide
from civic.decide.tables import Vote
from civic.demo.scene import live
from civic.demo.story import ZONE, Story
from civic.demo.votes import members
from civic.discuss import acts as discuss
from civic.discuss.rules import Promise
from civic.discuss.tables import Outcome, Topic
from civic.propose import acts as propose
from civic.propose.rules import Nature


@live("vote", 58, "18:30")
def dogs_raised(story: Story) -> None:
    """Dogs and children in one garden."""
    with story.acting("岳美华") as work:
        issue = propose.raise_issue(
            work,
            title="中心花园划出遛狗的地方和时间",
            facts="傍晚孩子玩滑梯，大狗不拴绳跑来跑去，上个月吓哭过两个。",
            wish="划块地方、定个时间，大家都自在。",
            category="living",
        )
        story.noted["vote"] = issue.id


@live("vote", 57, "10:00")
def dogs_checked(story: Story) -> None:
    """Everybody's matter."""
    with story.acting("江雪") as work:
        propose.verify_issue(
            work,
            story.issue,
            findings="登记在册犬只 112 只，花园早晚各有二十来只。",
            nature=Nature.SELF_GOVERNANCE,
        )


@live("vote", 56, "15:00")
def dogs_discussed(story: Story) -> None:
    """Five days on the board."""
    with story.acting("刘敏") as work:
        propose.accept_issue(
            work,
            story.issue,
            background="养犬的、带孩子的都来反映过。",
            scope="议地方、时间、牵绳和清粪。",
            days=5,
        )


@live("vote", 40, "16:00")
def dogs_in_the_parlour(story: Story) -> None:
    """Both sides at one table."""
    with story.acting("刘敏") as work:
        discuss.record_parlour(
            work, story.find(Topic).id, held_on=story.today, place="工福会客厅",
            present={"residents": 16, "building_heads": 3, "advisors": 1, "other": 2},
            consensus="西草坪早七点前、晚八点后可以遛狗，其余时间和其余地方一律牵绳；随手清粪，放四个粪箱。",
            dissent="三位居民希望花园里完全不许进狗。",
        )  # fmt: skip


@live("vote", 38, "10:00")
def dogs_outcome(story: Story) -> None:
    """To be put to the representatives."""
    story.not_before(story.find(Topic).posted_until_on + timedelta(days=1))
    with story.acting("刘敏") as work:
        discuss.write_outcome(
            work, story.find(Topic).id,
            agreed="西草坪早七点前、晚八点后可以遛狗，其余时间和地方一律牵绳；随手清粪，放四个粪箱。",
            not_agreed="花园里完全不许进狗。", way="vote",
            promise=Promise(
                criterion="滑梯周围没有不牵绳的狗", need=26, of_days=30, cost_fen=96_000, payer="物业公司",
                duty="物业公司，养犬小组协助", deadline_on=story.today + timedelta(days=90),
            ),
        )  # fmt: skip


@live("vote", 34, "15:00")
def dogs_studied(story: Story) -> None:
    """The Party committee."""
    with story.acting("陈书") as work:
        discuss.record_study(
            work, story.issue, subject="outcome", held_on=story.today, present=5, agreed=True,
            opinion="同意提交居民代表会议，写进居民公约。",
        )  # fmt: skip


@live("vote", 14, "09:00")
def dogs_notified(story: Story) -> None:
    """Online voting from yesterday until in three days."""
    story.not_before(story.find(Outcome).comments_until_on + timedelta(days=1))
    with story.acting("刘敏") as work:
        decide.notify_vote(
            work, story.issue, preset="RES_REP", number=story.numbered("工福居决", 8),
            question="是否同意《中心花园遛狗的约定》？",
            text="西草坪早七点前、晚八点后可以遛狗，其余时间和地方一律牵绳；随手清粪，放四个粪箱，费用 960 元由公共收益列支。",
            opens_at=max(story.from_now(-1, "08:00"), story.ahead(8, "08:00")),
            closes_at=story.from_now(3, "18:00"), place="手机投票；不用手机的到社区服务中心填票", channel="online",
        )  # fmt: skip


@live("vote", 1, "12:00")
def some_have_voted(story: Story) -> None:
    """Thirty-one so far; 刘敏 and 孙浩 have not yet."""
    vote = story.find(Vote)
    story.not_before(day_of(vote.opens_at, ZONE))
    waiting = {"刘敏", "孙浩"}
    for place, name in enumerate([name for name in members(story) if name not in waiting][:31]):
        with story.acting(name) as work:
            decide.cast_ballot(work, vote.id, ("yes", "yes", "no", "yes", "abstain")[place % 5])
