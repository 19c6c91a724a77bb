"""A building as people stand before it: what lies behind each door, and what the roll lacks there."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy import case, func, literal, select, union_all

from civic.core.errors import NotFound
from civic.people.queries.flights import Cell, Flight, flights
from civic.people.queries.gaps import OF_PEOPLE, Gap, missing
from civic.people.queries.home import current
from civic.people.queries.reach import Reach
from civic.people.queries.roll import here
from civic.people.rules.importing.places import floor_by
from civic.people.tables import Building, Dwelling, DwellingKind, Person, Residence, Slip
from civic.permissions import Standing
from civic.work import UnitOfWork

MARKED = tuple(gap for gap in Gap if gap not in OF_PEOPLE)
"""Gaps of dwellings; those left out are of people."""


def building_in_reach(work: UnitOfWork, reach: Reach, building_id: int) -> Building:
    """The building, if any entrance of it lies within one's reach; else `NotFound`."""
    building = work.get(Building, building_id)
    parts = {each for each, _entrance in reach.entrances}
    if not reach.everybody and building.id not in reach.buildings | parts:
        raise NotFound
    return building


def plan_of(work: UnitOfWork, building_id: int, reach: Reach) -> list[Flight]:
    """The entrances within one's reach, whole: four statements whatever the building's size."""
    people, gaps, slips = _people(work, building_id), _gaps(work, building_id), _slips(work, building_id)
    return flights(
        [
            replace(
                cell, people=people.get(cell.dwelling_id, 0), gaps=tuple(gaps.get(cell.dwelling_id, ())),
                slip=slips.get(cell.dwelling_id, ""),
            )
            for cell in _doors(work, building_id, reach)
        ]
    )  # fmt: skip


def doors_of(work: UnitOfWork, building_id: int) -> list[Flight]:
    """The doors alone, for neighbours: one statement."""
    return flights(_doors(work, building_id, Reach(Standing.RESIDENT, everybody=True)))


def _doors(work: UnitOfWork, building_id: int, reach: Reach) -> Sequence[Cell]:
    """Its doors in order; where the roll has no floor, the one that a door like 501 tells."""
    rows = work.session.execute(
        select(Dwelling.id, Dwelling.entrance, Dwelling.floor, Dwelling.door, Dwelling.kind)
        .where(Dwelling.community_id == work.community.id, Dwelling.building_id == building_id, reach.homes())
        .order_by(Dwelling.entrance, func.length(Dwelling.door), Dwelling.door)
    )
    return [
        Cell(row.id, row.entrance, _floor(row.floor, row.door, row.kind), row.door, row.kind) for row in rows
    ]


def _floor(known: int | None, door: str, kind: str) -> int | None:
    return floor_by(door) if known is None and kind != DwellingKind.PARKING else known


def _people(work: UnitOfWork, building_id: int) -> Mapping[int, int]:
    rows = work.session.execute(
        select(Residence.dwelling_id, func.count())
        .join(Dwelling, Dwelling.id == Residence.dwelling_id)
        .join(Person, Person.id == Residence.person_id)
        .where(Dwelling.building_id == building_id, current(Residence, work.today), here(work.today))
        .group_by(Residence.dwelling_id)
    )
    return {row[0]: row[1] for row in rows}


def _gaps(work: UnitOfWork, building_id: int) -> Mapping[int, list[Gap]]:
    found: dict[int, list[Gap]] = defaultdict(list)
    lacking = [
        select(Dwelling.id, literal(gap.value)).where(
            Dwelling.building_id == building_id, *missing(work, gap)
        )
        for gap in MARKED
    ]
    for dwelling, word in work.session.execute(union_all(*lacking)):
        found[dwelling].append(Gap(word))
    return {dwelling: sorted(each, key=MARKED.index) for dwelling, each in found.items()}


def _slips(work: UnitOfWork, building_id: int) -> Mapping[int, str]:
    good = case((Slip.valid_until >= work.today, 1), else_=0)
    rows = work.session.execute(
        select(
            Slip.dwelling_id, func.count(Slip.used_at),
            func.sum(case((Slip.handed_at.is_not(None), good), else_=0)), func.sum(good),
        )
        .join(Dwelling, Dwelling.id == Slip.dwelling_id)
        .where(Dwelling.building_id == building_id, Slip.replaced_at.is_(None))
        .group_by(Slip.dwelling_id)
    )  # fmt: skip
    return {
        dwelling: "used" if used else "handed" if handed else "printed" if live else ""
        for dwelling, used, handed, live in rows
    }
