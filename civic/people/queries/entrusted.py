"""What an office-holder leaves behind among people: consents that run, slips not handed out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, func, or_, select, true

from civic.core.days import start_of
from civic.people.queries.home import at_home
from civic.people.tables import Dwelling, HelperKind, Helping, Office, Person, Residence, Slip
from civic.work import UnitOfWork


@dataclass(frozen=True)
class Consenting:
    """Somebody for whom another acts."""

    person_id: int
    name: str
    until_on: date
    by_office: bool
    """Whether whoever acts is the office-holder: that ends with the office."""


def consents_left(work: UnitOfWork, office: Office) -> Sequence[Consenting]:
    """Running consents of people of the place that the holder recorded in this term, or under which they act by
    office: one statement."""
    rows = work.session.execute(
        select(Person.id, Person.name, Helping.until_on, (Helping.helper_id == office.person_id).label("acts"))
        .join(Person, Person.id == Helping.person_id)
        .outerjoin(Residence, at_home(work.today))
        .outerjoin(Dwelling, Dwelling.id == Residence.dwelling_id)
        .where(
            Helping.community_id == work.community.id, Helping.ended_at.is_(None),
            Helping.until_on >= work.today, or_(_recorded(work, office), _acts(office)), _place(office),
        )
        .order_by(Helping.until_on, Helping.id)
    )  # fmt: skip
    return [Consenting(row.id, row.name, row.until_on, bool(row.acts)) for row in rows]


def slips_left(work: UnitOfWork, office: Office) -> int:
    """Dwellings whose card lies ready and was not handed out: of the place, or of those that the holder issued. One
    statement."""
    of_theirs = Slip.issued_by == office.person_id if office.building_id is None else true()
    found = work.session.scalar(
        select(func.count(Slip.dwelling_id.distinct()))
        .join(Dwelling, Dwelling.id == Slip.dwelling_id)
        .where(
            Slip.community_id == work.community.id, Slip.handed_at.is_(None), Slip.used_at.is_(None),
            Slip.replaced_at.is_(None), Slip.valid_until >= work.today, of_theirs, _place(office),
        )
    )  # fmt: skip
    return found or 0


def _recorded(work: UnitOfWork, office: Office) -> ColumnElement[bool]:
    return and_(
        Helping.recorded_by == office.person_id,
        Helping.recorded_at >= start_of(office.from_on, work.zone),
    )


def _acts(office: Office) -> ColumnElement[bool]:
    return and_(Helping.helper_id == office.person_id, Helping.kind == HelperKind.BUILDING_HEAD.value)


def _place(office: Office) -> ColumnElement[bool]:
    """Homes of the office's building or entrance; whoever has no home here belongs to every place."""
    if office.building_id is None:
        return true()
    here = Dwelling.building_id == office.building_id
    if office.entrance is not None:
        here = and_(here, Dwelling.entrance == office.entrance)
    return or_(here, Dwelling.id.is_(None))
