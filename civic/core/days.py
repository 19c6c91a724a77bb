"""Days of the law: which day a period ends, counted in the community's zone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

LONG_AGO = date(1, 1, 2)
"""The first day of what began nobody knows when. It lies before every day that may be typed (from 1900 on), so that spans
compare as they should, in the database too: it held already on any day that anybody asks about. Never shown."""


def known(day: date | None) -> date | None:
    """The day; None where nobody knows it."""
    return None if day == LONG_AGO else day


def asked_from(day: date, today: date) -> date:
    """From which day on something may collide with what began on `day`: of what nobody can date, from today on."""
    return today if day == LONG_AGO else day


@dataclass(frozen=True)
class Calendar:
    """The State Council's holiday table: days off, and weekend days that are worked."""

    holidays: frozenset[date] = frozenset()
    workdays: frozenset[date] = frozenset()

    def is_workday(self, day: date) -> bool:
        """Whether offices work that day."""
        if day in self.workdays:
            return True
        return day not in self.holidays and day.weekday() < 5


def deadline(start: date, days: int, calendar: Calendar) -> date:
    """The last day of a period of `days`, the starting day not counted (Civil Code 201);
    a last day that is a legal holiday moves to the next working day (Civil Code 203)."""
    last = start + timedelta(days=days)
    if last in calendar.holidays:
        while not calendar.is_workday(last):
            last += timedelta(days=1)
    return last


def working_days_after(start: date, days: int, calendar: Calendar) -> date:
    """The day that lies `days` working days after `start`, which itself is not counted."""
    day = start
    while days > 0:
        day += timedelta(days=1)
        days -= calendar.is_workday(day)
    return day


def end_of(day: date, zone: ZoneInfo) -> datetime:
    """24:00 of that day in the zone, as an instant in UTC."""
    return datetime.combine(day + timedelta(days=1), time(), zone).astimezone(UTC)


def start_of(day: date, zone: ZoneInfo) -> datetime:
    """00:00 of that day in the zone, as an instant in UTC."""
    return datetime.combine(day, time(), zone).astimezone(UTC)


def day_of(instant: datetime, zone: ZoneInfo) -> date:
    """The day that people in the zone call that instant's; 24:00 belongs to the next."""
    return instant.astimezone(zone).date()


def days_late(due: date, today: date) -> int:
    """By how many days `due` has passed; 0 on the day itself and before."""
    return max(0, (today - due).days)


def clear_days(notice: date, event: date) -> int:
    """Days that lie between a notice and the event, neither counted."""
    return (event - notice).days - 1


def span(first: date, last: date) -> Iterable[date]:
    """Each day from first to last, both included."""
    for offset in range((last - first).days + 1):
        yield first + timedelta(days=offset)
