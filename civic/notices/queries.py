"""What hangs on the board."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import column, func, select, table
from sqlalchemy.orm import Session

from civic.notices.tables import Notice, Objection
from civic.people.queries.home import owned
from civic.people.tables import Building, Dwelling, Ownership
from civic.store.tables import Community
from civic.work import UnitOfWork


def postings_ending(session: Session, community_id: int) -> list[tuple[datetime, int]]:
    """Postings whose end was not yet written down: the instant, the notice."""
    rows = session.execute(
        select(Notice.ends_at, Notice.id).where(
            Notice.community_id == community_id, Notice.lapsed_at.is_(None)
        )
    )
    return [(row.ends_at, row.id) for row in rows]


@dataclass(frozen=True)
class Posted:
    """A notice in a list."""

    notice: Notice
    objections: int


def notices(work: UnitOfWork, page_no: int, per_page: int = 20) -> tuple[list[Posted], int]:
    """One page of notices, newest first, and how many pages there are."""
    mine = Notice.community_id == work.community.id
    total = work.session.scalar(select(func.count()).where(mine)) or 0
    rows = work.session.execute(
        select(Notice, func.count(Objection.id))
        .outerjoin(Objection, Objection.notice_id == Notice.id)
        .where(mine)
        .group_by(Notice.id)
        .order_by(Notice.id.desc())
        .limit(per_page)
        .offset((page_no - 1) * per_page)
    )
    return [Posted(row[0], row[1]) for row in rows], max(1, -(-total // per_page))


def objections_to(work: UnitOfWork, notice_id: int) -> list[Objection]:
    """All objections to a notice, oldest first."""
    return list(
        work.session.scalars(select(Objection).where(Objection.notice_id == notice_id).order_by(Objection.id))
    )


def open_objections(session: Session, notice_id: int) -> int:
    """How many still wait for an answer."""
    return (
        session.scalar(
            select(func.count()).where(Objection.notice_id == notice_id, Objection.answered_at.is_(None))
        )
        or 0
    )


def comments_until(work: UnitOfWork, notice: Notice) -> date | None:
    """Until when what hangs here is open to comments; None when it is not, or not any more."""
    last = notice.until_on if notice.subject == "topic" else notice.comments_until_on
    return last if last is not None and work.today <= last else None


def owns_in(work: UnitOfWork, estate: str) -> bool:
    """Whether the acting person owns a home of this estate today (empty: any home here)."""
    homes = (
        select(func.count())
        .select_from(Ownership)
        .join(Dwelling, Dwelling.id == Ownership.dwelling_id)
        .join(Building, Building.id == Dwelling.building_id)
        .where(
            Ownership.person_id == work.person_id,
            Building.community_id == work.community.id,
            owned(work.today),
        )
    )
    if estate:
        homes = homes.where(Building.estate == estate)
    return bool(work.session.scalar(homes))


def reference_of(work: UnitOfWork, notice: Notice) -> str:
    """The reference of the issue that the notice is about."""
    # The issue's table belongs to a room above; its reference is all that is needed here.
    issue = table("issue", column("id"), column("community_id"), column("reference"))
    found = work.session.scalar(
        select(issue.c.reference).where(
            issue.c.id == notice.issue_id, issue.c.community_id == work.community.id
        )
    )
    return str(found or "")


def hanging(work: UnitOfWork, limit: int = 5) -> list[Notice]:
    """What hangs on the board now, ending soonest first."""
    return list(
        work.session.scalars(
            select(Notice)
            .where(Notice.community_id == work.community.id, Notice.ends_at > work.now)
            .order_by(Notice.ends_at, Notice.id)
            .limit(limit)
        )
    )


def path_of_code(session: Session, code: str) -> str | None:
    """The address that a notice's short code stands for, in whichever community."""
    row = session.execute(
        select(Community.slug, Notice.id)
        .join(Community, Community.id == Notice.community_id)
        .where(Notice.code == code)
    ).first()
    return f"/{row.slug}/notices/{row.id}" if row else None
