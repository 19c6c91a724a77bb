"""What was handed on: on the page of an issue, falling due."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from civic.core.days import end_of
from civic.propose.tables import HandUp, Issue
from civic.store.tables import Community
from civic.work import UnitOfWork

AT_ONCE = 200
"""Late answers written down in one round of the timetable; the rest waits for the next."""


def hand_ups_of(work: UnitOfWork, issue: Issue) -> Sequence[HandUp]:
    """The earliest first: one statement, none for an issue that was never handed on."""
    if not issue.hand_ups:
        return ()
    return work.session.scalars(
        select(HandUp)
        .where(HandUp.issue_id == issue.id, HandUp.community_id == work.community.id)
        .order_by(HandUp.id)
    ).all()


def hand_ups_missed(session: Session, community_id: int) -> list[tuple[datetime, int]]:
    """Answers that are late and not written down as such: the instant they fell due, the hand-up."""
    zone = ZoneInfo(session.scalar(select(Community.zone).where(Community.id == community_id)) or "UTC")
    rows = session.execute(
        select(HandUp.due_on, HandUp.id)
        .where(HandUp.community_id == community_id, HandUp.ended_on.is_(None), HandUp.noted.is_(False))
        .order_by(HandUp.due_on)
        .limit(AT_ONCE)
    )
    return [(end_of(row.due_on, zone), row.id) for row in rows]
