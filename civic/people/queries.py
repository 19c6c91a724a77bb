"""Who acts, who holds which office, where people live."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from civic.core.days import day_of
from civic.core.errors import NotFound
from civic.core.message import Message
from civic.core.names import masked
from civic.people.rules import RENEW_AFTER, standings_of
from civic.people.tables import Account, Building, Dwelling, Office, Person
from civic.permissions import NAMES, Standing
from civic.store.tables import Community, LoginSession
from civic.work import Actor, UnitOfWork


def load_community(session: Session, slug: str) -> Community:
    """The community of an address; `NotFound` if there is none."""
    found = session.execute(select(Community).where(Community.slug == slug)).scalar_one_or_none()
    if found is None:
        raise NotFound
    return found


WHO = (
    select(
        Person.id, Person.name, Person.kind, Person.suspended, Dwelling.id.label("dwelling_id"),
        Dwelling.building_id, Office.kind.label("office"), Office.building_id.label("scope"),
        Office.from_on, Office.to_on,
    )
    .outerjoin(Dwelling, Dwelling.id == Person.dwelling_id)
    .outerjoin(Office, Office.person_id == Person.id)
)  # fmt: skip
"""One person, a row an office."""

SIGNED_IN = (
    WHO.add_columns(LoginSession.seen_at)
    .join(LoginSession, LoginSession.person_id == Person.id)
    .where(
        LoginSession.token_hash == bindparam("token"),
        LoginSession.community_id == bindparam("community"),
        LoginSession.idle_until > bindparam("now"),
        LoginSession.ends_at > bindparam("now"),
    )
)
"""Put together once: every request asks it."""


def load_actor(session: Session, community: Community, token_hash: str, now: datetime) -> Actor | None:
    """Who is signed in here, with the offices held today: one statement."""
    asked = {"token": token_hash, "community": community.id, "now": now}
    rows = session.connection().execute(SIGNED_IN, asked).all()
    if not rows:
        return None
    return replace(
        actor_from(rows, day_of(now, ZoneInfo(community.zone))), renew=now - rows[0].seen_at > RENEW_AFTER
    )


def actor_of(session: Session, community_id: int, person_id: int, today: date) -> Actor:
    """A person of this community as an actor; for the demo's loading and tests."""
    rows = session.execute(WHO.where(Person.id == person_id, Person.community_id == community_id)).all()
    if not rows:
        raise NotFound
    return actor_from(rows, today)


def actor_from(rows: Sequence[Any], today: date) -> Actor:
    """One person's rows, a row an office, as an actor."""
    person = rows[0]
    held = [
        (row.office, row.scope)
        for row in rows
        if row.office and row.from_on <= today and (row.to_on is None or today <= row.to_on)
    ]
    return Actor(
        person_id=person.id,
        name=person.name,
        standings=standings_of(person.kind, [kind for kind, _ in held], suspended=person.suspended),
        building_id=person.building_id,
        dwelling_id=person.dwelling_id,
        buildings=frozenset(scope for _, scope in held if scope is not None),
    )


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


def named(session: Session, community_id: int, ids: Iterable[int]) -> dict[int, Named]:
    """Public names of these people, by id: one statement whatever their number."""
    rows = session.execute(
        select(Person.id, Person.name, Building.name.label("building"), Office.id.label("office"))
        .outerjoin(Dwelling, Dwelling.id == Person.dwelling_id)
        .outerjoin(Building, Building.id == Dwelling.building_id)
        .outerjoin(Office, Office.person_id == Person.id)
        .where(Person.community_id == community_id, Person.id.in_(set(ids)))
    )
    return {r.id: Named(r.id, r.name, r.building or "", r.office is not None) for r in rows}


def buildings(session: Session, community_id: int) -> list[Building]:
    """All buildings in the order people count them."""
    return list(
        session.scalars(select(Building).where(Building.community_id == community_id).order_by(Building.id))
    )


def holders(session: Session, community_id: int, kinds: Iterable[str], today: date) -> list[int]:
    """Ids of the people who hold one of these offices today, each once."""
    found = session.scalars(
        select(Office.person_id)
        .where(
            Office.community_id == community_id,
            Office.kind.in_(list(kinds)),
            Office.from_on <= today,
            (Office.to_on.is_(None)) | (Office.to_on >= today),
        )
        .distinct()
        .order_by(Office.person_id)
    )
    return list(found)


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
        .outerjoin(Office, Office.person_id == Person.id)
        .outerjoin(Dwelling, Dwelling.id == Person.dwelling_id)
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
    return Mine(work.actor.name, home.name if home else "", home.door if home else "", offices)


def communities(session: Session) -> list[Community]:
    """All communities of this deployment."""
    return list(session.scalars(select(Community).order_by(Community.id)))
