"""What was said on a topic and on its outcome."""

from datetime import datetime

from sqlalchemy import Row, Select, func, select

from civic.discuss.tables import Contribution
from civic.work import UnitOfWork

PER_PAGE = 50

Said = Row[int, str, str, str, str, datetime, bool, bool | None]
"""id, shown_as, role, stance, html, at, on_outcome, adopted: what a list of contributions shows."""


def _said(topic_id: int) -> Select[int, str, str, str, str, datetime, bool, bool | None]:
    c = Contribution
    return (
        select(c.id, c.shown_as, c.role, c.stance, c.html, c.at, c.on_outcome, c.adopted)
        .where(c.topic_id == topic_id)
        .order_by(c.id.desc())
    )


def said(work: UnitOfWork, topic_id: int) -> list[Said]:
    """All that was said on a topic and its outcome, newest first: one statement."""
    return list(work.session.execute(_said(topic_id)).all())


def comments(work: UnitOfWork, topic_id: int) -> list[Said]:
    """The comments on its outcome, newest first."""
    return list(work.session.execute(_said(topic_id).where(Contribution.on_outcome)).all())


def said_page(
    work: UnitOfWork, topic_id: int, stance: str, page_no: int, per_page: int = PER_PAGE
) -> list[Said]:
    """One page of them; `stance` empty for all."""
    wanted = _said(topic_id).where(Contribution.stance == stance) if stance else _said(topic_id)
    return list(work.session.execute(wanted.limit(per_page).offset((page_no - 1) * per_page)).all())


def stance_counts(work: UnitOfWork, topic_id: int) -> dict[str, int]:
    """How many spoke for, against, with a question."""
    rows = work.session.execute(
        select(Contribution.stance, func.count())
        .where(Contribution.topic_id == topic_id)
        .group_by(Contribution.stance)
    )
    return {row[0]: row[1] for row in rows}


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
    return sum(stance_counts(work, topic_id).values())
