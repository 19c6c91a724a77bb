"""Lists that go out of the roll: who took them, and what stands on them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import CompoundSelect, and_, func, select, union

from civic.core.errors import NotFound
from civic.people.queries.home import current
from civic.people.queries.roll import PER_PAGE, here
from civic.people.tables import Building, Dwelling, Export, Ownership, Person, Residence
from civic.work import UnitOfWork


@dataclass(frozen=True)
class Line:
    """One row of a list: a dwelling, and somebody who lives there, owns it, or both; or nobody."""

    estate: str
    building: str
    entrance: int
    floor: int | None
    door: str
    kind: str
    area_hundredths: int | None
    area_source: str
    state: str
    name: str
    phone: str
    born_on: date | None
    household: int | None
    relation: str
    """"" for an owner who does not live there."""
    registered: bool | None
    from_on: date | None
    share_num: int | None
    """None for who does not own it."""
    share_den: int | None
    share_known: bool | None
    named_voter: bool | None


@dataclass(frozen=True)
class Taken:
    """A list that was taken out."""

    export_id: int
    at: datetime
    expires_at: datetime
    by_id: int
    by: str
    masked: bool
    reason: str
    building: str


def taken(work: UnitOfWork) -> Sequence[Taken]:
    """The newest twenty."""
    rows = work.session.execute(
        select(
            Export.id, Export.at, Export.expires_at, Export.by_id, Person.name, Export.masked, Export.reason,
            func.coalesce(Building.name, ""),
        )
        .join(Person, Person.id == Export.by_id)
        .outerjoin(Building, Building.id == Export.building_id)
        .where(Export.community_id == work.community.id)
        .order_by(Export.id.desc())
        .limit(PER_PAGE)
    )  # fmt: skip
    return [Taken(*row) for row in rows]


def own_export(work: UnitOfWork, export_id: int) -> Export:
    """The list, to its maker, while it can be fetched; `NotFound` to others and after."""
    export = work.get(Export, export_id)
    if export.by_id != work.person_id or not export.at <= work.now < export.expires_at:
        raise NotFound
    return export


def lines(work: UnitOfWork, building_id: int | None) -> Sequence[Line]:
    """Every dwelling with whoever lives there or owns it today, in order: one statement.

    Whoever has died or left for good is on no list.
    """
    today = work.today
    pairs = _pairs(today).subquery("pairs")
    rows = work.session.execute(
        select(
            Building.estate, Building.name, Dwelling.entrance, Dwelling.floor, Dwelling.door, Dwelling.kind, Dwelling.area_hundredths,
            Dwelling.area_source, Dwelling.state, func.coalesce(Person.name, ""), func.coalesce(Person.phone, ""),
            Person.born_on, Residence.household, func.coalesce(Residence.relation, ""), Residence.registered,
            func.coalesce(Residence.from_on, Ownership.from_on), Ownership.share_num, Ownership.share_den,
            Ownership.share_known, Ownership.named_voter,
        )
        .select_from(Dwelling)
        .join(Building, Building.id == Dwelling.building_id)
        .outerjoin(pairs, pairs.c.dwelling_id == Dwelling.id)
        .outerjoin(Person, Person.id == pairs.c.person_id)
        .outerjoin(
            Residence,
            and_(
                Residence.person_id == Person.id, Residence.dwelling_id == Dwelling.id, current(Residence, today)
            ),
        )
        .outerjoin(
            Ownership,
            and_(
                Ownership.person_id == Person.id, Ownership.dwelling_id == Dwelling.id, current(Ownership, today)
            ),
        )
        .where(
            Dwelling.community_id == work.community.id,
            *([Dwelling.building_id == building_id] if building_id is not None else []),
        )
        .order_by(
            Building.position, Building.id, Dwelling.entrance, func.length(Dwelling.door), Dwelling.door, Dwelling.id,
            Residence.household.is_(None), Residence.household, Residence.id, Person.id,
        )
    )  # fmt: skip
    cells: list[tuple[Any, ...]] = [tuple(row) for row in rows]
    return [Line(*each) for each in cells]


def _pairs(today: date) -> CompoundSelect[Any]:
    """(dwelling, person): who lives or owns there, each pair once."""
    lives = (
        select(Residence.dwelling_id, Residence.person_id)
        .join(Person, Person.id == Residence.person_id)
        .where(current(Residence, today), here(today))
    )
    owns = (
        select(Ownership.dwelling_id, Ownership.person_id)
        .join(Person, Person.id == Ownership.person_id)
        .where(current(Ownership, today), here(today))
    )
    return union(lives, owns)
