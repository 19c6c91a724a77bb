"""Under way at the demo's present: a view that was hidden, and its author's appeal."""

from civic.demo.scene import live
from civic.demo.story import Story
from civic.discuss import acts as discuss
from civic.discuss.tables import Topic


@live("topic", 3, "21:30")
def one_names_a_door(story: Story) -> None:
    """Somebody in a temper says who it is."""
    with story.acting("耿玉芬") as work:
        said = discuss.contribute(
            work, story.find(Topic).id, stance="for",
            text="说的就是三楼那家，天天推上去充，楼道里谁不知道，孩子都不敢从门口过。",
        )  # fmt: skip
        story.noted["hidden"] = said.id


@live("topic", 2, "08:30")
def it_is_reported(story: Story) -> None:
    """A neighbour finds that it points at one household."""
    with story.acting("舒洁") as work:
        discuss.report_contribution(work, story.noted["hidden"], ground="private")


@live("topic", 2, "10:00")
def it_is_hidden(story: Story) -> None:
    """The committee says why, in public."""
    with story.acting("康丽") as work:
        discuss.hide_contribution(
            work, story.noted["hidden"], ground="private",
            because="指明了具体住户。把楼层去掉、只说事情，可以再发一次。",
        )  # fmt: skip


@live("topic", 1, "19:00")
def she_appeals(story: Story) -> None:
    """The supervisory committee decides within five working days."""
    with story.acting("耿玉芬") as work:
        discuss.appeal_hiding(
            work, story.noted["hidden"],
            text="我没有写姓名，也没有写门牌，三楼有四户。上楼充电的情况应当让大家知道。",
        )  # fmt: skip
