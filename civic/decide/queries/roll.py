"""Who would be on the roll on a day, drawn up from offices, homes and ownerships."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select

from civic.decide.rules.roll import RollLine
from civic.people.queries.entitled import citizens_for, units_for
from civic.people.queries.home import current
from civic.people.rules.entitlement import Electorate, Roll, electorate, electorates_of
from civic.people.rules.entitlement.kinds import OF_OWNERS, OFFICES
from civic.people.tables import Building, Dwelling, Office
from civic.propose.tables import Issue
from civic.work import UnitOfWork


@dataclass(frozen=True)
class Drawn:
    """One line of the roll with the words that stand on it: an office and a building, or doors.

    Voter 0 is nobody yet: the line counts in the whole, and nobody can vote on it (Civil Code, art. 278).
    """

    line: RollLine
    office: str
    label: str


def draw_roll(work: UnitOfWork, issue: Issue, preset_id: str, on: date | None = None) -> list[Drawn]:
    """Everybody entitled on that day (today), in the order of the serial numbers."""
    (kind, *_others) = electorates_of(preset_id)
    return draw(
        work, kind, estate_of(work, issue.building_id) if kind in OF_OWNERS else None, on or work.today
    )


def draw(work: UnitOfWork, kind: Electorate, estate: str | None, on: date) -> list[Drawn]:
    """The lines of one electorate, each with its words."""
    roll = electorate(kind, citizens_for(work, kind, estate), units_for(work, estate), on)
    if kind in OFFICES:
        return _office_holders(work, kind, roll, on)
    return _by_door(work, roll)


def unknown_areas(work: UnitOfWork, issue: Issue) -> int:
    """How many dwellings of the issue's estate have no area yet: owners' votes cannot be weighed without."""
    estate = estate_of(work, issue.building_id)
    found = select(func.count()).select_from(Dwelling).join(Building, Building.id == Dwelling.building_id)
    found = found.where(
        Dwelling.community_id == work.community.id,
        Dwelling.area_hundredths.is_(None),
        Dwelling.kind != "parking",
    )
    return work.session.scalar(found.where(Building.estate == estate) if estate else found) or 0


def _office_holders(work: UnitOfWork, kind: Electorate, roll: Roll, on: date) -> list[Drawn]:
    """The committee first, then by building; whoever holds two of the offices is named by the first."""
    rows = work.session.execute(
        select(Office.person_id, Office.kind, Building.name)
        .outerjoin(Building, Building.id == Office.building_id)
        .where(Office.community_id == work.community.id, Office.kind.in_(OFFICES[kind]), current(Office, on))
        .order_by(Office.kind, Building.position, Office.building_id, Office.person_id)
    )
    held: dict[int, tuple[str, str]] = {}
    for row in rows:
        held.setdefault(row.person_id, (row.kind, row.name or ""))
    lines = {line.voter_id: line for line in roll.lines}
    return [Drawn(RollLine(who), *held[who]) for who in held if who in lines]


def _by_door(work: UnitOfWork, roll: Roll) -> list[Drawn]:
    """Owners, households and residents by their first door; what has no voter yet stands among them."""
    lines = [RollLine(line.voter_id, line.dwelling_ids, line.heads, line.area) for line in roll.lines]
    lines += [
        RollLine(0, (gap.dwelling_id,), gap.heads, gap.area)
        for gap in roll.gaps
        if gap.dwelling_id is not None and (gap.heads or gap.area)
    ]
    doors = _doors_of(work)
    where = {line: min((doors[home][0] for home in line.dwelling_ids), default=()) for line in lines}
    ordered = sorted(lines, key=lambda line: (where[line], line.voter_id))
    return [Drawn(line, "", _label([doors[home] for home in line.dwelling_ids])) for line in ordered]


def _doors_of(work: UnitOfWork) -> dict[int, tuple[tuple[int, ...], str, str]]:
    """Of each dwelling: its place in the order, its building, its door as said there."""
    rows: Any = work.session.execute(
        select(Dwelling.id, Dwelling.entrance, Dwelling.door, Building.name, Building.entrances)
        .join(Building, Building.id == Dwelling.building_id)
        .where(Dwelling.community_id == work.community.id)
        .order_by(
            Building.position, Building.id, Dwelling.entrance, func.length(Dwelling.door), Dwelling.door
        )
    )
    return {
        row.id: ((place,), row.name, f"{row.entrance}-{row.door}" if row.entrances > 1 else row.door)
        for place, row in enumerate(rows)
    }


def _label(homes: list[tuple[tuple[int, ...], str, str]]) -> str:
    held: dict[str, list[str]] = defaultdict(list)
    for _place, building, door in sorted(homes):
        held[building].append(door)
    return _doors(held)


def _doors(held: dict[str, list[str]]) -> str:
    """2号楼 1-501, 1-502; 3号楼 101."""
    return "; ".join(f"{building} {', '.join(doors)}" for building, doors in held.items())


def estate_of(work: UnitOfWork, building_id: int | None) -> str | None:
    """The estate of the issue's building; None where no building is named."""
    if building_id is None:
        return None
    return work.session.scalar(select(Building.estate).where(Building.id == building_id))
