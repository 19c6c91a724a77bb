"""Who stands on the roll of a dwelling: those who live there, and owners wherever they live."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import CompoundSelect, Subquery, exists, func, or_, select, union

from civic.people.queries.home import current, in_office
from civic.people.rules.cards import adult_if_born_by
from civic.people.tables import (
    Account,
    Building,
    Dwelling,
    Office,
    OfficeKind,
    Ownership,
    Person,
    PersonKind,
    Residence,
)
from civic.work import UnitOfWork


def _belonging(work: UnitOfWork, ids: Any, *, elsewhere: bool) -> CompoundSelect[Any]:
    """(dwelling, person) pairs of dwellings, a list or a SELECT of their ids; owners who live in another
    dwelling of the community only if `elsewhere`."""
    lives = select(Residence.dwelling_id, Residence.person_id).where(
        Residence.dwelling_id.in_(ids), current(Residence, work.today)
    )
    owns = select(Ownership.dwelling_id, Ownership.person_id).where(
        Ownership.dwelling_id.in_(ids), current(Ownership, work.today)
    )
    if not elsewhere:
        home = exists().where(Residence.person_id == Ownership.person_id, current(Residence, work.today))
        owns = owns.where(~home)
    return union(lives, owns)


def _alive(today: date) -> Any:
    return or_(Person.gone_on.is_(None), Person.gone_on > today)


def adults_of(work: UnitOfWork, ids: Any) -> Subquery:
    """How many adults each of these dwellings has, and how many of them can sign in already. Whoever owns
    here and lives in another dwelling of the community gets their code there."""
    pair = _belonging(work, ids, elsewhere=False).subquery()
    return (
        select(
            pair.c.dwelling_id, func.count(Person.id).label("adults"), func.count(Account.id).label("joined")
        )
        .join(Person, Person.id == pair.c.person_id)
        .outerjoin(Account, Account.person_id == Person.id)
        .where(
            Person.kind == PersonKind.PERSON.value, _alive(work.today),
            or_(Person.born_on.is_(None), Person.born_on <= adult_if_born_by(work.today)),
        )
        .group_by(pair.c.dwelling_id)
        .subquery()
    )  # fmt: skip


def on_the_roll(work: UnitOfWork, dwelling_ids: Iterable[int]) -> dict[int, tuple[int, int]]:
    """Adults, and those of them who can sign in already, by dwelling; none where nobody is: one statement."""
    found = adults_of(work, list(dwelling_ids))
    return {dwelling: (adults, joined) for dwelling, adults, joined in work.session.execute(select(found))}


@dataclass(frozen=True)
class Dweller:
    """Somebody on the roll of a dwelling, and what they can be known by."""

    person_id: int
    name: str
    phone: str
    born_on: date | None
    suspended: bool
    has_account: bool


def dwellers(work: UnitOfWork, dwelling_id: int) -> list[Dweller]:
    """Everybody on the roll of a dwelling today, owners who live elsewhere among them."""
    pair = _belonging(work, [dwelling_id], elsewhere=True).subquery()
    rows = work.session.execute(
        select(
            Person.id, Person.name, Person.phone, Person.born_on, Person.suspended, Account.id.is_not(None)
        )
        .join(pair, pair.c.person_id == Person.id)
        .outerjoin(Account, Account.person_id == Person.id)
        .where(Person.kind == PersonKind.PERSON.value, _alive(work.today))
        .order_by(Person.id)
    )
    return [Dweller(*row) for row in rows]


@dataclass(frozen=True)
class Doorway:
    """Where a home lies."""

    dwelling_id: int
    building_id: int
    building: str
    entrance: int
    door: str


def doorways_of(work: UnitOfWork, person_id: int) -> list[Doorway]:
    """The dwellings where somebody lives or which they own today, the home first."""
    owned = select(Ownership.dwelling_id).where(
        Ownership.person_id == person_id, current(Ownership, work.today)
    )
    lived = select(Residence.dwelling_id).where(
        Residence.person_id == person_id, current(Residence, work.today)
    )
    rows = work.session.execute(
        select(Dwelling.id, Dwelling.building_id, Building.name, Dwelling.entrance, Dwelling.door)
        .join(Building, Building.id == Dwelling.building_id)
        .where(
            Dwelling.community_id == work.community.id, or_(Dwelling.id.in_(lived), Dwelling.id.in_(owned))
        )
        .order_by(Dwelling.id.in_(lived).desc(), Dwelling.id)
    )
    return [Doorway(*row) for row in rows]


def doorway(work: UnitOfWork, dwelling_id: int) -> Doorway:
    """Where a dwelling of this community lies; `NotFound` elsewhere."""
    dwelling = work.get(Dwelling, dwelling_id)
    building = work.get(Building, dwelling.building_id)
    return Doorway(dwelling.id, building.id, building.name, dwelling.entrance, dwelling.door)


def head_of(work: UnitOfWork, building_id: int) -> str:
    """The building head's name, in full as for everybody in office; "" while the office is vacant."""
    return (
        work.session.scalar(
            select(Person.name)
            .join(Office, Office.person_id == Person.id)
            .where(
                Office.building_id == building_id, Office.kind == OfficeKind.BUILDING_HEAD.value,
                in_office(work.today),
            )
            .order_by(Office.id)
            .limit(1)
        )
        or ""
    )  # fmt: skip
