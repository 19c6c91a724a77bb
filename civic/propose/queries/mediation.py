"""Mediations: of an issue, with both sides; those that wait for somebody."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Exists, and_, exists, or_, select

from civic.people.tables import Person
from civic.propose.tables import Issue, Mediation, MediationParty, MediationSession
from civic.work import UnitOfWork


@dataclass(frozen=True)
class Mediated:
    """The newest mediation of an issue, and what the reader is to it."""

    row: Mediation
    mediator: str
    leads: bool
    party: bool


def mediation_of(work: UnitOfWork, issue: Issue) -> Mediated | None:
    """The newest: one statement, none where there was no mediation."""
    if not issue.mediation:
        return None
    me = work.actor.person_id if work.actor else None
    row = work.session.execute(
        select(Mediation, Person.name, _party(me).label("party"))
        .join(Person, Person.id == Mediation.mediator_id)
        .where(Mediation.issue_id == issue.id, Mediation.community_id == work.community.id)
        .order_by(Mediation.id.desc())
        .limit(1)
    ).one_or_none()
    if row is None:
        return None
    return Mediated(row.Mediation, row.name, row.Mediation.mediator_id == me, bool(row.party))


def parties(work: UnitOfWork, mediation_id: int) -> Sequence[MediationParty]:
    """Both sides, the raiser first."""
    return work.session.scalars(
        select(MediationParty)
        .where(MediationParty.mediation_id == mediation_id, MediationParty.community_id == work.community.id)
        .order_by(MediationParty.id)
    ).all()


def sessions(work: UnitOfWork, mediation_id: int) -> Sequence[MediationSession]:
    """When and where they meet, the earliest first."""
    return work.session.scalars(
        select(MediationSession)
        .where(
            MediationSession.mediation_id == mediation_id,
            MediationSession.community_id == work.community.id,
        )
        .order_by(MediationSession.on, MediationSession.hour, MediationSession.id)
    ).all()


@dataclass(frozen=True)
class Waiting:
    """A mediation that waits for the reader."""

    reference: str
    title: str
    leads: bool
    open: bool
    due_on: date | None


def waiting_for(work: UnitOfWork, limit: int = 5) -> list[Waiting]:
    """What the reader leads and has not ended, or agreements to look at; what they are a side of: one statement."""
    me = work.person_id
    rows = work.session.execute(
        select(Issue.reference, Issue.title, Mediation.mediator_id, Mediation.ended_at, Mediation.until_on)
        .join(Issue, Issue.id == Mediation.issue_id)
        .where(asks_something_of(work))
        .order_by(Mediation.until_on, Mediation.id)
        .limit(limit)
    )
    return [
        Waiting(
            r.reference, r.title, r.mediator_id == me, r.ended_at is None,
            r.until_on if r.ended_at is None else None,
        )
        for r in rows
    ]  # fmt: skip


def asks_something_of(work: UnitOfWork) -> ColumnElement[bool]:
    """What the reader leads and has not ended, or whose agreement they are to look at; what they are a side of."""
    me = work.person_id
    review = (Mediation.review_on <= work.today) & Mediation.reviewed_at.is_(None)
    return and_(
        Mediation.community_id == work.community.id,
        or_(
            (Mediation.mediator_id == me) & or_(Mediation.ended_at.is_(None), review),
            Mediation.ended_at.is_(None) & _party(me),
        ),
    )


def _party(person_id: int | None) -> Exists:
    return exists().where(MediationParty.mediation_id == Mediation.id, MediationParty.person_id == person_id)
