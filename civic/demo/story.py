"""The teller: moves the clock from scene to scene and lets the people act.

A scene belongs to a thread (one issue, mostly) and stands at a printed moment of 2026; a live scene
stands so many days before the demo's present. Where a guard or a holiday asks for a later day, the
scene says so with `not_before`, and the rest of its thread follows. What lies after the present is
not told.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from civic.core.clock import ManualClock
from civic.core.days import day_of
from civic.demo.book import Population
from civic.people.queries import actor_of
from civic.store.tables import Community
from civic.timetable import run_due_in
from civic.work import UnitOfWork, Workshop, open_work

ZONE = ZoneInfo("Asia/Shanghai")


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


Act = Callable[[Story], None]


@dataclass(frozen=True)
class Scene:
    """What happens in one thread at a printed moment, or so many days before the present."""

    thread: str
    act: Act
    printed: str = ""
    days_before: int = 0
    hour: str = "10:00"

    def moment(self, story: Story) -> datetime:
        """When it is due in this telling."""
        slip = story.slip.get(self.thread, timedelta())
        if self.printed:
            return datetime.fromisoformat(self.printed).replace(tzinfo=ZONE) + story.shift + slip
        day = day_of(story.now, ZONE) - timedelta(days=self.days_before) + slip
        return datetime.combine(day, time.fromisoformat(self.hour), ZONE)


SCENES: list[Scene] = []
"""All scenes, as the modules under `scenes/` announce them."""


def scene(thread: str, printed: str) -> Callable[[Act], Act]:
    """This happens in that thread at the printed moment, `2026-03-09 10:00`."""

    def announce(act: Act) -> Act:
        SCENES.append(Scene(thread, act, printed))
        return act

    return announce


def live(thread: str, days_before: int, hour: str = "10:00") -> Callable[[Act], Act]:
    """This happens so many days before the demo's present."""

    def announce(act: Act) -> Act:
        SCENES.append(Scene(thread, act, days_before=days_before, hour=hour))
        return act

    return announce


def tell(story: Story, scenes: list[Scene]) -> None:
    """All scenes up to the present, in the order of their moments; a thread keeps its own order."""
    waiting, ended = list(scenes), set[str]()
    while waiting:
        chosen = min(waiting, key=lambda each: each.moment(story))
        due = chosen.moment(story)
        if due > story.now:
            break
        if chosen.thread in ended:
            waiting.remove(chosen)
            continue
        story.thread = chosen.thread
        try:
            story.at(due)
            chosen.act(story)
        except NotBefore as wait:
            days = wait.day - day_of(due, ZONE)
            story.slip[chosen.thread] = story.slip.get(chosen.thread, timedelta()) + days
            continue
        except NotYet:
            ended.add(chosen.thread)
        waiting.remove(chosen)
    story.clock.set(story.now)
    run_due_in(story.workshop, story.roll.community_id)
