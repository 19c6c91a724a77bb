"""Who acts: one statement from the cookie to the standings."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import and_, bindparam, case, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from civic.core.days import day_of
from civic.core.errors import NotFound
from civic.people.queries.home import at_home, current
from civic.people.rules.sign_in import RENEW_AFTER
from civic.people.rules.standing import standings_of
from civic.people.tables import (
    Dwelling,
    HelperKind,
    Helping,
    Office,
    OfficeKind,
    Ownership,
    Person,
    Residence,
)
from civic.store.tables import Community, LoginSession
from civic.work import Actor


def load_community(session: Session, slug: str) -> Community:
    """The community of an address; `NotFound` if there is none."""
    found = session.execute(select(Community).where(Community.slug == slug)).scalar_one_or_none()
    if found is None:
        raise NotFound
    return found


def communities(session: Session) -> list[Community]:
    """All communities of this deployment."""
    return list(session.scalars(select(Community).order_by(Community.id)))


TODAY: Any = bindparam("today", type_=Office.from_on.type)
WHO = (
    Person.id, Person.name, Person.suspended, Person.gone_on, Residence.relation, Dwelling.id.label("dwelling_id"),
    Dwelling.building_id, Office.kind.label("office"), Office.building_id.label("scope"), Office.entrance,
    exists().where(Ownership.person_id == Person.id, current(Ownership, TODAY)).label("owns"),
)  # fmt: skip
"""What an actor is made of: one person, a row an office held today."""


def _with_home_and_offices(found: Any) -> Any:
    return (
        found.outerjoin(Residence, at_home(TODAY))
        .outerjoin(Dwelling, Dwelling.id == Residence.dwelling_id)
        .outerjoin(Office, and_(Office.person_id == Person.id, current(Office, TODAY)))
    )


ONE = _with_home_and_offices(select(*WHO).select_from(Person)).where(
    Person.id == bindparam("person"), Person.community_id == bindparam("community")
)

Helper, Post = aliased(Person), aliased(Office)
OF_KIND: Any = case(
    (Helping.kind == HelperKind.VOLUNTEER.value, Post.kind == OfficeKind.VOLUNTEER.value),
    else_=Post.kind.in_([OfficeKind.BUILDING_HEAD.value, OfficeKind.ENTRANCE_HEAD.value]),
)
STILL_HELPER = and_(
    exists()
    .where(Helper.id == Helping.helper_id, Helper.suspended.is_(False))
    .where(or_(Helper.gone_on.is_(None), Helper.gone_on > TODAY))
    .correlate(Helping),
    or_(
        Helping.kind == HelperKind.RELATIVE.value,
        exists().where(Post.person_id == Helping.helper_id, current(Post, TODAY), OF_KIND).correlate(Helping),
    ),
)
"""A helper who is suspended or gone helps nobody; who helps by office does so while they hold it."""

SIGNED_IN = _with_home_and_offices(
    select(
        *WHO, LoginSession.seen_at, LoginSession.strong, LoginSession.confirmed_at,
        Helping.id.label("helping_id"), Helping.helper_id, Helping.until_on.label("helping_until"),
        LoginSession.helping_id.label("meant"),
    )
    .select_from(LoginSession)
    .outerjoin(
        Helping,
        and_(
            Helping.id == LoginSession.helping_id, Helping.ended_at.is_(None),
            Helping.from_on <= TODAY, Helping.until_on >= TODAY, STILL_HELPER,
        ),
    )
    .join(Person, Person.id == func.coalesce(Helping.person_id, LoginSession.person_id))
).where(
    LoginSession.token_hash == bindparam("token"),
    LoginSession.community_id == bindparam("community"),
    LoginSession.idle_until > bindparam("now"),
    LoginSession.ends_at > bindparam("now"),
)  # fmt: skip
"""Put together once: every request asks it. A helper acts as the person who agreed, while they agree."""


def load_actor(session: Session, community: Community, token_hash: str, now: datetime) -> Actor | None:
    """Who is signed in here, with the offices held today: one statement."""
    today = day_of(now, ZoneInfo(community.zone))
    asked = {"token": token_hash, "community": community.id, "now": now, "today": today}
    rows = session.connection().execute(SIGNED_IN, asked).all()
    if not rows:
        return None
    first = rows[0]
    return replace(
        actor_from(rows, today, helped=first.helper_id is not None),
        renew=now - first.seen_at > RENEW_AFTER,
        helper_id=first.helper_id,
        helping_id=first.helping_id,
        helping_until=first.helping_until,
        help_over=first.meant is not None and first.helping_id is None,
        strong=first.strong,
        confirmed_at=first.confirmed_at,
    )


def actor_of(session: Session, community_id: int, person_id: int, today: date) -> Actor:
    """A person of this community as an actor; for the demo's loading and tests."""
    asked = {"person": person_id, "community": community_id, "today": today}
    rows = session.execute(ONE, asked).all()
    if not rows:
        raise NotFound
    return actor_from(rows, today)


def actor_from(rows: Sequence[Any], today: date, *, helped: bool = False) -> Actor:
    """One person's rows, a row an office, as an actor. Offices are not lent to a helper; who has died or
    left for good has no standing at all."""
    person = rows[0]
    gone = person.gone_on is not None and person.gone_on <= today
    held = [] if gone or helped else [row for row in rows if row.office]
    return Actor(
        person_id=person.id,
        name=person.name,
        standings=standings_of(
            [row.office for row in held],
            lives="" if gone else person.relation or "",
            owns=person.owns and not gone,
            suspended=person.suspended,
        ),
        building_id=None if gone else person.building_id,
        dwelling_id=None if gone else person.dwelling_id,
        buildings=frozenset(row.scope for row in held if row.scope is not None and row.entrance is None),
        entrances=frozenset((row.scope, row.entrance) for row in held if row.entrance is not None),
    )
