"""Lists that were uploaded."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from civic.people.queries.entries import Place
from civic.people.tables import Building, Dwelling, ImportBatch, Person
from civic.work import UnitOfWork


@dataclass(frozen=True)
class Uploaded:
    """A list and who brought it."""

    id: int
    file_name: str
    by: str
    at: datetime
    state: str
    figures: dict[str, int]


def uploaded(work: UnitOfWork, most: int = 20) -> list[Uploaded]:
    """The newest lists, newest first."""
    rows = work.session.execute(
        select(
            ImportBatch.id, ImportBatch.file_name, Person.name, ImportBatch.at, ImportBatch.state,
            ImportBatch.figures,
        )
        .join(Person, Person.id == ImportBatch.by_id)
        .where(ImportBatch.community_id == work.community.id)
        .order_by(ImportBatch.id.desc())
        .limit(most)
    )  # fmt: skip
    return [Uploaded(*row) for row in rows]


def places_of(work: UnitOfWork, dwellings: Iterable[int]) -> dict[int, Place]:
    """Where these dwellings lie: one statement."""
    rows = work.session.execute(
        select(Dwelling.id, Dwelling.building_id, Building.name, Dwelling.entrance, Dwelling.door)
        .join(Building, Building.id == Dwelling.building_id)
        .where(Dwelling.community_id == work.community.id, Dwelling.id.in_(set(dwellings)))
    )
    return {row.id: Place(*row) for row in rows}


def names_of(work: UnitOfWork, people: Iterable[int | None]) -> dict[int, str]:
    """What these people are called: one statement."""
    rows = work.session.execute(
        select(Person.id, Person.name).where(
            Person.community_id == work.community.id, Person.id.in_({each for each in people if each})
        )
    )
    return {row.id: row.name for row in rows}
