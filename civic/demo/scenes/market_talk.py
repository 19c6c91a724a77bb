"""Case A, the morning market on 游麟路: raised, checked, discussed (domain §8)."""

from datetime import timedelta

from civic.demo.scene import daily, scene
from civic.demo.story import Story
from civic.demo.voices import OUTCOME_COMMENTS, TOPIC_COMMENTS, handovers
from civic.discuss import acts as discuss
from civic.discuss.rules import TypedOption
from civic.discuss.tables import Contribution, Outcome, Topic
from civic.propose import acts as propose
from civic.propose.rules import Nature

ENDORSERS = 186
"""Neighbours from the buildings along the road who put their names to it."""


@scene("A", "2026-03-02 09:10")
def raised_for_a_neighbour(story: Story) -> None:
    """王桂兰 is 82 and has no phone; the listening team writes her sentence down."""
    with story.acting("许静") as work:
        issue = propose.raise_on_behalf(
            work,
            person_id=story.person("王桂兰"),
            channel="visit",
            title="游麟路早市占道，八点半还走不通",
            facts="每天早上摊位占了半条路，八点半以后还不收。救护车、送学的车都堵过，盲道也被菜筐占着。",
            wish="早市可以留，但要划好地方、定好钟点，到点收摊，把路让出来。",
            category="living",
            building_id=story.building(2),
            entrance=1,
        )
        story.noted["A"] = issue.id


@scene("A", "2026-03-08 16:30")
def slips_and_calls_made_one(story: Story) -> None:
    """A week of slips, calls and visits about the same thing becomes one issue."""
    with story.acting("许静") as work:
        propose.enter_handovers(work, story.issue, handovers(story.on("2026-03-02")))


@scene("A", "2026-03-09 08:50")
def counted_on_the_spot(story: Story) -> None:
    """The head of building 2 counts the stalls with the clock in hand."""
    with story.acting("刘志强") as work:
        propose.verify_issue(
            work,
            story.issue,
            findings="08:20 在场摊位 64 个，08:50 还有 41 个没走；路面最窄处剩 2.4 米。"
            "当天一辆救护车在路口等了 6 分钟。",
            nature=Nature.PUBLIC_ORDER,
        )


@daily("A", "2026-03-09", "2026-03-12", "19:00")
def neighbours_endorse(story: Story) -> None:
    """After supper they put their names to it, building by building."""
    along = [name for number in range(1, 17) for name in story.roll.by_building[number]]
    willing = [name for name in along if name != "王桂兰"][:ENDORSERS]
    evening = (story.today - story.on("2026-03-09")).days
    for name in willing[evening::4]:
        with story.acting(name) as work:
            propose.endorse_issue(work, story.issue)


@scene("A", "2026-03-13 15:00")
def put_on_the_agenda(story: Story) -> None:
    """The Party committee studies it; the committee makes it a topic for five days."""
    with story.acting("陈书") as work:
        discuss.record_study(
            work, story.issue, subject="topic", held_on=story.today, present=5, agreed=True,
            opinion="群众反映集中，应当列入议题。占道由职能部门依法管，社区先把意见听全。",
        )  # fmt: skip
    with story.acting("刘敏") as work:
        propose.accept_issue(
            work,
            story.issue,
            background="31 户居民 37 次反映；楼长到现场核实，八点五十还有 41 个摊位没有收。",
            scope="议早市怎么摆、摆到几点、谁来管、谁来扫。取缔或者许可由职能部门依法决定，不在本次议题之内。",
            days=5,
        )


@daily("A", "2026-03-14", "2026-03-16", "20:10")
def neighbours_speak(story: Story) -> None:
    """Nine comments within the five days."""
    topic, evening = story.find(Topic), (story.today - story.on("2026-03-14")).days
    for name, stance, text in TOPIC_COMMENTS[evening * 3 : evening * 3 + 3]:
        with story.acting(name) as work:
            discuss.contribute(work, topic.id, stance=stance, text=text)


@scene("A", "2026-03-21 10:00")
def options_on_paper(story: Story) -> None:
    """The advisory panel of seven: three options, B advised five to two."""
    topic = story.find(Topic)
    story.not_before(topic.posted_until_on + timedelta(days=1))
    with story.acting("吴波") as work:
        discuss.file_option_paper(
            work,
            topic.id,
            options=[
                TypedOption("A", "整体取缔，全天不许摆摊。", 0, "综合执法中队",
                            "老人买菜不便；摊主没有去处，容易反弹，治标不治本。"),
                TypedOption("B", "定点限时：划 48 个摊位，05:30 摆，08:30 前清空，收摊后保洁。", 685_000,
                            "街道出 4,000 元，摊主自律小组出 2,850 元", "头一个月要天天盯；下雨天收得慢。"),
                TypedOption("C", "整体挪进小区东侧停车场。", 320_000, "街道",
                            "少 12 个停车位，早上车进车出和买菜的人抢路。"),
            ],
            advised="B", for_advice=5, against_advice=2,
            dissent="两位成员认为：占道没有例外，开了口子以后收不住。",
        )  # fmt: skip


@scene("A", "2026-03-28 16:40")
def talked_over_in_the_parlour(story: Story) -> None:
    """31 people, two minutes each, twice at most."""
    with story.acting("刘敏") as work:
        discuss.record_parlour(
            work,
            story.find(Topic).id,
            held_on=story.today,
            place="工福会客厅",
            present={
                "residents": 14, "affected": 5, "building_heads": 5, "advisors": 2, "departments": 4, "other": 1,
            },
            consensus="同意乙方案：定点、限时、到点清空，并且七点以前不许用喇叭。收摊后半小时内保洁完毕。",
            dissent="一位摊主希望延到九点；两位居民担心噪声。",
        )  # fmt: skip


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
            criterion="每天 08:30 摊位清空、路面通畅",
            need=27,
            of_days=30,
            cost_fen=685_000,
            way="opinion_vote",
        )


@daily("A", "2026-03-31", "2026-04-05", "20:00")
def comments_on_the_outcome(story: Story) -> None:
    """One comment an evening."""
    evening = (story.today - story.on("2026-03-31")).days
    name, stance, text, _taken = OUTCOME_COMMENTS[evening]
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
    for _name, _stance, text, taken in OUTCOME_COMMENTS:
        said = story.find(Contribution, text=text)
        with story.acting("刘敏") as work:
            discuss.treat_comment(work, said.id, adopted=taken)
    assert story.find(Outcome).need == 27
