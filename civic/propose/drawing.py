"""What the drawing of an issue's road is made of: stops, lines of the timeline, what is next."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from civic.core.event import Event
from civic.core.message import Message
from civic.propose.rules import STAGE, STAGES, Nature, Phase

COMMUNITY_WIDE = frozenset(
    {"issues", "notices", "votes", "work-orders", "board", "supervision", "receipt", "meetings"}
)
"""Addresses of their own; every other path an event or a door names lies below its issue."""


class Told(Protocol):
    """An entry of the ledger as `ledger.queries.journey` gives it."""

    @property
    def at(self) -> datetime:
        """When it happened."""
        ...

    @property
    def role(self) -> str:
        """The standing it was done under."""
        ...

    @property
    def event(self) -> Event:
        """What happened."""
        ...


@dataclass(frozen=True)
class Subject:
    """What the drawing needs to know of the issue and of today."""

    root: str
    """The community's part of the address, /gongfu."""
    reference: str
    phase: Phase
    nature: Nature | None
    endorsements: int
    late_days: int
    today: date
    zone: ZoneInfo

    @property
    def stage(self) -> int:
        """1 Propose … 5 Supervise."""
        return STAGE[self.phase]

    def address(self, path: str) -> str:
        """Where a path leads that an event or a door names.

        `/votes/7` and the other sections lie below the community, `/verification` below the issue.
        """
        section = path.split("/")[1]
        return self.root + (path if section in COMMUNITY_WIDE else f"/issues/{self.reference}{path}")


@dataclass(frozen=True)
class Stop:
    """One of the five discs."""

    number: int
    state: str
    first: date | None = None
    last: date | None = None
    fact: Message | None = None
    why: Message | None = None


@dataclass(frozen=True)
class Line:
    """One entry of the timeline."""

    day: date
    text: Message
    who: Message | None
    evidence: tuple[str, Message] | None
    late: bool


@dataclass
class Group:
    """Entries of one stage, the newest first."""

    stage: int
    here: bool
    entries: list[Line] = field(default_factory=list)

    @property
    def name(self) -> Message:
        """The stage's word."""
        return STAGES[self.stage]

    @property
    def first(self) -> date:
        """The day of the oldest entry."""
        return self.entries[-1].day

    @property
    def last(self) -> date:
        """The day of the newest entry."""
        return self.entries[0].day


@dataclass(frozen=True)
class Next:
    """What is next, by whom, by when, where it is done, and how late it is."""

    what: Message
    who: Message
    until: datetime | None
    path: str
    late_days: int
    begins: bool = False
    turn: bool = True
