"""What was said on a topic and on its outcome."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Row, Select, func, select

from civic.discuss.rules import REPLIES_SHOWN, STANCES, WITHDRAWN
from civic.discuss.tables import Contribution
from civic.work import UnitOfWork

PER_PAGE = 50
REPLIES_PER_PAGE = 20

Said = Row[int, str, str, str, str, datetime, bool, bool | None, str, int | None, int, int, str, str]
"""id, shown_as, role, stance, html, at, on_outcome, adopted, treatment, parent_id, replies, edits,
hidden_ground, hidden_because: what a list of contributions shows."""
Asked = Select[int, str, str, str, str, datetime, bool, bool | None, str, int | None, int, int, str, str]


def _said() -> Asked:
    c = Contribution
    return select(
        c.id, c.shown_as, c.role, c.stance, c.html, c.at, c.on_outcome, c.adopted, c.treatment, c.parent_id,
        c.replies, c.edits, c.hidden_ground, c.hidden_because,
    ).order_by(c.id.desc())  # fmt: skip


def said(work: UnitOfWork, topic_id: int) -> list[Said]:
    """All that was said on a topic and its outcome, newest first, with the first replies: one statement."""
    asked = _said().where(Contribution.topic_id == topic_id, Contribution.place <= REPLIES_SHOWN)
    return list(work.session.execute(asked).all())


def comments(work: UnitOfWork, topic_id: int) -> list[Said]:
    """The comments on its outcome, newest first, with the first replies."""
    asked = _said().where(
        Contribution.topic_id == topic_id, Contribution.on_outcome, Contribution.place <= REPLIES_SHOWN
    )
    return list(work.session.execute(asked).all())


def said_page(
    work: UnitOfWork, topic_id: int, stance: str, page_no: int, per_page: int = PER_PAGE
) -> list[Said]:
    """One page of them, newest first, without replies; `stance` empty for all."""
    asked = _said().where(Contribution.topic_id == topic_id, Contribution.parent_id.is_(None))
    wanted = asked.where(Contribution.stance == stance) if stance else asked
    return list(work.session.execute(wanted.limit(per_page).offset((page_no - 1) * per_page)).all())


def said_numbers(work: UnitOfWork, topic_id: int) -> list[tuple[int, str]]:
    """Number and stance of everything that was said, newest first: one statement."""
    rows = work.session.execute(
        select(Contribution.id, Contribution.stance)
        .where(Contribution.topic_id == topic_id, Contribution.parent_id.is_(None))
        .order_by(Contribution.id.desc())
    )
    return [(row.id, row.stance) for row in rows]


def said_these(work: UnitOfWork, numbers: Sequence[int]) -> list[Said]:
    """These, in the order of the numbers: one statement."""
    rows = work.session.execute(_said().where(Contribution.id.in_(numbers))).all()
    at = {number: place for place, number in enumerate(numbers)}
    return sorted(rows, key=lambda row: at[row.id])


def replies_under(work: UnitOfWork, numbers: Sequence[int]) -> list[Said]:
    """The first replies under these, newest first: one statement."""
    asked = _said().where(Contribution.parent_id.in_(numbers), Contribution.place <= REPLIES_SHOWN)
    return list(work.session.execute(asked).all())


def replies_page(work: UnitOfWork, contribution_id: int, page_no: int) -> list[Said]:
    """One page of the replies under one, in the order they came."""
    asked = _said().where(Contribution.parent_id == contribution_id).order_by(None)
    page = asked.order_by(Contribution.place).limit(REPLIES_PER_PAGE)
    return list(work.session.execute(page.offset((page_no - 1) * REPLIES_PER_PAGE)).all())


def stance_counts(work: UnitOfWork, topic_id: int) -> dict[str, int]:
    """How many spoke for, against, with a question; what is hidden counts, what was withdrawn stands apart."""
    rows = work.session.execute(
        select(Contribution.stance, func.count())
        .where(Contribution.topic_id == topic_id, Contribution.parent_id.is_(None))
        .group_by(Contribution.stance)
    )
    return {row[0]: row[1] for row in rows}


def standing(counts: dict[str, int]) -> int:
    """How many contributions there are, what was withdrawn not counted."""
    return sum(counts.get(stance, 0) for stance in STANCES)


def places(counts: dict[str, int]) -> int:
    """How many places they take in a list, what was withdrawn counted."""
    return standing(counts) + counts.get(WITHDRAWN, 0)


def recent_contributions(work: UnitOfWork, person_id: int, since: datetime) -> int:
    """How often a person spoke from an instant on, whatever the topic."""
    return (
        work.session.scalar(
            select(func.count()).where(Contribution.person_id == person_id, Contribution.at > since)
        )
        or 0
    )


def contributions(work: UnitOfWork, topic_id: int) -> int:
    """How many contributions a topic has."""
    return standing(stance_counts(work, topic_id))
