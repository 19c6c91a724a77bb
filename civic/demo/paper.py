"""Two clerks at a table: every paper sheet is keyed twice, blind."""

from collections.abc import Sequence

from civic.decide import acts as decide
from civic.decide.tables import RollEntry, Sheet
from civic.demo.story import Story
from civic.demo.votes import mark

FIRST, SECOND = "林娜", "高远"


def key_all(
    story: Story, vote_id: int, returned: Sequence[tuple[int, str]], *, slip: int | None = None
) -> None:
    """All sheets (number, answer) by both clerks; the second misreads one, and it is settled."""
    key(story, FIRST, vote_id, returned)
    wrong = returned[slip] if slip is not None else None
    misread = [
        (number, _other(answer)) if (number, answer) == wrong else (number, answer)
        for number, answer in returned
    ]
    key(story, SECOND, vote_id, misread)
    if wrong is not None:
        entry = story.find(RollEntry, vote_id=vote_id, number=wrong[0])
        choice, reason = mark(wrong[1])
        with story.acting("刘敏") as work:
            decide.settle_sheet(
                work,
                story.find(Sheet, vote_id=vote_id, roll_entry_id=entry.id).id,
                choice=choice,
                reason=reason,
            )


def key(story: Story, clerk: str, vote_id: int, returned: Sequence[tuple[int, str]]) -> None:
    """One clerk's pile, in the order in which it lies."""
    with story.acting(clerk) as work:
        for number, answer in returned:
            choice, reason = mark(answer)
            decide.key_sheet(work, vote_id, number=number, choice=choice, reason=reason)


def _other(answer: str) -> str:
    return "abstain" if answer == "yes" else "yes"
