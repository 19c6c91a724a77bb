"""The buildings on the list: what stands in each, what the roll lacks there, who is in office."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Select, func, select, union_all

from civic.people.queries.gaps import missing
from civic.people.queries.home import current, in_office
from civic.people.queries.plan import MARKED
from civic.people.queries.reach import Reach
from civic.people.queries.roll import here
from civic.people.tables import Building, Dwelling, DwellingKind, Office, OfficeKind, Person, Residence
from civic.work import UnitOfWork

POSTS = (
    OfficeKind.BUILDING_HEAD,
    OfficeKind.ENTRANCE_HEAD,
    OfficeKind.REPRESENTATIVE,
    OfficeKind.GRID_WORKER,
)
"""Offices that are held for a building or an entrance of it."""


@dataclass
class Figures:
    """A building on the list: what stands in it and what the roll lacks."""

    building: Building
    kinds: dict[str, int] = field(default_factory=dict)
    people: int = 0
    gaps: int = 0

    @property
    def homes(self) -> int:
        """Where people live."""
        return self.kinds.get(DwellingKind.HOME, 0)

    @property
    def shops(self) -> int:
        """Units let or used for trade."""
        return self.kinds.get(DwellingKind.SHOP, 0)

    @property
    def parking(self) -> int:
        """Parking spaces with an owner of their own."""
        return self.kinds.get(DwellingKind.PARKING, 0)


def estates_of(work: UnitOfWork) -> list[str]:
    """The estates that buildings stand in, for whoever types one again."""
    found = select(Building.estate).where(Building.community_id == work.community.id, Building.estate != "")
    return list(work.session.scalars(found.distinct().order_by(Building.estate)))


def by_estate(work: UnitOfWork) -> list[Building]:
    """All buildings, estate by estate in the order in which the first of each was entered."""
    first = func.min(Building.id).over(partition_by=Building.estate)
    rows = work.session.scalars(
        select(Building)
        .where(Building.community_id == work.community.id)
        .order_by(first, Building.position, Building.id)
    )
    return list(rows)


def figures_of(work: UnitOfWork, reach: Reach) -> list[Figures]:
    """The buildings within one's reach, by estate: four statements."""
    reached = reach.buildings | {building for building, _entrance in reach.entrances}
    found = {each.id: Figures(each) for each in by_estate(work) if reach.everybody or each.id in reached}
    homes = [Dwelling.community_id == work.community.id, reach.homes()]
    for ident, kind, number in work.session.execute(_counted(homes)):
        found[ident].kinds[kind] = number
    for ident, number in work.session.execute(_inhabited(work, homes)):
        found[ident].people = number
    for ident, number in work.session.execute(_lacking(work, homes)):
        found[ident].gaps = number
    return list(found.values())


def _counted(homes: Sequence[Any]) -> Select[*tuple[Any, ...]]:
    return (
        select(Dwelling.building_id, Dwelling.kind, func.count())
        .where(*homes)
        .group_by(Dwelling.building_id, Dwelling.kind)
    )


def _inhabited(work: UnitOfWork, homes: Sequence[Any]) -> Select[*tuple[Any, ...]]:
    return (
        select(Dwelling.building_id, func.count())
        .join(Residence, Residence.dwelling_id == Dwelling.id)
        .join(Person, Person.id == Residence.person_id)
        .where(*homes, current(Residence, work.today), here(work.today))
        .group_by(Dwelling.building_id)
    )


def _lacking(work: UnitOfWork, homes: Sequence[Any]) -> Select[*tuple[Any, ...]]:
    """Each gap counts: a home without area and owner has two to mend."""
    lacking = union_all(
        *(select(Dwelling.building_id).where(*homes, *missing(work, gap)) for gap in MARKED)
    ).subquery()
    return select(lacking.c.building_id, func.count()).group_by(lacking.c.building_id)


@dataclass(frozen=True)
class Post:
    """Somebody in office for a building or an entrance of it: public, in full."""

    building_id: int
    name: str
    kind: str
    building: str
    entrance: int | None
    to_on: date | None


def posts_of(work: UnitOfWork, building_ids: Sequence[int]) -> Mapping[int, list[Post]]:
    """Who is in office for these buildings today, the building's before the entrances': one statement."""
    rows = work.session.execute(
        select(
            Office.building_id, Person.name, Office.kind, Building.name.label("building"), Office.entrance,
            Office.to_on,
        )
        .join(Person, Person.id == Office.person_id)
        .join(Building, Building.id == Office.building_id)
        .where(
            Office.community_id == work.community.id, Office.building_id.in_(building_ids), in_office(work.today),
            Office.kind.in_([kind.value for kind in POSTS]),
        )
        .order_by(Office.building_id, Office.entrance.is_not(None), Office.entrance, Office.kind, Office.id)
    )  # fmt: skip
    found: dict[int, list[Post]] = defaultdict(list)
    for row in rows:
        found[row.building_id].append(
            Post(row.building_id, row.name, row.kind, row.building, row.entrance, row.to_on)
        )
    return found
