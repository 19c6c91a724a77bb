"""Requests for correction: one's own, those that wait for the committee."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, select
from sqlalchemy.orm import aliased

from civic.core.days import day_of, days_late
from civic.people.queries.entries import Place
from civic.people.queries.home import at_home
from civic.people.queries.roll import PER_PAGE
from civic.people.queries.untold import lost, unannounced
from civic.people.rules.corrections import Asked, due_on
from civic.people.tables import Building, Correction, Dwelling, Helped, Helping, Office, Person, Residence
from civic.work import UnitOfWork

UNREAD = and_(Correction.done.is_not(None), Correction.seen_at.is_(None))
"""Answered, and whoever is concerned has not said that they read it."""
Asker, Answerer = aliased(Person), aliased(Person)


@dataclass(frozen=True)
class Request:
    """A request with the names around it and its last day."""

    correction: Correction
    person: str
    home: Place | None
    asker: str
    """"" when the person asked themselves."""
    answerer: str
    due_on: date
    days_late: int

    @property
    def unread(self) -> bool:
        """Answered, and not read yet."""
        return self.correction.done is not None and self.correction.seen_at is None

    @property
    def withdrawn(self) -> bool:
        """Taken back, not answered."""
        return self.correction.answered_at is not None and self.correction.done is None


def waiting(work: UnitOfWork, page_no: int) -> tuple[Sequence[Request], int]:
    """One page of what is not answered yet, oldest first, and how many there are: two statements."""
    open_ones = Correction.answered_at.is_(None)
    order = (Correction.asked_at, Correction.id)
    return _page(work, _requests(work).where(open_ones).order_by(*order), page_no), _count(work, open_ones)


def answered(work: UnitOfWork, page_no: int) -> tuple[Sequence[Request], int]:
    """One page of what was answered, the newest first, and how many there are: two statements."""
    done = Correction.done.is_not(None)
    order = (Correction.answered_at.desc(), Correction.id.desc())
    return _page(work, _requests(work).where(done).order_by(*order), page_no), _count(work, done)


def request(work: UnitOfWork, correction_id: int) -> Request:
    """One request of this community, or `NotFound`: two statements."""
    work.get(Correction, correction_id)
    return _read(work, _requests(work).where(Correction.id == correction_id))[0]


def requests_of(work: UnitOfWork, person_id: int) -> Sequence[Request]:
    """What was asked about this person, unread answers before all, then the newest: one statement."""
    found = _requests(work).where(Correction.person_id == person_id)
    return _read(work, found.order_by(UNREAD.desc(), Correction.id.desc()).limit(PER_PAGE))


def open_lines(work: UnitOfWork, person_id: int) -> Sequence[str]:
    """The lines of this person's entry about which a request waits."""
    return list(
        work.session.scalars(
            select(Correction.about).where(
                Correction.community_id == work.community.id, Correction.person_id == person_id,
                Correction.answered_at.is_(None),
            )
        )
    )  # fmt: skip


def oldest(work: UnitOfWork) -> tuple[int, date | None]:
    """How many requests wait that the actor may answer, and the last day of the oldest: one statement."""
    row = work.session.execute(
        select(func.count(), func.min(Correction.asked_at)).where(
            Correction.community_id == work.community.id, Correction.answered_at.is_(None),
            Correction.person_id != work.person_id, Correction.asked_by != work.person_id,
        )
    ).one()  # fmt: skip
    return row[0], due_on(day_of(row[1], work.zone), work.calendar) if row[0] else None


@dataclass(frozen=True)
class News:
    """How much somebody has not been told."""

    done: int
    """Things done for them."""
    answers: int
    """To their requests for correction."""
    consents: int
    """By which another may act for them."""
    offices: int
    """That they lost lately."""


def news(work: UnitOfWork) -> News:
    """What the actor has not been told: one statement."""
    done = select(func.count(Helped.id)).where(
        Helped.community_id == work.community.id, Helped.person_id == work.person_id, Helped.told_at.is_(None)
    )
    answers = select(func.count(Correction.id)).where(
        Correction.community_id == work.community.id, Correction.person_id == work.person_id, UNREAD
    )  # fmt: skip
    consents = select(func.count(Helping.id)).where(unannounced(work), Helping.person_id == work.person_id)
    offices = select(func.count(Office.id)).where(lost(work), Office.person_id == work.person_id)
    counts = (each.scalar_subquery() for each in (done, answers, consents, offices))
    return News(*work.session.execute(select(*counts)).one())


def asked(found: Correction) -> Asked:
    """The request, for its rules."""
    return Asked(
        found.person_id, found.asked_by, closed=found.answered_at is not None,
        answered=found.done is not None, seen=found.seen_at is not None,
    )  # fmt: skip


Rows = Select[*tuple[Any, ...]]


def _requests(work: UnitOfWork) -> Rows:
    return (
        select(
            Correction, Person.name.label("person"), Asker.name.label("asker"), Answerer.name.label("answerer"),
            Dwelling.id.label("dwelling_id"), Dwelling.building_id, Building.name.label("building"),
            Dwelling.entrance, Dwelling.door,
        )
        .join(Person, Person.id == Correction.person_id)
        .join(Asker, Asker.id == Correction.asked_by)
        .outerjoin(Answerer, Answerer.id == Correction.answered_by)
        .outerjoin(Residence, at_home(work.today))
        .outerjoin(Dwelling, Dwelling.id == Residence.dwelling_id)
        .outerjoin(Building, Building.id == Dwelling.building_id)
        .where(Correction.community_id == work.community.id)
    )  # fmt: skip


def _page(work: UnitOfWork, found: Rows, page_no: int) -> list[Request]:
    return _read(work, found.offset((page_no - 1) * PER_PAGE).limit(PER_PAGE))


def _count(work: UnitOfWork, where: ColumnElement[bool]) -> int:
    count = select(func.count()).select_from(Correction)
    return work.session.scalar(count.where(Correction.community_id == work.community.id, where)) or 0


def _read(work: UnitOfWork, found: Rows) -> list[Request]:
    return [_request(work, row) for row in work.session.execute(found)]


def _request(work: UnitOfWork, row: Any) -> Request:
    correction: Correction = row.Correction
    due = due_on(day_of(correction.asked_at, work.zone), work.calendar)
    until = day_of(correction.answered_at, work.zone) if correction.answered_at else work.today
    home = None
    if row.dwelling_id is not None:
        home = Place(row.dwelling_id, row.building_id, row.building, row.entrance, row.door)
    asker = row.asker if correction.asked_by != correction.person_id else ""
    return Request(correction, row.person, home, asker, row.answerer or "", due, days_late(due, until))
