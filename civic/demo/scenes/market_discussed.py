"""Case A: a topic for five days, three options, 31 people in the parlour (domain §8)."""

from datetime import timedelta

from civic.demo.scene import daily, scene
from civic.demo.story import Story
from civic.demo.voices import TOPIC_COMMENTS
from civic.discuss import acts as discuss
from civic.discuss.rules import Paper, TypedOption
from civic.discuss.tables import Topic
from civic.propose import acts as propose


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
            Paper(
                [
                TypedOption("A", "整体取缔，全天不许摆摊。", 0, "综合执法中队",
                            "容易反弹，治标不治本。", "老人买菜不便；摊主没有去处。"),
                TypedOption("B", "定点限时：划 48 个摊位，05:30 摆，08:30 前清空，收摊后保洁。", 685_000,
                            "街道出 4,000 元，摊主自律小组出 2,850 元", "头一个月要天天盯；下雨天收得慢。",
                            "老人买菜、摊主摆摊都照旧；上班的人 08:30 以后路通。"),
                TypedOption("C", "整体挪进小区东侧停车场。", 320_000, "街道",
                            "早上车进车出，和买菜的人抢路。", "有车的住户少 12 个停车位；住得近的几栋楼早上会吵。"),
            ],
                "B", 5, 2, "两位成员认为：占道没有例外，开了口子以后收不住。",
            ),
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
