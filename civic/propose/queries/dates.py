"""The dates of an issue: what was put off, what was waited for, what falls due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from civic.core.days import day_of, end_of
from civic.propose.rules import Phase
from civic.propose.rules.clock import Clocks
from civic.propose.tables import Issue, MovedDate, Wait
from civic.store.tables import Community
from civic.work import UnitOfWork

AT_ONCE = 200
"""Missed dates written down in one round of the timetable; the rest waits for the next."""


def clocks_of(work: UnitOfWork, issue: Issue) -> Clocks:
    """The dates of an issue as the rules read them."""
    return Clocks(
        phase=Phase(issue.phase), raised_on=day_of(issue.raised_at, work.zone), answer_due_on=issue.answer_due_on,
        whole_due_on=issue.whole_due_on, answer_noted=issue.answer_noted, whole_noted=issue.whole_noted,
    )  # fmt: skip


def open_waits(work: UnitOfWork, issue_id: int) -> Sequence[Wait]:
    """Waits of an issue that last today."""
    return work.session.scalars(
        select(Wait).where(
            Wait.community_id == work.community.id, Wait.issue_id == issue_id, Wait.ended_on.is_(None),
            Wait.until_on >= work.today,
        )
    ).all()  # fmt: skip


@dataclass(frozen=True)
class Dates:
    """What happened to an issue's dates, the earliest first."""

    moved: Sequence[MovedDate] = ()
    waits: Sequence[Wait] = ()

    def of(self, term: str) -> list[date]:
        """The earlier days of one date, in order, each once."""
        return list(dict.fromkeys(each.was_on for each in self.moved if each.term == term))


def dates_of(work: UnitOfWork, issue: Issue) -> Dates:
    """Two statements, none for an issue whose dates were never moved."""
    if not issue.dates_moved:
        return Dates()
    moved = select(MovedDate).where(
        MovedDate.issue_id == issue.id, MovedDate.community_id == issue.community_id
    )
    waits = select(Wait).where(Wait.issue_id == issue.id, Wait.community_id == issue.community_id)
    return Dates(
        work.session.scalars(moved.order_by(MovedDate.id)).all(),
        work.session.scalars(waits.order_by(Wait.id)).all(),
    )


def dates_missed(session: Session, community_id: int) -> list[tuple[datetime, int]]:
    """Issues with a date whose lateness is not written down: the instant at which it passes, the issue."""
    zone = ZoneInfo(session.scalar(select(Community.zone).where(Community.id == community_id)) or "UTC")
    rows = session.execute(
        select(Issue.note_on, Issue.id)
        .where(Issue.community_id == community_id, Issue.note_on.is_not(None))
        .order_by(Issue.note_on)
        .limit(AT_ONCE)
    )
    return [(end_of(row.note_on, zone), row.id) for row in rows]
