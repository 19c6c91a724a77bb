"""People as the roll has them: rows made whole with what they own and hold."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from civic.core.days import known
from civic.people.queries.home import current, in_office
from civic.people.queries.reach import Reach
from civic.people.tables import Building, Dwelling, Office, Ownership
from civic.work import UnitOfWork


@dataclass(frozen=True)
class Place:
    """A dwelling as people find it."""

    dwelling_id: int
    building_id: int
    building: str
    entrance: int
    door: str


@dataclass(frozen=True)
class Held:
    """An office with its term."""

    kind: str
    building: str
    entrance: int | None
    title: str
    from_on: date
    to_on: date | None


@dataclass(frozen=True)
class Entry:
    """A person as the roll has them; nothing of it is shown but through `people.seeing`."""

    person_id: int
    name: str
    phone: str
    born_on: date | None
    kind: str
    suspended: bool
    gone_on: date | None
    account: bool
    home: Place | None = None
    household: int = 1
    relation: str = ""
    registered: bool | None = False
    """None while nobody has said."""
    since: date | None = None
    owns: tuple[Place, ...] = ()
    offices: tuple[Held, ...] = ()


def entries(work: UnitOfWork, reach: Reach, rows: Sequence[Any]) -> list[Entry]:
    """Rows of people with what they own and hold: two statements more."""
    ids = [row.id for row in rows]
    owns, offices = _owned_by(work, reach, ids), _held_by(work, ids)
    return [
        Entry(
            row.id, row.name, row.phone, row.born_on, row.kind, row.suspended, row.gone_on, row.account,
            _place(row), row.household or 1, (row.relation or "") if row.dwelling_id else "",
            row.registered if row.dwelling_id else False, known(row.since) if row.dwelling_id else None,
            tuple(owns[row.id]), tuple(offices[row.id]),
        )
        for row in rows
    ]  # fmt: skip


def _place(row: Any) -> Place | None:
    if row.dwelling_id is None:
        return None
    return Place(row.dwelling_id, row.building_id, row.building, row.entrance, row.door)


def _owned_by(work: UnitOfWork, reach: Reach, ids: Iterable[int]) -> dict[int, list[Place]]:
    rows = work.session.execute(
        select(
            Ownership.person_id, Dwelling.id.label("dwelling_id"), Dwelling.building_id, Dwelling.entrance,
            Dwelling.door, Building.name.label("building"),
        )
        .join(Dwelling, Dwelling.id == Ownership.dwelling_id)
        .join(Building, Building.id == Dwelling.building_id)
        .where(Ownership.person_id.in_(list(ids)), current(Ownership, work.today), reach.homes())
        .order_by(Building.position, Building.id, Dwelling.entrance, Dwelling.id)
    )  # fmt: skip
    found: dict[int, list[Place]] = defaultdict(list)
    for row in rows:
        place = _place(row)
        if place:
            found[row.person_id].append(place)
    return found


def _held_by(work: UnitOfWork, ids: Iterable[int]) -> dict[int, list[Held]]:
    rows = work.session.execute(
        select(
            Office.person_id, Office.kind, Office.entrance, Office.title, Office.from_on, Office.to_on,
            Building.name.label("building"),
        )
        .outerjoin(Building, Building.id == Office.building_id)
        .where(Office.person_id.in_(list(ids)), in_office(work.today))
        .order_by(Office.id)
    )  # fmt: skip
    found: dict[int, list[Held]] = defaultdict(list)
    for row in rows:
        found[row.person_id].append(
            Held(row.kind, row.building or "", row.entrance, row.title, row.from_on, row.to_on)
        )
    return found
