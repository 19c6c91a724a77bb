"""Since when, by whom and why an account is suspended, out of the ledger."""

from dataclasses import dataclass
from datetime import datetime
from json import loads

from sqlalchemy import select

from civic.ledger.tables import Entry
from civic.people.events.people import AccountSuspended
from civic.people.rules.editing import SUSPENDED_FOR
from civic.people.tables import Person
from civic.work import UnitOfWork


@dataclass(frozen=True)
class Suspension:
    """The newest one of somebody."""

    at: datetime
    by: str
    reason: str


def suspension_of(work: UnitOfWork, person_id: int) -> Suspension | None:
    """One statement; None where no entry tells of it."""
    rows = work.session.execute(
        select(Entry.at, Entry.payload, Person.name)
        .outerjoin(Person, Person.id == Entry.actor_id)
        .where(Entry.community_id == work.community.id, Entry.kind == AccountSuspended.kind)
        .order_by(Entry.height.desc())
    )
    for row in rows:
        told = loads(row.payload)
        if told["person_id"] == person_id:
            return Suspension(row.at, row.name or "", SUSPENDED_FOR[told["reason_no"] - 1])
    return None
