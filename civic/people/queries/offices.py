"""Offices with their holders: who, as what, over what, from when to when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from json import loads
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select

from civic.core.errors import NotFound
from civic.core.event import event_from
from civic.core.message import Message
from civic.ledger.tables import Entry
from civic.people.queries.home import in_office
from civic.people.rules.appointing import ends_soon
from civic.people.rules.ending import read_reason
from civic.people.tables import Building, Office, OfficeKind, Person
from civic.work import UnitOfWork

PER_PAGE = 20
A_YEAR = timedelta(days=365)


class Stand(StrEnum):
    """Where a term stands today."""

    CURRENT = "current"
    COMING = "coming"
    ENDED = "ended"


@dataclass(frozen=True)
class Listed:
    """An office on a list."""

    office_id: int
    person_id: int
    name: str
    """In full: whoever acts in office is named."""
    kind: str
    building_id: int | None
    building: str
    entrance: int | None
    from_on: date
    to_on: date | None
    title: str
    obtained: str
    basis: str
    given_by: int | None
    reason: Message | None
    document: str
    stand: Stand
    soon: bool
    """Ends within 60 days."""

    @property
    def withdrawn(self) -> bool:
        """Ended with a day before its first one: before it began, or on the day itself with the rights gone at once."""
        return self.to_on is not None and self.to_on < self.from_on


def of_today(work: UnitOfWork) -> list[Listed]:
    """Everybody in office, by office, building and entrance: one statement."""
    here = or_(Person.gone_on.is_(None), Person.gone_on > work.today)
    order = (Building.position, Building.id, Office.entrance, Office.from_on, Office.id)
    return _read(work, _offices(work).where(in_office(work.today), here).order_by(*order))


def lately_ended(work: UnitOfWork) -> list[Listed]:
    """Terms that ended within a year, the newest first."""
    ended = (Office.to_on < work.today, Office.to_on >= work.today - A_YEAR, Office.to_on >= Office.from_on)
    return _read(
        work, _offices(work).where(*ended).order_by(Office.to_on.desc(), Office.id.desc()).limit(100)
    )


def figures(work: UnitOfWork) -> dict[Stand, int]:
    """How many terms run, come, are over: one statement."""
    counts = [
        select(func.count(Office.id)).where(
            Office.community_id == work.community.id, _where(stand, work.today)
        )
        for stand in Stand
    ]
    row = work.session.execute(select(*(count.scalar_subquery() for count in counts))).one()
    return dict(zip(Stand, row, strict=True))


def page_of(work: UnitOfWork, stand: Stand, page_no: int) -> list[Listed]:
    """Twenty terms: of those that run the one that ends first, of those over the newest."""
    order: dict[Stand, tuple[Any, ...]] = {
        Stand.CURRENT: (Office.to_on.is_(None), Office.to_on, Office.id),
        Stand.COMING: (Office.from_on, Office.id),
        Stand.ENDED: (Office.to_on.desc(), Office.id.desc()),
    }
    found = _offices(work).where(_where(stand, work.today)).order_by(*order[stand])
    return _read(work, found.offset((page_no - 1) * PER_PAGE).limit(PER_PAGE))


def listed(work: UnitOfWork, office_id: int) -> Listed:
    """One office; `NotFound` if it is not of this community."""
    found = _read(work, _offices(work).where(Office.id == office_id))
    if not found:
        raise NotFound
    return found[0]


def last_administrator(work: UnitOfWork, office: Office) -> bool:
    """Whether nobody else administers today."""
    others = work.session.scalar(
        select(func.count(Office.id))
        .join(Person, Person.id == Office.person_id)
        .where(
            Office.community_id == work.community.id, Office.kind == OfficeKind.ADMINISTRATOR.value,
            in_office(work.today), Office.person_id != office.person_id, Person.suspended.is_(False),
            or_(Person.gone_on.is_(None), Person.gone_on > work.today),
        )
    )  # fmt: skip
    return office.kind == OfficeKind.ADMINISTRATOR.value and not others


@dataclass(frozen=True)
class Step:
    """What happened with an office."""

    at: datetime
    what: Message


def history(work: UnitOfWork, office_id: int) -> list[Step]:
    """From the ledger, oldest first: every change of the term stays visible."""
    rows = work.session.execute(
        select(Entry.at, Entry.kind, Entry.payload)
        .where(
            Entry.community_id == work.community.id,
            Entry.kind.in_(["people:office_given", "people:office_ended", "people:held_handed"]),
            Entry.payload.contains(f'"office_id":{office_id}'),
        )
        .order_by(Entry.height)
    )
    told = ((row.at, event_from(row.kind, loads(row.payload))) for row in rows)
    steps = (
        (at, event.told()) for at, event in told if getattr(event, "office_id", None) == office_id and event
    )
    return [Step(at, what) for at, what in steps if what]


def _where(stand: Stand, today: date) -> ColumnElement[bool]:
    if stand is Stand.CURRENT:
        return in_office(today)
    if stand is Stand.ENDED:
        return Office.to_on < today
    return (Office.from_on > today) & or_(Office.to_on.is_(None), Office.to_on >= today)


def _offices(work: UnitOfWork) -> Select[*tuple[Any, ...]]:
    return (
        select(Office, Person.name, Building.name.label("building"))
        .join(Person, Person.id == Office.person_id)
        .outerjoin(Building, Building.id == Office.building_id)
        .where(Office.community_id == work.community.id)
    )


def _read(work: UnitOfWork, found: Select[*tuple[Any, ...]]) -> list[Listed]:
    return [_listed(row[0], row[1], row[2] or "", work.today) for row in work.session.execute(found)]


def _listed(office: Office, name: str, building: str, today: date) -> Listed:
    over = office.to_on is not None and office.to_on < today
    stand = Stand.ENDED if over else Stand.COMING if office.from_on > today else Stand.CURRENT
    reason, document = read_reason(office.end_reason)
    return Listed(
        office.id, office.person_id, name, office.kind, office.building_id, building, office.entrance,
        office.from_on, office.to_on, office.title, office.obtained, office.basis, office.given_by, reason,
        document, stand, stand is Stand.CURRENT and ends_soon(office.to_on, today),
    )  # fmt: skip


def by_office(offices: Sequence[Listed]) -> list[tuple[str, list[Listed]]]:
    """Grouped in the order in which a neighbour looks for them."""
    groups = [(kind, [each for each in offices if each.kind == kind]) for kind in ORDER]
    return [(kind, group) for kind, group in groups if group]


K = OfficeKind
ORDER = (
    K.COMMITTEE, K.PARTY_COMMITTEE, K.SUPERVISOR, K.OWNERS_COMMITTEE, K.BUILDING_HEAD, K.ENTRANCE_HEAD,
    K.GRID_WORKER, K.REPRESENTATIVE, K.ADVISOR, K.CITIZEN_WATCH, K.VOLUNTEER, K.CLERK, K.PROPERTY_FIRM,
    K.DEPARTMENT, K.ADMINISTRATOR,
)  # fmt: skip
