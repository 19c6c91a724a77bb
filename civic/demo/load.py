"""Loads the demo: founds its community and tells its story through the acts."""

from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from civic.core.clock import ManualClock
from civic.core.days import day_of
from civic.core.entropy import Entropy
from civic.core.holidays import official_calendar
from civic.demo import scenes
from civic.demo.population import found_community
from civic.demo.scene import tell
from civic.demo.story import ZONE, Story
from civic.reactions import REACTIONS
from civic.store.engine import Database
from civic.work import Workshop

BEGINS = datetime(2026, 1, 5, 8, 30, tzinfo=ZONE)
AMID = date(2026, 5, 20)
"""The tenth of the thirty mornings of case A: where a running demo stands."""
ENDS = datetime(2026, 7, 24, 10, 0, tzinfo=ZONE)
"""The present of a demo at its printed dates: all three cases are over."""


def weeks_to(now: datetime) -> timedelta:
    """The whole weeks by which the printed dates are shifted so that case A is under observation."""
    return timedelta(weeks=(day_of(now, ZONE) - AMID).days // 7)


def load_demo(database: Database, entropy: Entropy, now: datetime, *, printed: bool = False) -> Story:
    """Fill a migrated database with the demo as it stands at `now`."""
    shift = timedelta() if printed else weeks_to(now)
    clock = ManualClock(BEGINS + shift)
    workshop = Workshop(database, clock, entropy, REACTIONS, official_calendar())
    with Session(database.writer, expire_on_commit=False) as session:
        roll = found_community(session, day_of(BEGINS + shift, ZONE))
        session.commit()
    story = Story(workshop, clock, roll, now, shift)
    tell(story, scenes.all_scenes())
    return story
