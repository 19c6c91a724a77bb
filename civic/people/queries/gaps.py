"""What is missing from the roll, and who is missing from an office: counted, listed, within one's reach."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, select
from sqlalchemy.orm import aliased

from civic.people.queries.home import current, in_office, owned
from civic.people.queries.reach import Reach
from civic.people.queries.roll import PER_PAGE, Entry, Place, entries, here, people_where
from civic.people.tables import (
    Account,
    BatchState,
    Building,
    Correction,
    Dwelling,
    DwellingKind,
    ImportBatch,
    Office,
    OfficeKind,
    Ownership,
    Person,
    PersonKind,
    Relation,
    Residence,
    UnitState,
)  # fmt: skip
from civic.work import UnitOfWork

SOON = timedelta(days=60)
"""Offices that end within these days are named in time for an election."""


class Gap(StrEnum):
    """What may be missing; each word is also the last of its address."""

    AREA = "area"
    EMPTY = "empty"
    UNOWNED = "unowned"
    VOTER = "voter"
    HOUSEHOLDER = "householder"
    FACT = "fact"


def gap_counts(work: UnitOfWork, reach: Reach) -> Mapping[Gap, int]:
    """How often each is missing: one statement."""
    counts = [
        select(func.count()).select_from(_gap(work, reach, gap).subquery()).scalar_subquery() for gap in Gap
    ]
    return dict(zip(Gap, work.session.execute(select(*counts)).one(), strict=True))


def gap_dwellings(work: UnitOfWork, reach: Reach, gap: Gap, page_no: int) -> Sequence[Place]:
    """One page of the dwellings of which it is missing."""
    rows = work.session.execute(
        select(Dwelling.id, Dwelling.building_id, Building.name, Dwelling.entrance, Dwelling.door)
        .join(Building, Building.id == Dwelling.building_id)
        .where(Dwelling.id.in_(_gap(work, reach, gap)))
        .order_by(
            Building.position, Building.id, Dwelling.entrance, func.length(Dwelling.door), Dwelling.door,
            Dwelling.id,
        )
        .offset((page_no - 1) * PER_PAGE)
        .limit(PER_PAGE)
    )  # fmt: skip
    return [Place(*row) for row in rows]


def gap_people(work: UnitOfWork, reach: Reach, gap: Gap, page_no: int) -> Sequence[Entry]:
    """One page of the people of whom it is missing."""
    found = people_where(work, reach, Person.id.in_(_gap(work, reach, gap)))
    return entries(
        work, reach, work.session.execute(found.offset((page_no - 1) * PER_PAGE).limit(PER_PAGE)).all()
    )


def _gap(work: UnitOfWork, reach: Reach, gap: Gap) -> Select[Any]:
    """Ids of the dwellings, or for FACT of the people."""
    if gap is Gap.FACT:
        return _without_fact(work, reach)
    homes = select(Dwelling.id).where(Dwelling.community_id == work.community.id, reach.homes())
    return homes.where(*_missing(work, gap))


def _missing(work: UnitOfWork, gap: Gap) -> list[ColumnElement[bool]]:
    lives = exists().where(
        Residence.dwelling_id == Dwelling.id, current(Residence, work.today), Person.id == Residence.person_id,
        here(work.today),
    )  # fmt: skip
    owns = exists().where(Ownership.dwelling_id == Dwelling.id, owned(work.today))
    counts = Dwelling.kind != DwellingKind.PARKING.value
    match gap:
        case Gap.AREA:
            return [counts, Dwelling.area_hundredths.is_(None)]
        case Gap.EMPTY:
            return [Dwelling.kind == DwellingKind.HOME.value, Dwelling.state == UnitState.SOLD.value, ~lives]
        case Gap.UNOWNED:
            return [counts, ~owns]
        case Gap.VOTER:
            return [Dwelling.id.in_(_without_voter(work))]
    return [Dwelling.id.in_(_headless(work))]


def _without_voter(work: UnitOfWork) -> Select[Any]:
    """Of several owners of one unit exactly one is named (Ningbo, art. 18)."""
    named = func.sum(case((Ownership.named_voter.is_(True), 1), else_=0))
    return (
        select(Ownership.dwelling_id)
        .where(Ownership.community_id == work.community.id, owned(work.today))
        .group_by(Ownership.dwelling_id)
        .having(func.count() > 1, named != 1)
    )


def _headless(work: UnitOfWork) -> Select[Any]:
    """Households without a householder: nobody votes for them where households count. Tenants apart."""
    head, who = aliased(Residence), aliased(Person)
    headed = exists().where(
        head.dwelling_id == Residence.dwelling_id, head.household == Residence.household,
        head.relation == Relation.HOUSEHOLDER.value, current(head, work.today), who.id == head.person_id,
        here(work.today, who),
    )  # fmt: skip
    return (
        select(Residence.dwelling_id)
        .join(Person, Person.id == Residence.person_id)
        .where(
            Residence.community_id == work.community.id, current(Residence, work.today), here(work.today),
            Residence.relation != Relation.TENANT.value, ~headed,
        )
    )  # fmt: skip


def _without_fact(work: UnitOfWork, reach: Reach) -> Select[Any]:
    """Who lives here with neither telephone nor birthday on the roll: no slip can know them."""
    lives = exists().where(Residence.person_id == Person.id, current(Residence, work.today))
    return select(Person.id).where(
        Person.community_id == work.community.id, Person.kind == PersonKind.PERSON.value,
        Person.phone == "", Person.born_on.is_(None), lives, reach.people(work),
        here(work.today),
        ~exists().where(Account.person_id == Person.id),
    )  # fmt: skip


@dataclass(frozen=True)
class Vacancy:
    """A building without a head, or an entrance of it."""

    building_id: int
    building: str
    entrance: int | None = None


def vacancies(work: UnitOfWork, reach: Reach) -> Sequence[Vacancy]:
    """Buildings without a building head; entrances only where the community has entrance heads at all."""
    heads = work.session.execute(
        select(Office.kind, Office.building_id, Office.entrance).where(
            Office.community_id == work.community.id, in_office(work.today),
            Office.kind.in_([OfficeKind.BUILDING_HEAD.value, OfficeKind.ENTRANCE_HEAD.value]),
        )
    ).all()  # fmt: skip
    built = work.session.execute(
        select(Building.id, Building.name, Building.entrances)
        .where(Building.community_id == work.community.id)
        .order_by(Building.position, Building.id)
    )
    headed = {row.building_id for row in heads if row.kind == OfficeKind.BUILDING_HEAD.value}
    entered = {(row.building_id, row.entrance) for row in heads if row.kind == OfficeKind.ENTRANCE_HEAD.value}
    found = []
    for each in built:
        if not (reach.everybody or each.id in reach.buildings):
            continue
        if each.id not in headed:
            found.append(Vacancy(each.id, each.name))
        if entered:
            numbers = range(1, each.entrances + 1)
            found += [Vacancy(each.id, each.name, n) for n in numbers if (each.id, n) not in entered]
    return found


@dataclass(frozen=True)
class Ending:
    """An office whose term ends soon."""

    person_id: int
    name: str
    kind: str
    building: str
    entrance: int | None
    to_on: date


def ending(work: UnitOfWork) -> Sequence[Ending]:
    """Offices that end within 60 days, the first one first; twenty of them."""
    rows = work.session.execute(
        select(
            Person.id, Person.name.label("person"), Office.kind, Building.name.label("building"), Office.entrance,
            Office.to_on,
        )
        .join(Person, Person.id == Office.person_id)
        .outerjoin(Building, Building.id == Office.building_id)
        .where(
            Office.community_id == work.community.id, in_office(work.today),
            Office.to_on <= work.today + SOON,
        )
        .order_by(Office.to_on, Office.id)
        .limit(PER_PAGE)
    )  # fmt: skip
    return [
        Ending(each.id, each.person, each.kind, each.building or "", each.entrance, each.to_on)
        for each in rows
    ]


@dataclass(frozen=True)
class Undone:
    """What the committee has not answered or decided yet."""

    corrections: int
    imports: int


def undone(work: UnitOfWork) -> Undone:
    """Requests for correction without an answer, lists that were read but neither kept nor discarded."""
    asked = select(func.count()).where(
        Correction.community_id == work.community.id, Correction.answered_at.is_(None)
    )
    read = select(func.count()).where(
        and_(
            ImportBatch.community_id == work.community.id, ImportBatch.state == BatchState.PREVIEWED.value
        )
    )  # fmt: skip
    row = work.session.execute(select(asked.scalar_subquery(), read.scalar_subquery())).one()
    return Undone(*row)
