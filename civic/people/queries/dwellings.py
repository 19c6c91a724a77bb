"""One dwelling: what it is, who lives there, who owns it, and what was before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from sqlalchemy import exists, or_, select

from civic.core.amount import Area
from civic.core.errors import NotFound
from civic.people.queries.entries import Entry, Place, entries
from civic.people.queries.gaps import OF_PEOPLE, Gap, missing
from civic.people.queries.reach import Reach
from civic.people.queries.roll import people_where
from civic.people.rules.editing import Span
from civic.people.tables import Building, Dwelling, Ownership, Person, Residence
from civic.work import UnitOfWork


@dataclass(frozen=True)
class Unit:
    """A dwelling with its building."""

    dwelling: Dwelling
    building: Building

    @property
    def place(self) -> Place:
        """Where it lies."""
        d = self.dwelling
        return Place(d.id, d.building_id, self.building.name, d.entrance, d.door)

    @property
    def area(self) -> Area | None:
        """Its exclusive area; None while nobody knows it."""
        return None if self.dwelling.area_hundredths is None else Area(self.dwelling.area_hundredths)


def unit_of(work: UnitOfWork, reach: Reach, dwelling_id: int) -> Unit:
    """The dwelling, if it lies within one's reach; else `NotFound`: one statement."""
    row = work.session.execute(
        select(Dwelling, Building)
        .join(Building, Building.id == Dwelling.building_id)
        .where(Dwelling.id == dwelling_id, Dwelling.community_id == work.community.id, reach.homes())
    ).one_or_none()
    if row is None:
        raise NotFound
    return Unit(row[0], row[1])


@dataclass(frozen=True)
class Stay:
    """Somebody's residence in a dwelling."""

    id: int
    person_id: int
    household: int
    relation: str
    registered: bool | None
    span: Span


@dataclass(frozen=True)
class Holding:
    """Somebody's share of a dwelling."""

    id: int
    person_id: int
    share: Fraction
    named_voter: bool
    span: Span
    share_known: bool = True


@dataclass(frozen=True)
class Inside:
    """Everybody who lives or lived, owns or owned there."""

    stays: Sequence[Stay]
    holdings: Sequence[Holding]
    people: dict[int, Entry]

    def on(self, day: date) -> set[int]:
        """Whoever lives there or owns of it that day."""
        lives = {stay.person_id for stay in self.stays if stay.span.from_on <= day and stay.span.lasts(day)}
        return lives | {
            held.person_id for held in self.holdings if held.span.from_on <= day and held.span.lasts(day)
        }


def inside(work: UnitOfWork, reach: Reach, dwelling_id: int) -> Inside:
    """Past, present and to come, the earliest first: five statements."""
    stays, holdings = stays_in(work, dwelling_id), holdings_of(work, dwelling_id)
    ids = {stay.person_id for stay in stays} | {held.person_id for held in holdings}
    rows = work.session.execute(people_where(work, reach, Person.id.in_(ids))).all()
    return Inside(stays, holdings, {entry.person_id: entry for entry in entries(work, reach, rows)})


def stays_in(work: UnitOfWork, dwelling_id: int) -> list[Stay]:
    """All residences ever in it, by household: one statement."""
    rows = work.session.scalars(
        select(Residence)
        .where(Residence.community_id == work.community.id, Residence.dwelling_id == dwelling_id)
        .order_by(Residence.household, Residence.from_on, Residence.id)
    )
    return [
        Stay(row.id, row.person_id, row.household, row.relation, row.registered, Span(row.from_on, row.to_on))
        for row in rows
    ]


def holdings_of(work: UnitOfWork, dwelling_id: int) -> list[Holding]:
    """All shares ever held in it: one statement."""
    rows = work.session.scalars(
        select(Ownership)
        .where(Ownership.community_id == work.community.id, Ownership.dwelling_id == dwelling_id)
        .order_by(Ownership.from_on, Ownership.id)
    )
    return [
        Holding(
            row.id, row.person_id, Fraction(row.share_num, row.share_den), row.named_voter,
            Span(row.from_on, row.to_on), row.share_known,
        )
        for row in rows
    ]  # fmt: skip


def stays_of(work: UnitOfWork, person_id: int) -> list[Residence]:
    """All residences of a person, the earliest first."""
    return list(
        work.session.scalars(
            select(Residence)
            .where(Residence.community_id == work.community.id, Residence.person_id == person_id)
            .order_by(Residence.from_on, Residence.id)
        )
    )


def mine_too(work: UnitOfWork, dwelling_id: int) -> bool:
    """Whether the acting person lives in it, owns of it, or will: one statement."""
    if work.actor is None:
        return False
    who = [each for each in (work.actor.person_id, work.actor.helper_id) if each is not None]
    lives = exists().where(
        Residence.dwelling_id == dwelling_id, Residence.person_id.in_(who),
        or_(Residence.to_on.is_(None), Residence.to_on >= work.today),
    )  # fmt: skip
    owns = exists().where(
        Ownership.dwelling_id == dwelling_id, Ownership.person_id.in_(who),
        or_(Ownership.to_on.is_(None), Ownership.to_on >= work.today),
    )  # fmt: skip
    return bool(work.session.scalar(select(or_(lives, owns))))


OF_DWELLINGS = [gap for gap in Gap if gap not in OF_PEOPLE]


def gaps_of(work: UnitOfWork, dwelling_id: int) -> list[Gap]:
    """What is missing of it today, as on the list of gaps: one statement."""
    found = [
        exists().where(Dwelling.id == dwelling_id, *missing(work, gap)).correlate(None)
        for gap in OF_DWELLINGS
    ]
    row = work.session.execute(select(*found)).one()
    return [gap for gap, lacks in zip(OF_DWELLINGS, row, strict=True) if lacks]
