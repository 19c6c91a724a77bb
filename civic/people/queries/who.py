"""Who acts: one statement from the cookie to the standings."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import and_, bindparam, case, exists, or_, select
from sqlalchemy.orm import Session

from civic.core.days import day_of
from civic.core.errors import NotFound
from civic.people.queries.home import at_home, current
from civic.people.rules.agents import AGENTS
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
# Columns of tables, not attributes of classes: what every request asks is found in the cache by its shape, and
# attributes bring so much with them that finding it took longer than asking it.
PERSON, SESSION, HOME, UNIT, POST = (
    each.__table__ for each in (Person, LoginSession, Residence, Dwelling, Office)
)
OWNS = exists().where(Ownership.__table__.c.person_id == PERSON.c.id, current(Ownership.__table__.c, TODAY))
WHO = (
    PERSON.c.id, PERSON.c.name, PERSON.c.suspended, PERSON.c.gone_on, HOME.c.relation,
    UNIT.c.id.label("dwelling_id"), UNIT.c.building_id, POST.c.kind.label("office"),
    POST.c.building_id.label("scope"), POST.c.entrance, OWNS.label("owns"),
)  # fmt: skip
"""What an actor is made of: one person, a row an office held today."""


def _with_home_and_offices(found: Any) -> Any:
    return (
        found.outerjoin(HOME, at_home(TODAY, PERSON.c, HOME.c))
        .outerjoin(UNIT, UNIT.c.id == HOME.c.dwelling_id)
        .outerjoin(POST, and_(POST.c.person_id == PERSON.c.id, current(POST.c, TODAY)))
    )


ONE = _with_home_and_offices(select(*WHO).select_from(PERSON)).where(
    PERSON.c.id == bindparam("person"), PERSON.c.community_id == bindparam("community")
)

SIGNED_IN = _with_home_and_offices(
    select(*WHO, SESSION.c.seen_at, SESSION.c.strong, SESSION.c.confirmed_at, SESSION.c.helping_id)
    .select_from(SESSION)
    .join(PERSON, PERSON.c.id == SESSION.c.person_id)
).where(
    SESSION.c.token_hash == bindparam("token"),
    SESSION.c.community_id == bindparam("community"),
    SESSION.c.idle_until > bindparam("now"),
    SESSION.c.ends_at > bindparam("now"),
)  # fmt: skip
"""Put together once: every request asks it."""

HELPING = Helping.__table__
HELPER, HELPERS_POST = PERSON.alias(), POST.alias()
OF_KIND: Any = case(
    (HELPING.c.kind == HelperKind.VOLUNTEER.value, HELPERS_POST.c.kind == OfficeKind.VOLUNTEER.value),
    else_=HELPERS_POST.c.kind.in_([OfficeKind.BUILDING_HEAD.value, OfficeKind.ENTRANCE_HEAD.value]),
)
STILL_HELPER = and_(
    exists()
    .where(HELPER.c.id == HELPING.c.helper_id, HELPER.c.suspended.is_(False))
    .where(or_(HELPER.c.gone_on.is_(None), HELPER.c.gone_on > TODAY))
    .correlate(HELPING),
    or_(
        HELPING.c.kind.in_([HelperKind.RELATIVE.value, *sorted(AGENTS)]),
        exists()
        .where(HELPERS_POST.c.person_id == HELPING.c.helper_id, current(HELPERS_POST.c, TODAY), OF_KIND)
        .correlate(HELPING),
    ),
)
"""A helper who is suspended or gone helps nobody; who helps by office does so while they hold it."""

HELPED = _with_home_and_offices(
    select(*WHO, HELPING.c.helper_id, HELPING.c.until_on.label("helping_until"), HELPING.c.kind.label("helping_kind"))
    .select_from(HELPING)
    .join(PERSON, PERSON.c.id == HELPING.c.person_id)
).where(
    HELPING.c.id == bindparam("helping"), HELPING.c.ended_at.is_(None), HELPING.c.from_on <= TODAY,
    HELPING.c.until_on >= TODAY, STILL_HELPER,
)  # fmt: skip
"""A helper acts as the person who agreed, while they agree."""


def load_actor(session: Session, community: Community, token_hash: str, now: datetime) -> Actor | None:
    """Who is signed in here, with the offices held today: one statement, two for a helper."""
    today, connection = day_of(now, ZoneInfo(community.zone)), session.connection()
    asked = {"token": token_hash, "community": community.id, "now": now, "today": today}
    rows = connection.execute(SIGNED_IN, asked).all()
    if not rows:
        return None
    browser = rows[0]
    proofs = {
        "renew": now - browser.seen_at > RENEW_AFTER,
        "strong": browser.strong,
        "confirmed_at": browser.confirmed_at,
    }
    if browser.helping_id is None:
        return actor_from(rows, today, **proofs)
    helped = connection.execute(HELPED, {"helping": browser.helping_id, "today": today}).all()
    if not helped:
        return actor_from(rows, today, help_over=True, **proofs)
    return actor_from(
        helped, today, helper_id=helped[0].helper_id, helping_id=browser.helping_id,
        helping_until=helped[0].helping_until, agent=helped[0].helping_kind in AGENTS, **proofs,
    )  # fmt: skip


def actor_of(session: Session, community_id: int, person_id: int, today: date) -> Actor:
    """A person of this community as an actor; for the demo's loading and tests."""
    asked = {"person": person_id, "community": community_id, "today": today}
    rows = session.execute(ONE, asked).all()
    if not rows:
        raise NotFound
    return actor_from(rows, today)


def actor_from(rows: Sequence[Any], today: date, *, helper_id: int | None = None, **more: Any) -> Actor:
    """One person's rows, a row an office, as an actor; `more` is what only a browser knows. Offices are not lent
    to a helper; who has died or left for good has no standing at all."""
    person = rows[0]
    gone = person.gone_on is not None and person.gone_on <= today
    held = [] if gone or helper_id is not None else [row for row in rows if row.office]
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
        helper_id=helper_id,
        **more,
    )
