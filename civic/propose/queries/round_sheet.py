"""The sheet of one round: its doors in the order in which one walks; and who may walk one."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, or_, select

from civic.people.queries.home import in_office
from civic.people.tables import Building, Dwelling, Office, Person
from civic.permissions import COLLECTORS
from civic.propose.rules.rounds import Outcome
from civic.propose.tables import Round, RoundDoor
from civic.work import UnitOfWork


@dataclass(frozen=True)
class Door:
    """A door on the sheet."""

    door_id: int
    dwelling_id: int
    entrance: int
    floor: int | None
    door: str
    again: bool
    outcome: Outcome | None


def doors_of(work: UnitOfWork, round_id: int) -> Sequence[Door]:
    """The doors of a round as one walks, from the lowest entrance and the first door: one statement."""
    rows = work.session.execute(
        select(
            RoundDoor.id, Dwelling.id.label("dwelling"), Dwelling.entrance, Dwelling.floor, Dwelling.door,
            RoundDoor.again, RoundDoor.outcome,
        )
        .join(Dwelling, Dwelling.id == RoundDoor.dwelling_id)
        .where(RoundDoor.round_id == round_id, RoundDoor.community_id == work.community.id)
        .order_by(RoundDoor.again.desc(), Dwelling.entrance, func.length(Dwelling.door), Dwelling.door)
    )  # fmt: skip
    return [
        Door(
            r.id, r.dwelling, r.entrance, r.floor, r.door, r.again, Outcome(r.outcome) if r.outcome else None
        )
        for r in rows
    ]


@dataclass(frozen=True)
class Walker:
    """Somebody of the listening team, with the building of their office if it has one."""

    person_id: int
    name: str
    kind: str
    building_id: int | None
    building: str


def team(work: UnitOfWork) -> Sequence[Walker]:
    """Whoever collects today, by name: one statement."""
    rows = work.session.execute(
        select(Person.id, Person.name, Office.kind, Office.building_id, Building.name.label("building"))
        .join(Office, Office.person_id == Person.id)
        .outerjoin(Building, Building.id == Office.building_id)
        .where(
            Person.community_id == work.community.id, Person.suspended.is_(False), in_office(work.today),
            Office.kind.in_(sorted(each.value for each in COLLECTORS)),
            or_(Person.gone_on.is_(None), Person.gone_on > work.today),
        )
        .order_by(Person.id, Office.id)
    )  # fmt: skip
    return [Walker(r.id, r.name, r.kind, r.building_id, r.building or "") for r in rows]


@dataclass(frozen=True)
class Waiting:
    """A round that waits for its walker today."""

    round_id: int
    building: str
    entrance: int | None
    open_doors: int


def waiting_rounds(work: UnitOfWork) -> Sequence[Waiting]:
    """The reader's own rounds that are not ended and whose day has come: one statement."""
    rows = work.session.execute(
        select(Round.id, Building.name, Round.entrance, func.count(RoundDoor.id).label("n"))
        .join(Building, Building.id == Round.building_id)
        .outerjoin(RoundDoor, (RoundDoor.round_id == Round.id) & RoundDoor.outcome.is_(None))
        .where(
            Round.community_id == work.community.id, Round.walker_id == work.person_id,
            Round.ended_at.is_(None), Round.walk_on <= work.today,
        )
        .group_by(Round.id, Building.name, Round.entrance)
        .order_by(Round.id)
    )  # fmt: skip
    return [Waiting(r.id, r.name, r.entrance, r.n) for r in rows]
