"""What is missing from the roll, and who is missing from an office: counted, listed, within one's reach."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, or_, select
from sqlalchemy.orm import aliased

from civic.people.queries.entries import Entry, Place, entries
from civic.people.queries.home import current, owned
from civic.people.queries.reach import Reach
from civic.people.queries.roll import PER_PAGE, here, people_where
from civic.people.tables import (
    Account,
    AreaSource,
    Building,
    Dwelling,
    DwellingKind,
    Ownership,
    Person,
    PersonKind,
    Relation,
    Residence,
    UnitState,
)  # fmt: skip
from civic.work import UnitOfWork


class Gap(StrEnum):
    """What may be missing; each word is also the last of its address."""

    AREA = "area"
    EMPTY = "empty"
    UNOWNED = "unowned"
    VOTER = "voter"
    HOUSEHOLDER = "householder"
    SOURCE = "source"
    STATE = "state"
    SHARE = "share"
    REGISTERED = "registered"
    FACT = "fact"


OF_PEOPLE = frozenset({Gap.REGISTERED, Gap.FACT})
"""Gaps of people; the others are of dwellings."""


def gap_counts(work: UnitOfWork, reach: Reach) -> Mapping[Gap, int]:
    """How often each is missing: one statement."""
    counts = [
        select(func.count()).select_from(_gap(work, reach, gap).subquery()).scalar_subquery() for gap in Gap
    ]
    return dict(zip(Gap, work.session.execute(select(*counts)).one(), strict=True))


def gap_dwellings(work: UnitOfWork, reach: Reach, gap: Gap, page_no: int) -> Sequence[Place]:
    """One page of the dwellings of which it is missing."""
    rows = work.session.execute(
        select(Dwelling.id, Dwelling.building_id, Building.name, Dwelling.entrance, Dwelling.door)
        .join(Building, Building.id == Dwelling.building_id)
        .where(Dwelling.id.in_(_gap(work, reach, gap)))
        .order_by(
            Building.position, Building.id, Dwelling.entrance, func.length(Dwelling.door), Dwelling.door,
            Dwelling.id,
        )
        .offset((page_no - 1) * PER_PAGE)
        .limit(PER_PAGE)
    )  # fmt: skip
    return [Place(*row) for row in rows]


def gap_people(work: UnitOfWork, reach: Reach, gap: Gap, page_no: int) -> Sequence[Entry]:
    """One page of the people of whom it is missing."""
    found = people_where(work, reach, Person.id.in_(_gap(work, reach, gap)))
    return entries(
        work, reach, work.session.execute(found.offset((page_no - 1) * PER_PAGE).limit(PER_PAGE)).all()
    )


def _gap(work: UnitOfWork, reach: Reach, gap: Gap) -> Select[Any]:
    """Ids of the dwellings, or of the people."""
    if gap is Gap.FACT:
        return _without_fact(work, reach)
    if gap is Gap.REGISTERED:
        return _unsaid(work, reach)
    homes = select(Dwelling.id).where(Dwelling.community_id == work.community.id, reach.homes())
    return homes.where(*missing(work, gap))


def missing(work: UnitOfWork, gap: Gap) -> list[ColumnElement[bool]]:
    """Of dwellings: those of which it is missing today, as a condition."""
    lives = exists().where(
        Residence.dwelling_id == Dwelling.id, current(Residence, work.today), Person.id == Residence.person_id,
        here(work.today),
    )  # fmt: skip
    owns = exists().where(Ownership.dwelling_id == Dwelling.id, owned(work.today))
    counts = Dwelling.kind != DwellingKind.PARKING.value
    match gap:
        case Gap.AREA:
            return [counts, Dwelling.area_hundredths.is_(None)]
        case Gap.EMPTY:
            return [Dwelling.kind == DwellingKind.HOME.value, Dwelling.state.in_(LIVED_IN), ~lives]
        case Gap.UNOWNED:
            return [counts, ~owns]
        case Gap.SOURCE:
            no_source = Dwelling.area_source == AreaSource.NOT_KNOWN.value
            return [counts, Dwelling.area_hundredths.is_not(None), no_source]
        case Gap.STATE:
            return [counts, Dwelling.state == UnitState.NOT_KNOWN.value]
        case Gap.SHARE:
            unsaid = Ownership.share_known.is_(False)
            return [exists().where(Ownership.dwelling_id == Dwelling.id, owned(work.today), unsaid)]
        case Gap.VOTER:
            return [Dwelling.id.in_(_without_voter(work))]
    return [Dwelling.id.in_(_headless(work))]


LIVED_IN = (UnitState.SOLD.value, UnitState.NOT_KNOWN.value)
"""What the developer still has, nobody lives in."""


def _unsaid(work: UnitOfWork, reach: Reach) -> Select[Any]:
    """Who lives here, and nobody says whether they are registered here."""
    return (
        select(Person.id)
        .join(Residence, Residence.person_id == Person.id)
        .where(Person.community_id == work.community.id, reach.people(work), here(work.today))
        .where(current(Residence, work.today), Residence.registered.is_(None))
    )


def _without_voter(work: UnitOfWork) -> Select[Any]:
    """Of several owners of one unit exactly one is named (Ningbo, art. 18); whoever has died votes no more."""
    alive = func.sum(case((here(work.today), 1), else_=0))
    named = func.sum(case((and_(Ownership.named_voter.is_(True), here(work.today)), 1), else_=0))
    return (
        select(Ownership.dwelling_id)
        .join(Person, Person.id == Ownership.person_id)
        .where(Ownership.community_id == work.community.id, owned(work.today))
        .group_by(Ownership.dwelling_id)
        .having(or_(and_(func.count() > 1, named != 1), alive == 0))
    )


def _headless(work: UnitOfWork) -> Select[Any]:
    """Households without a householder: nobody votes for them where households count. Tenants apart."""
    head, who = aliased(Residence), aliased(Person)
    headed = exists().where(
        head.dwelling_id == Residence.dwelling_id, head.household == Residence.household,
        head.relation == Relation.HOUSEHOLDER.value, current(head, work.today), who.id == head.person_id,
        here(work.today, who),
    )  # fmt: skip
    return (
        select(Residence.dwelling_id)
        .join(Person, Person.id == Residence.person_id)
        .where(
            Residence.community_id == work.community.id, current(Residence, work.today), here(work.today),
            Residence.relation != Relation.TENANT.value, ~headed,
        )
    )  # fmt: skip


def _without_fact(work: UnitOfWork, reach: Reach) -> Select[Any]:
    """Who lives here with neither telephone nor birthday on the roll: no slip can know them."""
    lives = exists().where(Residence.person_id == Person.id, current(Residence, work.today))
    return select(Person.id).where(
        Person.community_id == work.community.id, Person.kind == PersonKind.PERSON.value,
        Person.phone == "", Person.born_on.is_(None), lives, reach.people(work),
        here(work.today),
        ~exists().where(Account.person_id == Person.id),
    )  # fmt: skip
