"""Where the listening team was, where it goes, and which doors stand on a sheet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, case, exists, false, func, or_, select, tuple_

from civic.people.queries.home import current
from civic.people.tables import Building, Dwelling, DwellingKind, Person, Residence
from civic.propose.reach import Reach
from civic.propose.rules.rounds import Outcome, since
from civic.propose.tables import Round, RoundDoor
from civic.work import UnitOfWork

PER_PAGE = 20


@dataclass(frozen=True)
class Listed:
    """A round on a list."""

    round_id: int
    building: str
    entrance: int | None
    walker: str
    walk_on: date
    doors: int
    seen: int
    ended: bool


@dataclass(frozen=True)
class Seen:
    """One page of rounds, and how many there are in all."""

    rounds: Sequence[Listed] = ()
    total: int = 0


def rounds_seen(work: UnitOfWork, reach: Reach | None, page_no: int) -> Seen:
    """One page of the rounds that the reader walks or that lie within their reach, those under way first, and how
    many there are: two statements."""
    mine = and_(Round.community_id == work.community.id, or_(Round.walker_id == work.person_id, _in(reach)))
    doors = select(func.count()).where(RoundDoor.round_id == Round.id).correlate(Round)
    rows = work.session.execute(
        select(
            Round.id, Building.name.label("building"), Round.entrance, Person.name.label("walker"), Round.walk_on,
            doors.scalar_subquery().label("doors"),
            doors.where(RoundDoor.outcome.is_not(None)).scalar_subquery().label("seen"),
            Round.ended_at.is_not(None).label("ended"),
        )
        .join(Building, Building.id == Round.building_id)
        .join(Person, Person.id == Round.walker_id)
        .where(mine)
        .order_by(Round.ended_at.is_not(None), Round.walk_on.desc(), Round.id.desc())
        .limit(PER_PAGE)
        .offset((page_no - 1) * PER_PAGE)
    )  # fmt: skip
    total = work.session.scalar(select(func.count()).select_from(Round).where(mine)) or 0
    found = [
        Listed(r.id, r.building, r.entrance, r.walker, r.walk_on, r.doors, r.seen, bool(r.ended))
        for r in rows
    ]
    return Seen(found, total)


def _in(reach: Reach | None) -> ColumnElement[bool]:
    if reach is None:
        return false()
    if reach.buildings is None:
        return Round.community_id.is_not(None)
    here = tuple_(Round.building_id, Round.entrance).in_(sorted(reach.entrances))
    return or_(Round.building_id.in_(sorted(reach.buildings)), here)


@dataclass(frozen=True)
class Due:
    """A door for the next sheet."""

    dwelling_id: int
    again: bool


def doors_due(work: UnitOfWork, building_id: int, entrance: int | None) -> Sequence[Due]:
    """Homes where somebody lives, neither met nor asked in vain within a year: one statement."""
    rows = work.session.execute(
        select(Dwelling.id, _noted(work.today, Outcome.AWAY).label("again"))
        .where(
            *homes(work), Dwelling.building_id == building_id,
            Dwelling.entrance == entrance if entrance is not None else Dwelling.id.is_not(None),
            ~_noted(work.today, Outcome.MET), ~_noted(work.today, Outcome.DECLINED),
        )
        .order_by(Dwelling.entrance, func.length(Dwelling.door), Dwelling.door)
    )  # fmt: skip
    return [Due(row.id, bool(row.again)) for row in rows]


def homes(work: UnitOfWork) -> list[ColumnElement[bool]]:
    """Of dwellings: homes of the community in which somebody lives today."""
    lived = exists().where(Residence.dwelling_id == Dwelling.id, current(Residence, work.today))
    here = Dwelling.community_id == work.community.id
    return [here, Dwelling.kind == DwellingKind.HOME.value, lived.correlate(Dwelling)]


def _noted(today: date, outcome: Outcome) -> ColumnElement[bool]:
    """Whether this was noted of a dwelling within a year."""
    return (
        exists()
        .where(
            RoundDoor.dwelling_id == Dwelling.id,
            RoundDoor.outcome == outcome.value,
            RoundDoor.seen_on > since(today),
        )
        .correlate(Dwelling)
    )


@dataclass(frozen=True)
class Covered:
    """A building: how many homes it has, how many of them were met within a year."""

    building_id: int
    name: str
    homes: int
    met: int


def coverage(work: UnitOfWork) -> Sequence[Covered]:
    """All buildings with homes, in the order people count them, never by figure: one statement."""
    met = func.sum(case((_noted(work.today, Outcome.MET), 1), else_=0)).label("met")
    rows = work.session.execute(
        select(Building.id, Building.name, func.count(Dwelling.id).label("homes"), met)
        .join(Dwelling, Dwelling.building_id == Building.id)
        .where(*homes(work))
        .group_by(Building.id, Building.name, Building.position)
        .order_by(Building.position, Building.id)
    )
    return [Covered(r.id, r.name, r.homes, int(r.met or 0)) for r in rows]


def under_way(work: UnitOfWork, building_id: int, entrance: int | None) -> bool:
    """Whether a round of this building goes over the same doors."""
    found = select(Round.id).where(
        Round.community_id == work.community.id, Round.building_id == building_id, Round.ended_at.is_(None)
    )
    if entrance is not None:
        found = found.where(or_(Round.entrance.is_(None), Round.entrance == entrance))
    return work.session.scalars(found.limit(1)).first() is not None
