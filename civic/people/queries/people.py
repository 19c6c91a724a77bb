"""What an edit of a person must know beside the entry: what began when, who else has the name, whom they help."""

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from sqlalchemy import and_, or_, select

from civic.core.days import LONG_AGO
from civic.people.queries.entries import Entry, Place, entries
from civic.people.queries.reach import Reach
from civic.people.queries.roll import PER_PAGE, people_where
from civic.people.rules.names import tidy
from civic.people.tables import Building, Dwelling, Helping, Office, Ownership, Person, Residence
from civic.work import UnitOfWork

Row = TypeVar("Row", Residence, Ownership, Office)


def begun(work: UnitOfWork, person_id: int) -> list[date]:
    """First days of all homes and shares that were not taken back as a mistake, as far as they are known: two statements."""
    return [
        day
        for table in (Residence, Ownership)
        for day in work.session.scalars(
            select(table.from_on).where(
                table.community_id == work.community.id, table.person_id == person_id,
                or_(table.to_on.is_(None), table.to_on >= table.from_on), table.from_on != LONG_AGO,
            )
        )
    ]  # fmt: skip


def namesakes(work: UnitOfWork, reach: Reach, name: str) -> Sequence[Entry]:
    """Whoever bears this name already, those who are off the roll too; as many as a page holds."""
    rows = work.session.execute(
        people_where(work, reach, Person.name == tidy(name)).where(reach.people(work)).limit(PER_PAGE)
    )
    return entries(work, reach, rows.all())


def helpings(work: UnitOfWork, person_id: int) -> Sequence[Helping]:
    """Consents that hold, given to this person or by them: one statement."""
    return work.session.scalars(
        select(Helping).where(
            Helping.community_id == work.community.id, Helping.ended_at.is_(None), Helping.until_on >= work.today,
            or_(Helping.helper_id == person_id, Helping.person_id == person_id),
        )
    ).all()  # fmt: skip


def stays_from(work: UnitOfWork, person_id: int, day: date) -> Sequence[Residence]:
    """Homes that last on that day or on a later one; what was taken back is none: one statement."""
    return _from(work, Residence, person_id, day)


def shares_from(work: UnitOfWork, person_id: int, day: date) -> Sequence[Ownership]:
    """The same of shares that somebody owns."""
    return _from(work, Ownership, person_id, day)


def terms_from(work: UnitOfWork, person_id: int, day: date) -> Sequence[Office]:
    """The same of offices, those to come among them."""
    return _from(work, Office, person_id, day)


def _from(work: UnitOfWork, table: type[Row], person_id: int, day: date) -> Sequence[Row]:
    found = select(table).where(
        table.community_id == work.community.id, table.person_id == person_id,
        or_(table.to_on.is_(None), and_(table.to_on >= day, table.to_on >= table.from_on)),
    )  # fmt: skip
    return work.session.scalars(found.order_by(table.id)).all()


def last_home(work: UnitOfWork, person_id: int) -> Place | None:
    """Where somebody lived last, for whoever comes back; what was taken back is none: one statement."""
    row = work.session.execute(
        select(Dwelling.id, Dwelling.building_id, Building.name, Dwelling.entrance, Dwelling.door)
        .join(Residence, Residence.dwelling_id == Dwelling.id)
        .join(Building, Building.id == Dwelling.building_id)
        .where(
            Residence.community_id == work.community.id, Residence.person_id == person_id,
            or_(Residence.to_on.is_(None), Residence.to_on >= Residence.from_on),
        )
        .order_by(Residence.from_on.desc(), Residence.id.desc())
        .limit(1)
    ).one_or_none()  # fmt: skip
    return Place(*row) if row else None
