"""Scenes, and the teller who goes from one to the next.

A scene belongs to a thread (one issue, mostly) and stands at a printed moment of 2026; a live scene
stands so many days before the demo's present. Where a guard or a holiday asks for a later day, the
scene says so with `story.not_before`, and the rest of its thread follows. What lies after the
present is not told.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from civic.core.days import day_of, span
from civic.demo.story import ZONE, NotBefore, NotYet, Story
from civic.timetable import run_due_in

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
        due = datetime.combine(day, time.fromisoformat(self.hour), ZONE)
        # Whoever starts the demo early in the morning sees today's scenes too.
        return due if self.days_before else min(due, story.now - timedelta(minutes=10))


SCENES: list[Scene] = []
"""All scenes, as the modules under `scenes/` announce them."""


def scene(thread: str, printed: str) -> Callable[[Act], Act]:
    """This happens in that thread at the printed moment, `2026-03-09 10:00`."""

    def announce(act: Act) -> Act:
        SCENES.append(Scene(thread, act, printed))
        return act

    return announce


def daily(thread: str, first: str, last: str, hour: str) -> Callable[[Act], Act]:
    """This happens every day at that hour, from the first printed day to the last."""

    def announce(act: Act) -> Act:
        for day in span(date.fromisoformat(first), date.fromisoformat(last)):
            SCENES.append(Scene(thread, act, f"{day} {hour}"))
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
