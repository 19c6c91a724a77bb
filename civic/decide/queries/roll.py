"""Who would be on the roll today, drawn up from offices and ownerships."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import select

from civic.decide.rules.presets import preset
from civic.decide.rules.roll import RollLine, RollUnit, equal_roll, owners_roll
from civic.people.tables import Building, Dwelling, Office, Ownership
from civic.permissions import Standing
from civic.propose.tables import Issue
from civic.work import UnitOfWork

VOTING_OFFICES = (Standing.COMMITTEE.value, Standing.REPRESENTATIVE.value)
"""Who makes up the representatives' meeting (Residents' Committees Law, art. 28)."""


@dataclass(frozen=True)
class Drawn:
    """One line of the roll with the words that stand on it: an office and a building, or doors."""

    line: RollLine
    office: str
    label: str


def draw_roll(work: UnitOfWork, issue: Issue, preset_id: str) -> list[Drawn]:
    """Everybody entitled today, in the order of the serial numbers: one or two statements."""
    if preset(preset_id).of_owners:
        return _owners(work, estate_of(work, issue.building_id))
    return _office_holders(work)


def _office_holders(work: UnitOfWork) -> list[Drawn]:
    """Committee and representatives in office today, each person once, the committee first."""
    rows = work.session.execute(
        select(Office.person_id, Office.kind, Building.name)
        .outerjoin(Building, Building.id == Office.building_id)
        .where(
            Office.community_id == work.community.id,
            Office.kind.in_(VOTING_OFFICES),
            Office.from_on <= work.today,
            Office.to_on.is_(None) | (Office.to_on >= work.today),
        )
        .order_by(Office.kind, Office.building_id, Office.person_id)
    )
    held: dict[int, tuple[str, str]] = {}
    for row in rows:
        held.setdefault(row.person_id, (row.kind, row.name or ""))
    lines = {line.voter_id: line for line in equal_roll(held)}
    return [Drawn(lines[person], office, building) for person, (office, building) in held.items()]


def _owners(work: UnitOfWork, estate: str | None) -> list[Drawn]:
    """The owners of today of an estate (None: of the whole community), by their first door.

    Of several owners of one dwelling the first entered is its named voter (Ningbo, art. 18).
    """
    rows = work.session.execute(
        select(
            Dwelling.id, Dwelling.entrance, Dwelling.door, Dwelling.area_hundredths, Building.name,
            Building.entrances, Ownership.person_id,
        )
        .join(Building, Building.id == Dwelling.building_id)
        .join(Ownership, Ownership.dwelling_id == Dwelling.id)
        .where(
            Dwelling.community_id == work.community.id,
            Building.estate == estate if estate is not None else Building.community_id == work.community.id,
            Ownership.from_on <= work.today,
            Ownership.to_on.is_(None) | (Ownership.to_on >= work.today),
        )
        .order_by(Building.position, Building.id, Dwelling.entrance, Dwelling.door, Ownership.id)
    )  # fmt: skip
    units: dict[int, RollUnit] = {}
    doors: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        if row.id not in units:
            units[row.id] = RollUnit(row.id, row.person_id, row.area_hundredths)
            door = f"{row.entrance}-{row.door}" if row.entrances > 1 else row.door
            doors[row.person_id][row.name].append(door)
    lines = {line.voter_id: line for line in owners_roll(units.values())}
    return [Drawn(lines[owner], "", _doors(held)) for owner, held in doors.items()]


def _doors(held: dict[str, list[str]]) -> str:
    """2号楼 1-501, 1-502; 3号楼 101."""
    return "; ".join(f"{building} {', '.join(doors)}" for building, doors in held.items())


def estate_of(work: UnitOfWork, building_id: int | None) -> str | None:
    """The estate of the issue's building; None where no building is named."""
    if building_id is None:
        return None
    return work.session.scalar(select(Building.estate).where(Building.id == building_id))
