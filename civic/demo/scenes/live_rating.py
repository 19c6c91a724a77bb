"""Under way at the demo's present: neighbours rate what was done."""

from datetime import timedelta

from civic.demo.carried import decided, talked_over
from civic.demo.scene import live
from civic.demo.story import Story
from civic.demo.working import accept_all, close_out, complete, order, rate_all

talked_over(
    "rating", 64, "霍志远", 6, "culture", "6号楼架空层改成下棋、看书的地方",
    "架空层堆着旧自行车，二十多位老人没处坐。", "清出来，放几张桌子。",
    "无主自行车 31 辆，已贴告示。", "清走无主车，放六张桌椅、一个书架，老年协会管钥匙。",
    "每天 8 点到 18 点开门", 10, 10,
)  # fmt: skip


@live("rating", 36, "10:00")
def room_ordered(story: Story) -> None:
    """The listening team leads."""
    decided(story)
    order(
        story,
        "刘敏",
        "许静",
        "清走无主车，布置桌椅书架",
        "service",
        story.today + timedelta(days=14),
        "六张桌、一个书架到位",
    )
    accept_all(story)


@live("rating", 18, "16:00")
def room_done(story: Story) -> None:
    """Tables and books."""
    complete(story, 0, "31 辆无主车清走 29 辆，2 辆有人认领；桌椅书架到位，书 240 册是邻居捐的。")


@live("rating", 3, "10:00")
def room_closed(story: Story) -> None:
    """Two keys."""
    close_out(story, "架空层已开放两周，每天有十来位老人。", "去坐过，敞亮。", by="刘敏")


@live("rating", 1, "19:00")
def room_rated(story: Story) -> None:
    """A few grades so far; the rating goes on."""
    rate_all(story, (4, 2, 1, 0, 0), paper=3)
