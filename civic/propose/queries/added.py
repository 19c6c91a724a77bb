"""What neighbours added to an issue when they joined it."""

from dataclasses import dataclass

from sqlalchemy import or_, select

from civic.people.queries.home import at_home
from civic.people.tables import Building, Dwelling, Person, Residence
from civic.permissions import Permission
from civic.propose.tables import Addition
from civic.work import UnitOfWork

MOST = 50


@dataclass(frozen=True)
class Added:
    """One of them: by building, never by name."""

    text: str
    building: str
    private: bool


def added_to(work: UnitOfWork, issue_id: int) -> list[Added]:
    """The earliest first; what was typed as private for its author and the committee alone: one statement."""
    found = (
        select(Addition.text, Addition.private, Building.name)
        .join(Person, Person.id == Addition.person_id)
        .outerjoin(Residence, at_home(work.today))
        .outerjoin(Dwelling, Dwelling.id == Residence.dwelling_id)
        .outerjoin(Building, (Building.id == Dwelling.building_id) & Addition.hide_building.is_(False))
        .where(Addition.issue_id == issue_id, Addition.community_id == work.community.id)
        .order_by(Addition.id)
        .limit(MOST)
    )
    if not work.may(Permission.SETTLE):
        me = work.actor.person_id if work.actor else None
        found = found.where(or_(Addition.private.is_(False), Addition.person_id == me))
    return [Added(row.text, row.name or "", row.private) for row in work.session.execute(found)]
