"""The road of an issue as its page shows it, drawn from what was recorded about it. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from civic.core.days import day_of, days_late, end_of
from civic.core.event import Event
from civic.core.message import Message, say_n
from civic.permissions import NAMES, Standing
from civic.propose.rules import OVER, STAGE, STAGES, STATUS, Nature, Phase, left_out

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
    """Entries that follow one another in one stage."""

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


def stops(about: Subject, told: Sequence[Told]) -> list[Stop]:
    """The five stages with their days, one fact each, and why one was left out."""
    by = {number: [t for t in told if t.event.at_stage == number] for number in range(1, 6)}
    return [_stop(about, number, by[number], discussed=bool(by[2])) for number in by]


def _stop(about: Subject, number: int, told: Sequence[Told], *, discussed: bool) -> Stop:
    here, status = about.stage, STATUS[about.phase]
    days = [day_of(t.at, about.zone) for t in told]
    first, last = (min(days), max(days)) if days else (None, None)
    if number > here and status != "closed":
        return Stop(number, "ahead", first, last)
    if not days and (number != here or status == "closed"):
        return Stop(number, "skipped", why=left_out(about.nature, number, discussed=discussed))
    fact = next((f for t in reversed(told) if (f := t.event.fact())), None)
    if fact is None and number == 1 and about.endorsements:
        fact = say_n("%(n)s endorsement", "%(n)s endorsements", about.endorsements)
    if number < here or status in OVER:
        return Stop(number, "past", first, last, fact)
    return Stop(number, "late" if about.late_days else "here", first, last, fact)


def timeline(about: Subject, told: Sequence[Told]) -> list[Group]:
    """What happened, newest first, in runs of one stage: a reopened issue shows that it went back."""
    groups: list[Group] = []
    for entry in reversed(told):
        text = entry.event.told()
        if text is None:
            continue
        stage = entry.event.at_stage or (groups[-1].stage if groups else about.stage)
        if not groups or groups[-1].stage != stage:
            open_here = not groups and stage == about.stage and STATUS[about.phase] not in OVER
            groups.append(Group(stage, here=open_here))
        groups[-1].entries.append(_line(about, entry, text))
    return groups


def _line(about: Subject, entry: Told, text: Message) -> Line:
    evidence = entry.event.evidence()
    return Line(
        day=day_of(entry.at, about.zone),
        text=text,
        who=NAMES[Standing(entry.role)] if entry.role in Standing._value2member_map_ else None,
        evidence=(about.address(evidence[0]), evidence[1]) if evidence else None,
        late=entry.event.late(),
    )


def documents(about: Subject, groups: Sequence[Group]) -> list[tuple[str, Message, date]]:
    """Every paper the timeline names, newest first, each once: address, name, day."""
    found: dict[str, tuple[str, Message, date]] = {}
    others = f"{about.root}/issues/"
    for line in (line for group in groups for line in group.entries):
        if line.evidence and (
            not line.evidence[0].startswith(others) or line.evidence[0].startswith(about.address("/"))
        ):
            found.setdefault(line.evidence[0], (*line.evidence, line.day))
    return list(found.values())


def what_is_next(about: Subject, told: Sequence[Told]) -> Next | None:
    """From the newest entry that says what is ahead; nothing once the road has ended."""
    if STATUS[about.phase] in OVER:
        return None
    for entry in reversed(told):
        ahead = entry.event.ahead()
        if ahead is None:
            continue
        until, day = _last_moment(ahead.by, about.zone)
        return Next(
            what=ahead.what,
            who=ahead.who,
            until=until,
            path=about.address(ahead.path) if ahead.path else "",
            late_days=days_late(day, about.today) if day else 0,
        )
    return None


def _last_moment(by: date | datetime | None, zone: ZoneInfo) -> tuple[datetime | None, date | None]:
    """The instant until which there is time, and the day it belongs to: a day lasts until 24:00."""
    if isinstance(by, datetime):
        return by, day_of(by, zone)
    return (end_of(by, zone), by) if by else (None, None)
