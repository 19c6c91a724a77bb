"""Household slips: the cards of an entrance, how far a building is, who stands on the roll of a dwelling."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import and_, case, false, func, or_, select
from sqlalchemy.orm import Session

from civic.core.days import day_of
from civic.core.entropy import derived_code, digest
from civic.core.errors import NotFound
from civic.people.queries.dwellers import adults_of, on_the_roll
from civic.people.queries.home import in_office
from civic.people.queries.reach import Reach
from civic.people.rules.cards import HomeState, home_state
from civic.people.rules.slips import Card as Code
from civic.people.rules.slips import code_typed
from civic.people.tables import Building, Dwelling, DwellingKind, Office, OfficeKind, Slip, UnitState
from civic.permissions import Standing
from civic.store.tables import Community
from civic.work import UnitOfWork

UNITS = and_(Dwelling.kind != DwellingKind.PARKING.value, Dwelling.state != UnitState.UNSOLD.value)
"""What gets a card: homes and shops; no parking space, nothing that the developer still has."""


def slip_code(secret: bytes, slip: Slip) -> str:
    """The eight signs on the card; stored nowhere, made again whenever it is printed."""
    return derived_code(secret, f"slip:{slip.id}:{slip.salt}")


def code_of(slip: Slip) -> Code:
    """What the rules know of a code."""
    return Code(
        slip.valid_until, used=slip.used_at is not None, replaced=slip.replaced_at is not None,
        handed=slip.handed_at is not None,
    )  # fmt: skip


def path_of_code(session: Session, code: str) -> str | None:
    """The address that a slip's code stands for, in whichever community; also when it is used up, so that
    the page can say so."""
    code = code_typed(code) or ""
    slug = session.scalar(
        select(Community.slug)
        .join(Slip, Slip.community_id == Community.id)
        .where(Slip.code_hash == digest(code))
    )
    return f"/{slug}/join/{code}" if slug else None


def slip_reach(work: UnitOfWork) -> Reach:
    """For which entrances the actor issues slips: the committee for all, heads for their own."""
    held = work.standings()
    if Standing.COMMITTEE in held:
        return Reach(Standing.COMMITTEE, everybody=True)
    rows = work.session.execute(
        select(Office.building_id, Office.entrance).where(
            Office.person_id == work.person_id, in_office(work.today), Office.building_id.is_not(None),
            or_(
                Office.kind == OfficeKind.BUILDING_HEAD.value,
                and_(Office.kind == OfficeKind.ENTRANCE_HEAD.value, Office.entrance.is_not(None)),
            ),
        )
    ).all()  # fmt: skip
    return Reach(
        Standing.BUILDING_HEAD,
        buildings=frozenset(building for building, entrance in rows if building and entrance is None),
        entrances=frozenset(
            (building, entrance) for building, entrance in rows if building and entrance is not None
        ),
    )


@dataclass(frozen=True)
class Card:
    """The card of one dwelling, as the list of its entrance shows it."""

    dwelling_id: int
    entrance: int
    door: str
    codes: int
    """Codes on the present card, used ones among them."""
    live: int
    """Codes that still open an account, if the day has not passed."""
    handed_at: datetime | None
    valid_until: date | None
    used_at: datetime | None
    replaced_at: datetime | None
    adults: int
    joined: int
    state: HomeState

    @property
    def tickable(self) -> bool:
        """Whether it can be ticked off: there is a card to hand out."""
        return self.state in {HomeState.PRINTED, HomeState.HANDED} or (
            self.state is HomeState.JOINED and self.live > 0
        )


CARD = (
    func.count(Slip.id).filter(Slip.replaced_at.is_(None)).label("codes"),
    func.count(Slip.id).filter(Slip.replaced_at.is_(None), Slip.used_at.is_(None)).label("live"),
    func.max(case((Slip.replaced_at.is_(None), Slip.handed_at))).label("handed_at"),
    func.max(case((and_(Slip.replaced_at.is_(None), Slip.used_at.is_(None)), Slip.valid_until))).label("valid_until"),
    func.max(Slip.used_at).label("used_at"),
    func.max(Slip.replaced_at).label("replaced_at"),
)  # fmt: skip


def _cards(work: UnitOfWork) -> Any:
    return (
        select(Dwelling.id, Dwelling.building_id, Dwelling.entrance, Dwelling.door, *CARD)
        .outerjoin(Slip, Slip.dwelling_id == Dwelling.id)
        .where(Dwelling.community_id == work.community.id, UNITS)
        .group_by(Dwelling.id, Dwelling.building_id, Dwelling.entrance, Dwelling.door)
    )


def cards_of(work: UnitOfWork, building_id: int, entrance: int) -> list[Card]:
    """Every dwelling of an entrance with its card, by door."""
    asked = _cards(work).where(Dwelling.building_id == building_id, Dwelling.entrance == entrance)
    return sorted(_made(work, asked), key=lambda card: (len(card.door), card.door))


def card_of(work: UnitOfWork, dwelling_id: int) -> Card:
    """The card of one dwelling; `NotFound` where there is none to be had."""
    found = _made(work, _cards(work).where(Dwelling.id == dwelling_id))
    if not found:
        raise NotFound
    return found[0]


def _made(work: UnitOfWork, asked: Any) -> list[Card]:
    rows = work.session.execute(asked).all()
    people = on_the_roll(work, [row.id for row in rows])
    return [_card(work, row, *people.get(row.id, (0, 0))) for row in rows]


def _card(work: UnitOfWork, row: Any, adults: int, joined: int) -> Card:
    state = home_state(
        work.today, codes=row.codes, live=row.live, valid_until=row.valid_until,
        handed=row.handed_at is not None, joined=joined,
    )  # fmt: skip
    return Card(
        row.id, row.entrance, row.door, row.codes, row.live, row.handed_at, row.valid_until, row.used_at,
        row.replaced_at, adults, joined, state,
    )  # fmt: skip


@dataclass(frozen=True)
class Figures:
    """How far the cards of a building are, in dwellings."""

    building: Building
    homes: int
    issued: int
    handed: int
    joined: int
    """Somebody of these can sign in."""
    missing: int
    """These wait for a card: none that is good, and not everybody has joined."""


def buildings_with_figures(work: UnitOfWork, reach: Reach) -> list[Figures]:
    """The buildings within reach, in the order people count them: one statement."""
    card = _cards(work).where(reach.homes()).subquery()
    people = adults_of(
        work, select(Dwelling.id).where(Dwelling.community_id == work.community.id, reach.homes())
    )
    good, joined = card.c.valid_until >= work.today, func.coalesce(people.c.joined, 0)
    all_in = and_(joined > 0, joined >= people.c.adults)
    rows = work.session.execute(
        select(
            Building, func.count(card.c.id), func.count(card.c.id).filter(card.c.codes > 0),
            func.count(card.c.handed_at), func.count(card.c.id).filter(joined > 0),
            func.count(card.c.id).filter(~func.coalesce(good, false()), ~func.coalesce(all_in, false())),
        )
        .join(card, card.c.building_id == Building.id)
        .outerjoin(people, people.c.dwelling_id == card.c.id)
        .group_by(Building.id)
        .order_by(Building.position, Building.id)
    )  # fmt: skip
    return [Figures(*row) for row in rows]


def entrances_of(work: UnitOfWork, building_id: int, reach: Reach) -> list[int]:
    """The entrances of a building in which the reader issues slips."""
    found = work.session.scalars(
        select(Dwelling.entrance)
        .where(Dwelling.building_id == building_id, UNITS, reach.homes())
        .distinct()
        .order_by(Dwelling.entrance)
    )
    return list(found)


@dataclass(frozen=True)
class Printed:
    """A card for paper: a door and its codes that still work."""

    door: str
    codes: list[str]
    valid_until: date


def printable(work: UnitOfWork, building_id: int, entrance: int) -> list[Printed]:
    """The cards of an entrance, with the codes that open an account today."""
    rows = work.session.execute(
        select(Dwelling, Slip)
        .join(Slip, Slip.dwelling_id == Dwelling.id)
        .where(
            Dwelling.community_id == work.community.id, Dwelling.building_id == building_id,
            Dwelling.entrance == entrance, Slip.used_at.is_(None), Slip.replaced_at.is_(None),
            Slip.valid_until >= work.today,
        )
        .order_by(Slip.number, Slip.id)
    ).all()  # fmt: skip
    doors: dict[int, Printed] = {}
    for dwelling, slip in sorted(rows, key=lambda row: (len(row[0].door), row[0].door, row[0].id)):
        card = doors.setdefault(dwelling.id, Printed(dwelling.door, [], slip.valid_until))
        card.codes.append(slip_code(work.secret, slip))
    return list(doors.values())


def slips_of(work: UnitOfWork, dwelling_ids: Iterable[int]) -> list[Slip]:
    """All slips ever issued for these dwellings, oldest first."""
    return list(
        work.session.scalars(
            select(Slip)
            .where(Slip.community_id == work.community.id, Slip.dwelling_id.in_(list(dwelling_ids)))
            .order_by(Slip.id)
        )
    )


def used_days(work: UnitOfWork, slips: Iterable[Slip]) -> list[date]:
    """The days on which codes were used; by whom is nobody's business who hands out cards."""
    return [day_of(slip.used_at, work.zone) for slip in slips if slip.used_at is not None]
