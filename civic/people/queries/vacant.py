"""Who is missing from an office, whose term ends soon, what waits for the committee."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import and_, func, select

from civic.people.queries.home import in_office
from civic.people.queries.reach import Reach
from civic.people.queries.roll import PER_PAGE
from civic.people.tables import BatchState, Building, Correction, ImportBatch, Office, OfficeKind, Person
from civic.work import UnitOfWork

SOON = timedelta(days=60)
"""Offices that end within these days are named in time for an election."""


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
