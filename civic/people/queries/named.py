"""How people are called in public."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select

from civic.core.names import masked
from civic.people.queries.home import at_home
from civic.people.tables import Building, Dwelling, Office, Person, Residence
from civic.work import UnitOfWork


@dataclass(frozen=True)
class Named:
    """How a person is called in public."""

    person_id: int
    name: str
    building: str
    in_office: bool

    @property
    def public(self) -> str:
        """In full for office-holders, masked for residents."""
        return self.name if self.in_office else masked(self.name)


def named(work: UnitOfWork, ids: Iterable[int]) -> dict[int, Named]:
    """Public names of these people, by id: one statement whatever their number. Whoever acted in office
    is named in full for good, also when the term is over."""
    rows = work.session.execute(
        select(Person.id, Person.name, Building.name.label("building"), Office.id.label("office"))
        .outerjoin(Residence, at_home(work.today))
        .outerjoin(Dwelling, Dwelling.id == Residence.dwelling_id)
        .outerjoin(Building, Building.id == Dwelling.building_id)
        .outerjoin(Office, Office.person_id == Person.id)
        .where(Person.community_id == work.community.id, Person.id.in_(set(ids)))
    )
    return {r.id: Named(r.id, r.name, r.building or "", r.office is not None) for r in rows}
