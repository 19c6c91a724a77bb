"""Under way at the demo's present: a matter that the community handed up, against a receipt."""

from civic.demo.scene import live
from civic.demo.story import Story
from civic.propose import acts as propose
from civic.propose.rules import Nature
from civic.propose.rules.ladder import Level


@live("handed up", 12, "18:40")
def crossing_raised(story: Story) -> None:
    """The lights before the school."""
    with story.acting("安可心") as work:
        issue = propose.raise_issue(
            work,
            title="校门口的信号灯绿灯太短，孩子过不完马路",
            facts="曙光学校门口绿灯只有 15 秒，低年级的孩子走到一半就红灯了，放学时最险。",
            wish="上学放学时段把绿灯延长，或者派人值守。",
            category="traffic",
        )
        story.noted["handed up"] = issue.id


@live("handed up", 11, "07:50")
def crossing_checked(story: Story) -> None:
    """Measured twice; what belongs to an authority."""
    with story.acting("席文") as work:
        propose.verify_issue(
            work, story.issue, findings="早上 7:40 实测两次，绿灯 15 秒、17 秒；一个班过马路要 28 秒。",
            nature=Nature.PUBLIC_ORDER,
        )  # fmt: skip


@live("handed up", 10, "14:00")
def crossing_handed_up(story: Story) -> None:
    """To the subdistrict first, with a note and a receipt."""
    with story.acting("刘敏") as work:
        propose.hand_up(
            work, story.issue, level=Level.SUBDISTRICT, receiver="街道办事处", receipt="收文 46 号，袁芳菲",
            note="附实测记录和家长意见。请协调交警中队调整配时，上学放学时段先派人值守。", days=10,
        )  # fmt: skip
