"""What a scene may do: let people act, move the clock, find what earlier scenes made."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from civic.core.clock import ManualClock
from civic.core.days import day_of
from civic.demo.book import Population
from civic.people.queries.who import actor_of
from civic.propose.tables import Issue
from civic.store.base import Base
from civic.store.tables import Community
from civic.timetable import run_due_in
from civic.work import UnitOfWork, Workshop, open_work

ZONE = ZoneInfo("Asia/Shanghai")
Row = TypeVar("Row", bound=Base)


class NotBefore(Exception):
    """This scene has to wait for a later day."""

    def __init__(self, day: date) -> None:
        super().__init__(day)
        self.day = day


class NotYet(Exception):
    """The rest of this thread lies after the demo's present."""


@dataclass
class Story:
    """One telling of the demo."""

    workshop: Workshop
    clock: ManualClock
    roll: Population
    now: datetime
    """The demo's present."""
    shift: timedelta = timedelta()
    """Whole weeks between the printed dates and this telling."""
    slip: dict[str, timedelta] = field(default_factory=dict)
    """By how many days each thread runs behind its printed dates."""
    noted: dict[str, Any] = field(default_factory=dict)
    """What later scenes need of earlier ones, mostly ids."""
    thread: str = ""

    @contextmanager
    def acting(self, name: str) -> Iterator[UnitOfWork]:
        """What this person does now, in one transaction; what it set off is done at once."""
        person = self.roll.people[name]
        with open_work(
            self.workshop,
            self._here,
            lambda session, _c: actor_of(session, self.roll.community_id, person, self.today),
        ) as work:
            yield work

    def at(self, moment: datetime) -> None:
        """Go on to that moment; what the hour strikes on the way is done at its own instant."""
        if moment > self.now:
            raise NotYet
        self.clock.set(max(moment, self.clock.now()))
        run_due_in(self.workshop, self.roll.community_id)

    def hour(self, text: str) -> None:
        """Go on to that hour of the same day, `14:30`."""
        self.at(datetime.combine(self.today, time.fromisoformat(text), ZONE))

    @property
    def today(self) -> date:
        """The day in the story."""
        return day_of(self.clock.now(), ZONE)

    def on(self, printed: str) -> date:
        """The day that is printed so, in this telling: `2026-05-20`."""
        return date.fromisoformat(printed) + self.shift + self.slip.get(self.thread, timedelta())

    def moment(self, printed: str) -> datetime:
        """The same with an hour: `2026-05-20 08:30`."""
        day, hour = printed.split()
        return datetime.combine(self.on(day), time.fromisoformat(hour), ZONE)

    def ahead(self, days: int, hour: str = "00:00") -> datetime:
        """That hour, so many days after today."""
        return datetime.combine(self.today + timedelta(days), time.fromisoformat(hour), ZONE)

    def not_before(self, day: date) -> None:
        """Said at the top of a scene: earlier than that day it cannot be."""
        if self.today < day:
            raise NotBefore(day)

    def from_now(self, days: int, hour: str) -> datetime:
        """That hour, so many days after (before, if negative) the demo's present."""
        day = day_of(self.now, ZONE) + timedelta(days)
        return datetime.combine(day, time.fromisoformat(hour), ZONE)

    @property
    def issue(self) -> int:
        """The id of the issue that this thread is about."""
        return int(self.noted[self.thread])

    def reference(self, thread: str) -> str:
        """The number of another thread's issue, as people quote it."""
        return self.find(Issue, id=self.noted[thread]).reference

    def find(self, table: type[Row], **where: Any) -> Row:
        """The newest row of this thread's issue (or of what `where` names)."""
        where = where or {"issue_id": self.issue}
        with Session(self.workshop.database.reader) as session:
            ident = table.__table__.c.id
            return session.scalars(select(table).filter_by(**where).order_by(ident.desc()).limit(1)).one()

    def numbered(self, series: str, number: int) -> str:
        """How a document is quoted: 工福居决〔2026〕3号, with the year of the telling."""
        return f"{series}〔{self.today.year}〕{number}号"

    def person(self, name: str) -> int:
        """The id of somebody by name."""
        return self.roll.people[name]

    def building(self, number: int) -> int:
        """The id of a building by its number."""
        return self.roll.buildings[number]

    def _here(self, session: Session) -> Community:
        found = session.get(Community, self.roll.community_id)
        assert found is not None
        return found
