"""The roll for those who keep it: who is found, as what, where; only within the reader's reach."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select

from civic.core.errors import NotFound
from civic.people.queries.entries import Entry, entries
from civic.people.queries.home import at_home, owned
from civic.people.queries.reach import Reach
from civic.people.tables import Account, Building, Dwelling, Ownership, Person, Residence
from civic.work import UnitOfWork

PER_PAGE = 20

Rows = Select[*tuple[Any, ...]]


@dataclass(frozen=True)
class Wanted:
    """What was asked for: a part of the name, initials, or a door of a building."""

    name: str = ""
    initials: str = ""
    building: str = ""
    """The number by which people count it, or the first letters of its name."""
    entrance: int | None = None
    door: str = ""


@dataclass(frozen=True)
class Found:
    """One page of people, and how many there are in all."""

    people: Sequence[Entry] = field(default_factory=list)
    count: int = 0


def here(today: Any, person: Any = Person) -> ColumnElement[bool]:
    """Neither dead nor gone for good."""
    return or_(person.gone_on.is_(None), person.gone_on > today)


def find_people(work: UnitOfWork, reach: Reach, wanted: Wanted, page_no: int) -> Found:
    """Whoever fits, by building and door: four statements whatever their number.

    Who has died or left for good is found only by name, and only by the committee.
    """
    where = [reach.people(work), *_asked(work, reach, wanted)]
    if not (reach.everybody and (wanted.name or wanted.initials)):
        where.append(here(work.today))
    count = work.session.scalar(
        select(func.count()).select_from(_people(work, reach).where(*where).subquery())
    )
    rows = work.session.execute(
        _people(work, reach).where(*where).order_by(*ORDER).offset((page_no - 1) * PER_PAGE).limit(PER_PAGE)
    )
    return Found(entries(work, reach, rows.all()), count or 0)


def entry_of(work: UnitOfWork, reach: Reach, person_id: int) -> Entry:
    """One person; `NotFound` outside the reader's reach. Who has died or left for good is there for those alone
    who keep the whole roll."""
    asked = _people(work, reach).where(reach.people(work), Person.id == person_id)
    rows = work.session.execute(asked if reach.everybody else asked.where(here(work.today))).all()
    if not rows:
        raise NotFound
    return entries(work, reach, rows)[0]


def household(work: UnitOfWork, reach: Reach, of: Entry) -> Sequence[Entry]:
    """Who else lives in the same household today."""
    if of.home is None:
        return []
    rows = work.session.execute(
        _people(work, reach)
        .where(Residence.dwelling_id == of.home.dwelling_id, Residence.household == of.household)
        .where(Person.id != of.person_id, here(work.today))
        .order_by(*ORDER)
    )
    return entries(work, reach, rows.all())


def people_where(work: UnitOfWork, reach: Reach, where: ColumnElement[bool]) -> Rows:
    """People as `entries` wants them, in order; for lists of gaps and exports."""
    return _people(work, reach).where(where).order_by(*ORDER)


ORDER: tuple[Any, ...] = (
    Building.position.is_(None), Building.position, Building.id, Dwelling.entrance,
    func.length(Dwelling.door), Dwelling.door, Residence.household, Person.id,
)  # fmt: skip
"""As people count them: building, entrance, door; whoever lives nowhere here comes last."""


def _people(work: UnitOfWork, reach: Reach) -> Rows:
    """People with today's home; a home beyond the reader's reach is not there."""
    account = exists().where(Account.person_id == Person.id)
    return (
        select(
            Person.id, Person.name, Person.phone, Person.born_on, Person.kind, Person.suspended, Person.gone_on,
            account.label("account"), Dwelling.id.label("dwelling_id"), Dwelling.building_id, Dwelling.entrance,
            Dwelling.door, Building.name.label("building"), Residence.household, Residence.relation,
            Residence.registered, Residence.from_on.label("since"),
        )
        .outerjoin(Residence, at_home(work.today))
        .outerjoin(Dwelling, and_(Dwelling.id == Residence.dwelling_id, reach.homes()))
        .outerjoin(Building, Building.id == Dwelling.building_id)
        .where(Person.community_id == work.community.id)
    )  # fmt: skip


def _asked(work: UnitOfWork, reach: Reach, wanted: Wanted) -> list[ColumnElement[bool]]:
    """What was typed, as a condition: never on a telephone number or a birthday."""
    found: list[ColumnElement[bool]] = []
    if wanted.name:
        found.append(Person.name.contains(wanted.name, autoescape=True))
    if wanted.initials:
        found.append(Person.initials.startswith(wanted.initials, autoescape=True))
    if wanted.door or wanted.building or wanted.entrance is not None:
        at = _at_door(wanted)
        owns = exists().where(Ownership.person_id == Person.id, owned(work.today))
        theirs = owns.where(Ownership.dwelling_id == Dwelling.id, Building.id == Dwelling.building_id)
        found += [and_(*at), theirs.where(reach.homes(), *at).correlate(Person)]
    return [or_(*found)] if found else []


def _at_door(wanted: Wanted) -> list[ColumnElement[bool]]:
    at: list[ColumnElement[bool]] = [Dwelling.id.is_not(None)]
    if wanted.building.isdigit():
        at.append(Building.position == int(wanted.building))
    elif wanted.building:
        at.append(Building.name.istartswith(wanted.building, autoescape=True))
    if wanted.entrance is not None:
        at.append(Dwelling.entrance == wanted.entrance)
    if wanted.door:
        at.append(Dwelling.door == wanted.door)
    return at
