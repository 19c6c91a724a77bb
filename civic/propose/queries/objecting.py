"""Objections to a decline: on the page of an issue, waiting for the supervisory committee, falling due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from civic.core.days import day_of, end_of
from civic.people.queries.home import at_home, current
from civic.people.tables import Dwelling, Office, Person, Residence
from civic.permissions import Standing
from civic.propose.tables import DeclineObjection, Endorsement, Issue
from civic.store.tables import Community
from civic.work import UnitOfWork

AT_ONCE = 200
"""Late answers written down in one round of the timetable; the rest waits for the next."""


def objections_to(work: UnitOfWork, issue_id: int) -> Sequence[DeclineObjection]:
    """All objections to the declines of an issue, the earliest first: one statement."""
    return work.session.scalars(
        select(DeclineObjection)
        .where(DeclineObjection.issue_id == issue_id, DeclineObjection.community_id == work.community.id)
        .order_by(DeclineObjection.id)
    ).all()


@dataclass(frozen=True)
class Waiting:
    """An objection that waits for its answer."""

    reference: str
    title: str
    due_on: date


def waiting(work: UnitOfWork, limit: int = 5) -> list[Waiting]:
    """Those that are due soonest: one statement."""
    rows = work.session.execute(
        select(Issue.reference, Issue.title, DeclineObjection.answer_due_on)
        .join(Issue, Issue.id == DeclineObjection.issue_id)
        .where(DeclineObjection.community_id == work.community.id, DeclineObjection.answered_at.is_(None))
        .order_by(DeclineObjection.answer_due_on, DeclineObjection.id)
        .limit(limit)
    )
    return [Waiting(row.reference, row.title, row.answer_due_on) for row in rows]


@dataclass(frozen=True)
class Supporter:
    """Somebody who raised or endorsed an issue, with where they live."""

    person_id: int
    building_id: int | None
    entrance: int | None


def supporters_named(work: UnitOfWork, issue: Issue, name: str, door: str = "") -> list[Supporter]:
    """Whoever of this whole name raised or endorsed it, of that door when one is given: one statement."""
    behind = select(Endorsement.person_id).where(
        Endorsement.issue_id == issue.id, Endorsement.withdrawn_at.is_(None)
    )
    found = (
        select(Person.id, Dwelling.building_id, Dwelling.entrance)
        .outerjoin(Residence, at_home(work.today))
        .outerjoin(Dwelling, Dwelling.id == Residence.dwelling_id)
        .where(
            Person.community_id == work.community.id, Person.name == name,
            or_(Person.id == issue.raiser_id, Person.id.in_(behind)),
        )
        .order_by(Person.id)
    )  # fmt: skip
    if door:
        found = found.where(Dwelling.door == door)
    return [Supporter(row.id, row.building_id, row.entrance) for row in work.session.execute(found)]


def sat_on_committee(work: UnitOfWork, person_id: int, at: datetime) -> bool:
    """Whether somebody was of the residents' committee on that day."""
    day = day_of(at, work.zone)
    held = select(Office.id).where(
        Office.person_id == person_id, Office.kind == Standing.COMMITTEE.value, current(Office, day)
    )
    return work.session.scalars(held.limit(1)).first() is not None


def objections_missed(session: Session, community_id: int) -> list[tuple[datetime, int]]:
    """Objections whose answer is late and not written down as such: the instant it fell due, the objection."""
    zone = ZoneInfo(session.scalar(select(Community.zone).where(Community.id == community_id)) or "UTC")
    rows = session.execute(
        select(DeclineObjection.answer_due_on, DeclineObjection.id)
        .where(
            DeclineObjection.community_id == community_id,
            DeclineObjection.answered_at.is_(None),
            DeclineObjection.noted.is_(False),
        )
        .order_by(DeclineObjection.answer_due_on)
        .limit(AT_ONCE)
    )
    return [(end_of(row.answer_due_on, zone), row.id) for row in rows]
