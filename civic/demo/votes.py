"""Who sits in the representatives' meeting, who holds which sheet, which notice hangs."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from civic.decide.tables import RollEntry
from civic.demo import cast
from civic.demo.story import Story
from civic.notices.tables import Notice


def members(story: Story) -> list[str]:
    """The 67: committee first, then the representatives by building; 孙浩 among the first."""
    others = [name for name in story.roll.representatives if name != cast.REPRESENTATIVE.name]
    return [*(member.name for member in cast.COMMITTEE), cast.REPRESENTATIVE.name, *others]


def notice_of(story: Story, subject: str) -> Notice:
    """The newest notice of that kind on this thread's issue."""
    return story.find(Notice, issue_id=story.issue, subject=subject)


def sheets(story: Story, vote_id: int) -> list[tuple[int, str]]:
    """Every sheet of a paper vote: its number, and the name of the owner who holds it."""
    names = {ident: name for name, ident in story.roll.people.items()}
    with Session(story.workshop.database.reader) as session:
        rows = session.execute(
            select(RollEntry.number, RollEntry.person_id)
            .where(RollEntry.vote_id == vote_id)
            .order_by(RollEntry.number)
        )
        return [(row.number, names[row.person_id]) for row in rows]


def mark(answer: str) -> tuple[str, str]:
    """What a clerk keys for it: the choice, and why it is invalid."""
    return (answer, "") if answer in {"yes", "no", "abstain"} else ("invalid", answer)
