"""Case A: an opinion map beside the discussion. Two camps differ on the market and share what matters to all."""

from datetime import timedelta

from civic.demo.scene import scene
from civic.demo.story import Story
from civic.discuss import acts as discuss
from civic.discuss.tables import Topic
from civic.permissions import Permission

SHARED = ("早市到点要收干净", "盲道和消防通道谁也不能占", "七点以前不该用喇叭")
KEEP = ("早市方便老人买菜，应该留下", "应该给摊主固定的位置", "收摊可以放宽到九点")
MOVE = ("占道的摊位一律不许摆", "早市应该整体搬走", "停车位不能让给摊位")
SEEDS = (*SHARED, *KEEP, *MOVE)
SWEEPING, NAMED = "摊主应当轮流打扫", "卖鱼的老薛最不讲究"


@scene("A", "2026-03-14 09:00")
def put_to_everybody(story: Story) -> None:
    """The panel writes nine statements from both sides."""
    with story.acting("吴波") as work:
        closes_on = story.today + timedelta(days=6)
        found = discuss.open_map(work, story.find(Topic).id, statements=SEEDS, closes_on=closes_on)
        story.noted["map"] = found.id


@scene("A", "2026-03-14 19:00")
def two_are_suggested(story: Story) -> None:
    """One is put to everybody; one names a neighbour and is left out, with the reason."""
    for name, text, reason in (("安可心", SWEEPING, ""), ("顾秀珍", NAMED, "点名说一位邻居，不是观点")):
        with story.acting(name) as work:
            number = discuss.suggest_statement(work, story.noted["map"], text).number
        with story.acting("刘敏") as work:
            discuss.look_over_statement(work, story.noted["map"], number, shown=not reason, reason=reason)


@scene("A", "2026-03-15 20:00")
def neighbours_answer(story: Story) -> None:
    """Three of each of nine buildings; two in five would rather have the market elsewhere."""
    names = [name for number in range(1, 10) for name in story.roll.by_building[number][:3]]
    for place, name in enumerate(names):
        with story.acting(name) as work:
            if work.may(Permission.ANSWER_MAP):
                for number, vote in said(place).items():
                    discuss.answer_statement(work, story.noted["map"], number, vote)


def said(place: int) -> dict[int, int]:
    """What the one at this place says, by the number of the statement; some are not of one mind with their camp."""
    likes = {*SHARED, SWEEPING, *(MOVE if place % 5 in {1, 3} else KEEP)}
    found = {}
    for number, text in enumerate((*SEEDS, SWEEPING), 1):
        vote = 1 if text in likes else -1
        odd = (place * 7 + number * 5) % 23
        found[number] = 0 if odd == 0 else -vote if odd == 11 else vote
    return found
