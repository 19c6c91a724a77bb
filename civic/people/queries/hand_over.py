"""What goes with an office, who follows in it, and which hand-overs are due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Select, and_, exists, false, func, or_, select
from sqlalchemy.orm import aliased

from civic.people.queries.untold import lost
from civic.people.tables import Building, Held, Office, Person
from civic.permissions import Standing
from civic.work import UnitOfWork

BEFORE = timedelta(days=30)
"""The holder is asked in the last thirty days of the term."""
AFTER = timedelta(days=60)
"""The committee is asked for two months after it."""
MOST = 5


@dataclass(frozen=True)
class Line:
    """One line of the sheet."""

    held_id: int
    kind: str
    text: str
    to: str
    """The name of whoever received it, "" while nobody did."""
    handed_on: date | None


def lines_of(work: UnitOfWork, office_id: int) -> list[Line]:
    """Keys, contacts, papers, promises, as they were written down: one statement."""
    rows = work.session.execute(
        select(Held.id, Held.kind, Held.text, Person.name, Held.handed_on)
        .outerjoin(Person, Person.id == Held.handed_to)
        .where(Held.office_id == office_id, Held.community_id == work.community.id)
        .order_by(Held.id)
    )
    return [Line(row.id, row.kind, row.text, row.name or "", row.handed_on) for row in rows]


@dataclass(frozen=True)
class Follower:
    """Somebody who may receive what goes with an office."""

    person_id: int
    name: str


def followers(work: UnitOfWork, office: Office) -> list[Follower]:
    """Whoever holds the same office over the same place later than this term began: one statement."""
    begins_by = or_(Office.to_on.is_(None), Office.to_on >= work.today)
    rows = work.session.execute(
        select(Person.id, Person.name)
        .join(Office, Office.person_id == Person.id)
        .where(
            Office.community_id == work.community.id, Office.kind == office.kind,
            Office.building_id.is_(None) if office.building_id is None else Office.building_id == office.building_id,
            Office.entrance.is_(None) if office.entrance is None else Office.entrance == office.entrance,
            Office.person_id != office.person_id, Office.from_on > office.from_on, begins_by,
        )
        .group_by(Person.id, Person.name)
        .order_by(func.min(Office.from_on), Person.id)
    )  # fmt: skip
    return [Follower(row.id, row.name) for row in rows]


@dataclass(frozen=True)
class Due:
    """An office that is to be handed over."""

    office: Office
    name: str
    building: str
    left: int
    """Lines of the sheet that nobody has received."""

    @property
    def kind(self) -> str:
        """Its word."""
        return self.office.kind

    @property
    def entrance(self) -> int | None:
        """Of an entrance head."""
        return self.office.entrance


def lost_by(work: UnitOfWork) -> Sequence[Due]:
    """The reader's own offices that ended lately and that they did not get again: one statement."""
    again = aliased(Office)
    kept = exists().where(
        again.person_id == Office.person_id, again.kind == Office.kind, again.id != Office.id,
        again.from_on >= Office.from_on, or_(again.to_on.is_(None), again.to_on >= work.today),
        again.building_id.is_not_distinct_from(Office.building_id),
        again.entrance.is_not_distinct_from(Office.entrance),
    )  # fmt: skip
    rows = work.session.execute(
        _offices()
        .where(lost(work), Office.person_id == work.person_id, ~kept)
        .order_by(Office.to_on, Office.id)
    )
    return [Due(row[0], row.name, row.building or "", row.left) for row in rows]


def _offices() -> Select[*tuple[Any, ...]]:
    left = select(func.count(Held.id)).where(Held.office_id == Office.id, Held.handed_to.is_(None))
    return (
        select(Office, Person.name, Building.name.label("building"), left.scalar_subquery().label("left"))
        .join(Person, Person.id == Office.person_id)
        .outerjoin(Building, Building.id == Office.building_id)
        .limit(MOST)
    )


def due(work: UnitOfWork) -> Sequence[Due]:
    """The reader's own offices that end within thirty days; for the committee those that ended lately: one
    statement."""
    assert work.actor is not None
    today = work.today
    mine = and_(
        Office.person_id == work.actor.person_id, Office.from_on <= today, Office.to_on >= today,
        Office.to_on <= today + BEFORE,
    )  # fmt: skip
    ended = and_(Office.to_on < today, Office.to_on >= today - AFTER, Office.to_on >= Office.from_on)
    rows = work.session.execute(
        _offices()
        .where(Office.community_id == work.community.id)
        .where(or_(mine, ended if Standing.COMMITTEE in work.actor.standings else false()))
        .order_by(Office.to_on, Office.id)
    )
    return [Due(row[0], row.name, row.building or "", row.left) for row in rows]
