"""The page about me, and the demo's cast."""

from dataclasses import dataclass

from sqlalchemy import and_, select

from civic.core.message import Message
from civic.people.queries.home import at_home, in_office
from civic.people.tables import Account, Building, Dwelling, Office, Person, Residence
from civic.permissions import NAMES, Standing
from civic.work import UnitOfWork


@dataclass(frozen=True)
class CastMember:
    """One of the demo's people, as the sign-in page lists them."""

    person_id: int
    name: str
    login: str
    offices: tuple[str, ...]
    building: str

    @property
    def titles(self) -> list[Message]:
        """The offices in words."""
        return [NAMES[Standing(office)] for office in dict.fromkeys(self.offices)]


def demo_cast(work: UnitOfWork) -> list[CastMember]:
    """Everybody of this community with an account, and what they are."""
    rows = work.session.execute(
        select(Person.id, Person.name, Account.login, Office.kind, Building.name.label("building"))
        .join(Account, Account.person_id == Person.id)
        .outerjoin(Office, and_(Office.person_id == Person.id, in_office(work.today)))
        .outerjoin(Residence, at_home(work.today))
        .outerjoin(Dwelling, Dwelling.id == Residence.dwelling_id)
        .outerjoin(Building, Building.id == Dwelling.building_id)
        .where(Person.community_id == work.community.id)
        .order_by(Account.id, Office.id)
    )
    found: dict[int, CastMember] = {}
    for row in rows:
        before = found.get(row.id)
        offices = (*(before.offices if before else ()), *([row.kind] if row.kind else []))
        found[row.id] = CastMember(row.id, row.name, row.login, offices, row.building or "")
    return list(found.values())


@dataclass(frozen=True)
class Mine:
    """What the page about me shows."""

    name: str
    building: str
    entrance: int
    door: str
    offices: tuple[str, ...]

    @property
    def titles(self) -> list[Message]:
        """The offices in words."""
        return [NAMES[Standing(office)] for office in self.offices]


def mine(work: UnitOfWork) -> Mine:
    """Me: my name in full, my home, my offices."""
    assert work.actor is not None
    home = work.session.execute(
        select(Building.name, Dwelling.entrance, Dwelling.door)
        .join(Dwelling, Dwelling.building_id == Building.id)
        .where(Dwelling.id == work.actor.dwelling_id)
    ).first()
    offices = tuple(s.value for s in work.actor.standings)
    return Mine(
        work.actor.name,
        home.name if home else "",
        home.entrance if home else 0,
        home.door if home else "",
        offices,
    )
