"""The roll of today as an import is planned against it: six statements."""

from typing import Any

from sqlalchemy import or_, select

from civic.people.rules.importing.registry import (
    KnownBuilding,
    KnownDwelling,
    KnownOwnership,
    KnownPerson,
    KnownResidence,
    Registry,
)
from civic.people.tables import Building, Correction, Dwelling, Ownership, Person, Residence
from civic.work import UnitOfWork


def registry(work: UnitOfWork) -> Registry:
    """Buildings, dwellings, people; residences and ownerships that hold today or are still to come."""
    buildings = _rows(work, Building, Building.id, Building.name, Building.entrances, Building.estate)
    names = {row.id: row.name for row in buildings}
    dwellings = _rows(
        work, Dwelling, Dwelling.id, Dwelling.building_id, Dwelling.entrance, Dwelling.door, Dwelling.floor,
        Dwelling.kind, Dwelling.area_hundredths, Dwelling.area_source, Dwelling.state,
    )  # fmt: skip
    people = _rows(
        work, Person, Person.id, Person.name, Person.phone, Person.born_on, Person.kind, Person.gone_on
    )
    asked = _asked(work)
    return Registry(
        tuple(KnownBuilding(*row) for row in buildings),
        tuple(KnownDwelling(row.id, names[row.building_id], *row[2:]) for row in dwellings),
        tuple(_person(work, row, asked.get(row.id, frozenset())) for row in people),
        tuple(KnownResidence(*row) for row in _lasting(work, Residence, RESIDENCE)),
        tuple(KnownOwnership(*row) for row in _lasting(work, Ownership, OWNERSHIP)),
    )


def _person(work: UnitOfWork, row: Any, asked: frozenset[str]) -> KnownPerson:
    gone = row.gone_on is not None and row.gone_on <= work.today
    return KnownPerson(row.id, row.name, row.phone, row.born_on, row.kind, gone, asked)


def _asked(work: UnitOfWork) -> dict[int, frozenset[str]]:
    """By person the fields that were corrected at their own request; lines and fields have the same names."""
    found: dict[int, frozenset[str]] = {}
    for row in work.session.execute(
        select(Correction.person_id, Correction.about).where(
            Correction.community_id == work.community.id, Correction.done.is_(True)
        )
    ):
        found[row.person_id] = found.get(row.person_id, frozenset()) | {row.about}
    return found


RESIDENCE = (
    Residence.id, Residence.person_id, Residence.dwelling_id, Residence.household, Residence.relation,
    Residence.registered, Residence.from_on, Residence.to_on,
)  # fmt: skip
OWNERSHIP = (
    Ownership.id, Ownership.dwelling_id, Ownership.person_id, Ownership.share_num, Ownership.share_den,
    Ownership.named_voter, Ownership.from_on, Ownership.share_known,
)  # fmt: skip


def _rows(work: UnitOfWork, table: Any, *columns: Any) -> list[Any]:
    return list(
        work.session.execute(
            select(*columns).where(table.community_id == work.community.id).order_by(table.id)
        )
    )


def _lasting(work: UnitOfWork, table: Any, columns: tuple[Any, ...]) -> list[Any]:
    return list(
        work.session.execute(
            select(*columns)
            .where(table.community_id == work.community.id)
            .where(or_(table.to_on.is_(None), table.to_on >= work.today))
            .order_by(table.id)
        )
    )
