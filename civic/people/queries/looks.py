"""Who looked at whose data: the log, what one person is told of it, what lies open just now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import aliased

from civic.people.queries.home import at_home
from civic.people.queries.roll import PER_PAGE
from civic.people.rules.keeping import SHOWN, still_open
from civic.people.tables import Building, Dwelling, Look, Looked, Person, Residence
from civic.work import UnitOfWork

Viewer, Home, Scope = aliased(Person), aliased(Building), aliased(Building)


@dataclass(frozen=True)
class Looking:
    """One look: who, under which standing, at whom or what, why."""

    at: datetime
    viewer_id: int
    viewer: str
    standing: str
    what: str
    reason: str
    person: str = ""
    """Whose data; "" where it was a list or the whole roll."""
    home: str = ""
    """The building in which that person lives."""
    scope: str = ""
    """The building of a list; "" for the whole community."""


@dataclass(frozen=True)
class Log:
    """One page of the log, and how many looks there are in all."""

    looks: Sequence[Looking]
    count: int


def looks(work: UnitOfWork, page_no: int, *, viewer_id: int | None = None, what: str = "") -> Log:
    """The newest first: two statements."""
    where: list[ColumnElement[bool]] = [Look.community_id == work.community.id]
    if viewer_id is not None:
        where.append(Look.viewer_id == viewer_id)
    if what:
        where.append(Look.what == what)
    count = work.session.scalar(select(func.count()).select_from(Look).where(*where))
    found = _looks(work).where(*where).offset((page_no - 1) * PER_PAGE).limit(PER_PAGE)
    return Log(_read(work, found), count or 0)


def looks_at(work: UnitOfWork, person_id: int, most: int = PER_PAGE) -> Sequence[Looking]:
    """Who looked at this person's data, for the page of their own entry: the newest first.

    Each press of the button, each list with full data on which they stood, each time that an
    administrator opened the whole roll. A masked list shows nothing of anybody.
    """
    mine = (
        select(Dwelling.building_id)
        .join(Residence, Residence.dwelling_id == Dwelling.id)
        .where(Residence.person_id == person_id)
    )
    listed = and_(
        Look.what == Looked.EXPORT.value, Look.reason != "",
        or_(Look.building_id.is_(None), Look.building_id.in_(mine)),
    )  # fmt: skip
    found = _looks(work).where(
        Look.community_id == work.community.id,
        or_(Look.person_id == person_id, listed, Look.what == Looked.GLASS.value),
    )
    return _read(work, found.limit(most))


def viewers(work: UnitOfWork) -> Sequence[tuple[int, str]]:
    """Everybody who ever looked, for the filter of the log."""
    rows = work.session.execute(
        select(Person.id, Person.name)
        .where(Person.id.in_(select(Look.viewer_id).where(Look.community_id == work.community.id)))
        .order_by(Person.id)
    )
    return [(row.id, row.name) for row in rows]


def shown_until(work: UnitOfWork, person_id: int) -> datetime | None:
    """Until when this person's telephone and birthday stay open to the acting viewer, who pressed for it."""
    pressed = work.session.scalar(
        select(func.max(Look.at)).where(
            Look.community_id == work.community.id, Look.viewer_id == work.person_id,
            Look.person_id == person_id, Look.what == Looked.PERSON.value,
        )
    )  # fmt: skip
    return still_open(pressed, SHOWN, work.now)


def shown_now(work: UnitOfWork) -> frozenset[int]:
    """Whose telephone and birthday lie open to the acting viewer just now: one statement."""
    return frozenset(
        ident
        for ident in work.session.scalars(
            select(Look.person_id).where(
                Look.community_id == work.community.id, Look.viewer_id == work.person_id,
                Look.what == Looked.PERSON.value, Look.at > work.now - SHOWN,
            )
        )
        if ident is not None
    )  # fmt: skip


def _looks(work: UnitOfWork) -> Select[*tuple[Any, ...]]:
    return (
        select(
            Look.at, Look.viewer_id, Viewer.name.label("viewer"), Look.standing, Look.what, Look.reason,
            Person.name.label("person"), Home.name.label("home"), Scope.name.label("scope"),
        )
        .join(Viewer, Viewer.id == Look.viewer_id)
        .outerjoin(Person, Person.id == Look.person_id)
        .outerjoin(Residence, at_home(work.today))
        .outerjoin(Dwelling, Dwelling.id == Residence.dwelling_id)
        .outerjoin(Home, Home.id == Dwelling.building_id)
        .outerjoin(Scope, Scope.id == Look.building_id)
        .order_by(Look.at.desc(), Look.id.desc())
    )  # fmt: skip


def _read(work: UnitOfWork, found: Select[*tuple[Any, ...]]) -> list[Looking]:
    return [
        Looking(
            row.at, row.viewer_id, row.viewer, row.standing, row.what, row.reason, row.person or "",
            row.home or "", row.scope or "",
        )
        for row in work.session.execute(found)
    ]  # fmt: skip
