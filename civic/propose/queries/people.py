"""For whom somebody may enter an issue, and where it may be."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, or_, select, tuple_

from civic.core.errors import NotFound
from civic.people.queries.home import at_home, owned
from civic.people.tables import Building, Dwelling, Ownership, Person, Residence
from civic.propose.reach import Reach
from civic.propose.tables import Issue
from civic.work import UnitOfWork


@dataclass(frozen=True)
class Neighbour:
    """Somebody an issue can be entered for, as the collector sees them."""

    person_id: int
    name: str
    building: str
    entrance: int | None
    door: str


def neighbours(work: UnitOfWork, reach: Reach, typed: str, limit: int = 20) -> list[Neighbour]:
    """Whom the collector may choose, by part of the name or by door.

    Who keeps no roll must know the whole name, and learns no door: the roster is not for browsing.
    """
    found = _people(work, reach)
    if reach.by_name_only:
        found = found.where(Person.name == typed)
    elif typed:
        found = found.where(or_(Person.name.contains(typed, autoescape=True), Dwelling.door == typed))
    rows = work.session.execute(
        found.order_by(Building.position, Building.id, Dwelling.entrance, Dwelling.door, Person.id).limit(
            limit
        )
    )
    return [neighbour_seen(row, reach) for row in rows]


def neighbour(work: UnitOfWork, reach: Reach, person_id: int) -> Neighbour:
    """The person chosen; `NotFound` outside the collector's reach."""
    row = work.session.execute(_people(work, reach).where(Person.id == person_id)).one_or_none()
    if row is None:
        raise NotFound
    return neighbour_seen(row, reach)


def neighbour_seen(row: Any, reach: Reach) -> Neighbour:
    """A row with id, name, building, entrance and door, as far as the collector may see it."""
    entrance, door = (None, "") if reach.by_name_only else (row.entrance, row.door or "")
    return Neighbour(row.id, row.name, row.building or "", entrance, door)


def within(work: UnitOfWork, reach: Reach, ids: set[int]) -> set[int]:
    """Those of these people for whom the collector may enter something: one statement."""
    rows = work.session.execute(_people(work, reach).where(Person.id.in_(sorted(ids))))
    return {row.id for row in rows}


def collector_of(work: UnitOfWork, issue: Issue) -> str:
    """The whole name of whoever entered it; empty where it was raised without one."""
    if issue.collector_id is None:
        return ""
    return work.session.scalar(select(Person.name).where(Person.id == issue.collector_id)) or ""


def _people(work: UnitOfWork, reach: Reach) -> Select[int, str, str, int, str]:
    owns = exists().where(Ownership.person_id == Person.id, owned(work.today))
    found = (
        select(Person.id, Person.name, Building.name.label("building"), Dwelling.entrance, Dwelling.door)
        .outerjoin(Residence, at_home(work.today))
        .outerjoin(Dwelling, Dwelling.id == Residence.dwelling_id)
        .outerjoin(Building, Building.id == Dwelling.building_id)
        .where(Person.community_id == work.community.id, Person.suspended.is_(False))
        .where(Person.kind == "person", or_(Residence.id.is_not(None), owns))
        .where(or_(Person.gone_on.is_(None), Person.gone_on > work.today))
    )
    return found if reach.buildings is None else found.where(in_reach(reach))


def in_reach(reach: Reach) -> ColumnElement[bool]:
    """Dwellings of a head's buildings and entrances."""
    here = tuple_(Dwelling.building_id, Dwelling.entrance).in_(sorted(reach.entrances))
    return or_(Dwelling.building_id.in_(reach.buildings or ()), here)
