"""Reports, hidings, appeals, earlier wordings."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from civic.discuss.tables import Hiding, Report, Wording
from civic.work import UnitOfWork


def wordings_of(work: UnitOfWork, contribution_id: int) -> Sequence[Wording]:
    """How it read before, the oldest first."""
    return work.session.scalars(
        select(Wording).where(Wording.contribution_id == contribution_id).order_by(Wording.id)
    ).all()


def hidings_of(work: UnitOfWork, contribution_id: int) -> Sequence[Hiding]:
    """Each time it was hidden, the newest first."""
    return work.session.scalars(
        select(Hiding).where(Hiding.contribution_id == contribution_id).order_by(Hiding.id.desc())
    ).all()


def newest_hiding(work: UnitOfWork, contribution_id: int) -> Hiding | None:
    """The last time it was hidden."""
    return next(iter(hidings_of(work, contribution_id)), None)


def unseen_hidings(work: UnitOfWork, contribution_id: int) -> Sequence[Hiding]:
    """Those of which its author has not read the newest news."""
    return [each for each in hidings_of(work, contribution_id) if each.seen_at is None]


def appeal_open(work: UnitOfWork, contribution_id: int) -> bool:
    """Whether the supervisory committee is to decide about it."""
    newest = newest_hiding(work, contribution_id)
    return bool(newest and newest.appealed_at and not newest.answered_at and not newest.shown_at)


def my_report(work: UnitOfWork, contribution_id: int) -> Report | None:
    """The actor's own report of it."""
    return work.session.scalar(
        select(Report).where(
            Report.contribution_id == contribution_id, Report.person_id == work.person_id
        )
    )  # fmt: skip


def reports_since(work: UnitOfWork, since: datetime) -> int:
    """How many the actor reported from an instant on."""
    return (
        work.session.scalar(
            select(func.count()).where(Report.person_id == work.person_id, Report.at >= since)
        )
        or 0
    )


def open_reports(work: UnitOfWork, contribution_id: int) -> Sequence[Report]:
    """Those that wait for the committee's answer."""
    return work.session.scalars(
        select(Report).where(Report.contribution_id == contribution_id, Report.answer.is_(None))
    ).all()


def appeals_late(session: Session, community_id: int) -> list[tuple[datetime, int]]:
    """Appeals whose day of answer was not yet written down as missed: the instant, the hiding."""
    rows = session.execute(
        select(Hiding.answer_end_at, Hiding.id).where(
            Hiding.community_id == community_id, Hiding.answer_end_at.is_not(None),
            Hiding.answered_at.is_(None), Hiding.shown_at.is_(None), Hiding.late_noted_at.is_(None),
        )
    )  # fmt: skip
    return [(row.answer_end_at, row.id) for row in rows if row.answer_end_at]
