"""Under way at the demo's present: the listening team goes from door to door in building 2."""

from civic.demo.scene import live
from civic.demo.story import Story
from civic.propose import acts as propose
from civic.propose.queries.round_sheet import doors_of
from civic.propose.rules.rounds import Outcome

SEEN = (Outcome.MET, Outcome.MET, Outcome.AWAY, Outcome.MET, Outcome.DECLINED, Outcome.MET)
"""What is noted of the first doors of the sheet."""


@live("round", 6, "16:00")
def a_round_is_planned(story: Story) -> None:
    """By the head of the building, for a volunteer."""
    with story.acting("刘志强") as work:
        found = propose.plan_round(
            work,
            building_id=story.building(2),
            entrance=1,
            walker_id=story.person("许静"),
            walk_on=work.today,
        )
        story.noted["round"] = found.id


@live("round", 6, "19:20")
def the_first_doors(story: Story) -> None:
    """After supper; the rest another evening."""
    with story.acting("许静") as work:
        doors = doors_of(work, story.noted["round"])
        noted = {door.door_id: seen for door, seen in zip(doors, SEEN, strict=False)}
        propose.note_doors(work, story.noted["round"], noted)
