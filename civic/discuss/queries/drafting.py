"""The draft of a resolution, its versions and its amendments."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from civic.discuss.queries.cases import MOST
from civic.discuss.rules.drafting import OPEN
from civic.discuss.tables import Amendment, DraftVersion, Topic
from civic.propose.tables import Issue
from civic.work import UnitOfWork

PER_PAGE = 50


def draft_of(work: UnitOfWork, topic_id: int) -> DraftVersion | None:
    """The version that holds."""
    return work.session.scalar(
        select(DraftVersion)
        .where(DraftVersion.community_id == work.community.id, DraftVersion.topic_id == topic_id)
        .order_by(DraftVersion.number.desc())
        .limit(1)
    )


def draft_versions(work: UnitOfWork, topic_id: int) -> list[DraftVersion]:
    """All of them, the newest first."""
    return list(
        work.session.scalars(
            select(DraftVersion)
            .where(DraftVersion.community_id == work.community.id, DraftVersion.topic_id == topic_id)
            .order_by(DraftVersion.number.desc())
        )
    )


def amendments_to(work: UnitOfWork, topic_id: int, page_no: int = 1) -> list[Amendment]:
    """Those that wait first, the earliest day first; then what was answered, the newest first."""
    return list(
        work.session.scalars(
            select(Amendment)
            .where(Amendment.community_id == work.community.id, Amendment.topic_id == topic_id)
            .order_by(
                Amendment.answered_at.is_not(None), Amendment.answered_at.desc(), Amendment.due_on, Amendment.id
            )
            .limit(PER_PAGE)
            .offset((page_no - 1) * PER_PAGE)
        )
    )  # fmt: skip


def amendments_waiting(work: UnitOfWork, topic_id: int) -> list[Amendment]:
    """Of one draft, those without an answer."""
    return list(
        work.session.scalars(
            select(Amendment)
            .where(
                Amendment.community_id == work.community.id, Amendment.topic_id == topic_id,
                Amendment.state == OPEN,
            )
            .order_by(Amendment.id)
        )
    )  # fmt: skip


def recent_amendments(work: UnitOfWork, since: datetime) -> int:
    """How many the actor proposed since then."""
    found = work.session.scalar(
        select(func.count()).where(
            Amendment.community_id == work.community.id, Amendment.person_id == work.person_id,
            Amendment.at > since,
        )
    )  # fmt: skip
    return found or 0


@dataclass(frozen=True)
class AmendmentOwed:
    """One that waits for the committee."""

    amendment_id: int
    reference: str
    title: str
    due_on: date


def amendments_owed(work: UnitOfWork) -> list[AmendmentOwed]:
    """All that wait here, the earliest day first: one statement."""
    rows = work.session.execute(
        select(Amendment.id, Issue.reference, Issue.title, Amendment.due_on)
        .join(Topic, Topic.id == Amendment.topic_id)
        .join(Issue, Issue.id == Topic.issue_id)
        .where(Amendment.community_id == work.community.id, Amendment.state == OPEN)
        .order_by(Amendment.due_on, Amendment.id)
        .limit(MOST)
    )
    return [AmendmentOwed(*row) for row in rows]


def amendments_late(session: Session, community_id: int) -> list[tuple[datetime, int]]:
    """Those whose day of answer was not yet written down as missed: the instant, the amendment."""
    rows = session.execute(
        select(Amendment.due_end_at, Amendment.id).where(
            Amendment.community_id == community_id, Amendment.state == OPEN,
            Amendment.late_noted_at.is_(None),
        )
    )  # fmt: skip
    return [(row.due_end_at, row.id) for row in rows]
