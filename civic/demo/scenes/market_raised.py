"""Case A, the morning market on 游麟路: raised, checked, endorsed (domain §8)."""

from civic.demo.scene import daily, scene
from civic.demo.story import Story
from civic.demo.voices import handovers
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
