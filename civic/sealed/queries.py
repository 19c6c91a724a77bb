"""Complaints for whoever may read them; how many there were, for everybody."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, func, or_, select

from civic.core.entropy import derived_code, digest
from civic.core.errors import NotFound
from civic.people.queries.home import current
from civic.people.queries.kin import ties_of
from civic.people.rules.appointing import close_kin
from civic.people.tables import Office, Person
from civic.sealed.tables import Complaint
from civic.work import UnitOfWork

NEWS = timedelta(days=15)


def code_of(work: UnitOfWork, complaint: Complaint) -> str:
    """The code to come back with, made again from the server's secret."""
    return derived_code(work.secret, f"complaint:{complaint.community_id}:{complaint.salt}")


def hash_of(code: str) -> str:
    """What is stored of a code, however it was typed."""
    return digest(code.upper().replace(" ", "").replace("-", ""))


def not_close(work: UnitOfWork) -> ColumnElement[bool]:
    """Complaints that are neither about the reader nor about close kin, nor about a body that either sits on:
    three statements."""
    close = {work.person_id, *close_kin(work.person_id, ties_of(work, work.person_id))}
    held = set(
        work.session.scalars(
            select(Office.kind).where(
                Office.community_id == work.community.id,
                Office.person_id.in_(close),
                current(Office, work.today),
            )
        )
    )
    return or_(
        and_(Complaint.subject_id.is_(None), Complaint.body.not_in(held)), Complaint.subject_id.not_in(close)
    )


@dataclass(frozen=True)
class Filed:
    """A complaint as a supervisor reads it."""

    complaint: Complaint
    subject: str
    by: str
    """Who complains, where they agreed to that; else empty."""


def in_box(work: UnitOfWork, *, open_only: bool = False, limit: int = 100) -> Sequence[Complaint]:
    """What the reader may read, what is open first: four statements."""
    found = select(Complaint).where(Complaint.community_id == work.community.id, not_close(work))
    if open_only:
        found = found.where(Complaint.final_at.is_(None))
    order = (Complaint.final_at.is_not(None), Complaint.id.desc())
    return work.session.scalars(found.order_by(*order).limit(limit)).all()


def from_box(work: UnitOfWork, complaint_id: int) -> Filed:
    """One of them; `NotFound` for whoever is close to it, as if there were none."""
    found = select(Complaint).where(
        Complaint.community_id == work.community.id, Complaint.id == complaint_id, not_close(work)
    )
    row = work.session.scalar(found)
    if row is None:
        raise NotFound
    return _filed(work, row)


def _filed(work: UnitOfWork, row: Complaint) -> Filed:
    known = {row.subject_id, row.person_id if row.named else None} - {None}
    names = {ident: work.session.get_one(Person, ident).name for ident in known}
    return Filed(row, names.get(row.subject_id, ""), names.get(row.person_id, "") if row.named else "")


def own(work: UnitOfWork) -> Sequence[Complaint]:
    """The reader's own, newest first."""
    return work.session.scalars(
        select(Complaint)
        .where(Complaint.community_id == work.community.id, Complaint.person_id == work.person_id)
        .order_by(Complaint.id.desc())
        .limit(50)
    ).all()


def by_code(work: UnitOfWork, code: str) -> Complaint | None:
    """The one of this code, here."""
    return work.session.scalar(
        select(Complaint).where(
            Complaint.community_id == work.community.id, Complaint.code_hash == hash_of(code)
        )
    )


def lately_answered(work: UnitOfWork) -> Sequence[Complaint]:
    """The reader's own that were answered within 15 days."""
    since = work.now - NEWS
    return work.session.scalars(
        select(Complaint)
        .where(Complaint.community_id == work.community.id, Complaint.person_id == work.person_id)
        .where(or_(Complaint.first_at > since, Complaint.final_at > since))
        .order_by(Complaint.id)
        .limit(5)
    ).all()


def any_open(work: UnitOfWork) -> bool:
    """Whether anything in the box waits for an answer."""
    return bool(
        work.session.scalar(
            select(Complaint.id)
            .where(Complaint.community_id == work.community.id, Complaint.final_at.is_(None))
            .limit(1)
        )
    )


def next_number(work: UnitOfWork, year: int) -> int:
    """Without gaps, under the write lock."""
    last = select(func.max(Complaint.number)).where(
        Complaint.community_id == work.community.id, Complaint.year == year
    )
    return (work.session.scalar(last) or 0) + 1


def counts(work: UnitOfWork, since: datetime, until: datetime) -> dict[str, int]:
    """How many came in a year, by body."""
    rows = work.session.execute(
        select(Complaint.body, func.count())
        .where(
            Complaint.community_id == work.community.id,
            Complaint.filed_at >= since,
            Complaint.filed_at < until,
        )
        .group_by(Complaint.body)
    )
    return {row[0]: row[1] for row in rows}
