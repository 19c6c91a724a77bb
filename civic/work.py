"""The unit of work: who acts, where, when; the one place where transactions begin and end."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from threading import Lock
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from civic.core.clock import Clock
from civic.core.days import Calendar, day_of
from civic.core.entropy import Entropy
from civic.core.errors import NotFound
from civic.core.event import Event
from civic.core.message import say
from civic.core.verdict import Verdict, not_allowed
from civic.ledger import queries as ledger
from civic.permissions import AS_NEIGHBOUR, IN_OFFICE, NEVER_FOR_OTHERS, Permission, Standing, granted, may
from civic.store.base import Base
from civic.store.engine import Database
from civic.store.tables import Community

Row = TypeVar("Row", bound=Base)


@dataclass(frozen=True)
class Actor:
    """Whoever acts: a person of this community with the offices held today."""

    person_id: int
    name: str
    standings: tuple[Standing, ...] = (Standing.RESIDENT,)
    """Offices first: the first standing that grants an act is the one it is done under."""
    building_id: int | None = None
    dwelling_id: int | None = None
    buildings: frozenset[int] = frozenset()
    """Buildings over which a building head or grid worker holds office."""
    entrances: frozenset[tuple[int, int]] = frozenset()
    """Entrances (building, number) over which an entrance head holds office."""
    renew: bool = False
    """Whether the login session should be told that its owner is still here."""
    helper_id: int | None = None
    """Who acts in this person's place, with their recorded consent; None when they act themselves."""
    helping_id: int | None = None
    helping_until: date | None = None
    """The last day of that consent."""
    agent: bool = False
    """Whether they act so as guardian or representative: by law, not by consent."""
    help_over: bool = False
    """Whether this browser still means to act for somebody whose consent has ended: it may read, not act."""
    strong: bool = True
    """Whether the second factor was given."""
    confirmed_at: datetime | None = None
    """When whoever sits there last proved who they are; None in works that no browser began."""


Reaction = Callable[["UnitOfWork", Any], None]
Reactions = Mapping[type[Event], Sequence[Reaction]]


class Commits:
    """How often this process has written: what was drawn before may be out of date."""

    def __init__(self) -> None:
        self.number, self.communities, self._lock = 0, 0, Lock()

    def another(self, *, community: bool = False) -> None:
        """Something was written; whether a community's own row was."""
        with self._lock:
            self.number += 1
            self.communities += community


@dataclass(frozen=True)
class Workshop:
    """What every unit of work is made from; `app` puts it together."""

    database: Database
    clock: Clock
    entropy: Entropy
    reactions: Reactions = field(default_factory=dict)
    calendar: Calendar = field(default_factory=Calendar)
    secret: bytes = b""
    """The server's key on disk: codes and second factors are derived from it, never stored."""
    commits: Commits = field(default_factory=Commits)


@dataclass
class UnitOfWork:
    """One act or one page: everything in it happens at `now`, in one transaction."""

    session: Session
    community: Community
    actor: Actor | None
    now: datetime
    entropy: Entropy
    reactions: Reactions
    calendar: Calendar
    secret: bytes = b""
    role: str = "timetable"
    community_changes: bool = False

    @property
    def zone(self) -> ZoneInfo:
        """The community's time zone: days belong to it."""
        return ZoneInfo(self.community.zone)

    @property
    def today(self) -> date:
        """The day that people here call today."""
        return day_of(self.now, self.zone)

    @property
    def person_id(self) -> int:
        """The acting person; only after `require`."""
        if self.actor is None:
            raise NotFound
        return self.actor.person_id

    def standings(self, *also: Standing) -> list[Standing]:
        """Who the actor is: to this subject first, then by office."""
        if self.actor is None:
            return [Standing.VISITOR]
        return [*also, *self.actor.standings]

    def may(self, permission: Permission, *also: Standing) -> Verdict:
        """Whether the actor may, given also what they are to this subject."""
        if self.actor and self.actor.helper_id and permission in NEVER_FOR_OTHERS:
            return not_allowed(say("Nobody can do this in another's place. Please stop helping first."))
        return may(permission, self.standings(*also))

    def require(self, permission: Permission, *also: Standing) -> None:
        """`NotAllowed` unless granted; remembers the standing under which the act is done, no office where it is
        done as a neighbour."""
        self.may(permission, *also).demand()
        standing = granted(permission, self.standings(*also))
        if permission in AS_NEIGHBOUR and standing is not None and standing in IN_OFFICE:
            standing = Standing.RESIDENT
        self.role = standing.value if standing else "timetable"

    def get(self, table: type[Row], ident: int, *, lock: bool = False) -> Row:
        """A row of this community, locked when it will change; `NotFound` if it is not here."""
        row = self.session.get(table, ident, with_for_update=lock or None)
        if row is None or getattr(row, "community_id", None) != self.community.id:
            raise NotFound
        return row

    def one(self, table: type[Row], **where: Any) -> Row:
        """The one row of this community with these values; `NotFound` if there is none."""
        row = self.session.execute(
            select(table).filter_by(community_id=self.community.id, **where)
        ).scalar_one_or_none()
        if row is None:
            raise NotFound
        return row

    def own_community(self) -> Community:
        """The community's row, locked, to change it: `community` may be one that is remembered between requests,
        and is asked for anew once this is committed."""
        self.community_changes = True
        return self.session.get_one(
            Community, self.community.id, with_for_update=True, populate_existing=True
        )

    def add(self, row: Row) -> Row:
        """Insert it into this community and give it its id."""
        row.community_id = self.community.id  # type: ignore[attr-defined]
        self.session.add(row)
        self.session.flush()
        return row

    def record(self, event: Event, *, nameless: bool = False) -> None:
        """Append to the ledger, then let the reactions run, those to this event first, then those to any event
        (`Event`); a failing one undoes the act. Nameless: the chain does not keep who it was."""
        self.session.flush()
        actor_id = self.actor.person_id if self.actor and not nameless else None
        helper_id = self.actor.helper_id if self.actor else None
        role = Standing.RESIDENT.value if nameless else self.role
        ledger.append(self.session, self.community.id, event, self.now, actor_id, role, helper_id)
        for react in (*self.reactions.get(type(event), ()), *self.reactions.get(Event, ())):
            react(self, event)


Who = Callable[[Session, Community], Actor | None]
Where = Callable[[Session], Community]


@contextmanager
def open_work(
    workshop: Workshop,
    where: Where,
    who: Who | None = None,
    *,
    write: bool = True,
    at: datetime | None = None,
) -> Iterator[UnitOfWork]:
    """One transaction: leaving it commits, raising rolls back.

    `where` finds the community, `who` the actor (none: the timetable acts). Without `write`
    the connection itself refuses to change anything.
    """
    with workshop.database.session(write=write) as session:
        community = where(session)
        if write and not workshop.database.is_sqlite:
            # What BEGIN IMMEDIATE is on SQLite: one writer a community, so numbers have no gaps.
            session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": community.id})
        work = UnitOfWork(
            session=session,
            community=community,
            actor=who(session, community) if who else None,
            now=at or workshop.clock.now(),
            entropy=workshop.entropy,
            reactions=workshop.reactions,
            calendar=workshop.calendar,
            secret=workshop.secret,
        )
        yield work
    if write:
        workshop.commits.another(community=work.community_changes)
