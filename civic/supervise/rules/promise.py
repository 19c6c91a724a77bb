"""A promise that can be measured, and the dated looks at it (domain §1 no. 8: every decision needs
a measurable acceptance criterion; §8 case A: empty by 08:30 on at least 27 of 30 days)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, time, timedelta

from civic.core.message import say
from civic.core.verdict import YES, Verdict, no
from civic.propose.rules import Phase, may_move

LONGEST_DAYS = 366
SOONEST_WITHIN_DAYS = 60
_TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")


@dataclass(frozen=True)
class Promised:
    """What was promised: in words, on at least `need` of `of_days` days."""

    criterion: str
    need: int
    of_days: int

    def last_on(self, first_on: date) -> date:
        """The last day of a watch that begins on `first_on`, which is counted."""
        return first_on + timedelta(days=self.of_days - 1)


@dataclass(frozen=True)
class Look:
    """One day's look: kept, or late with the time it was put right (empty: not that day)."""

    day: date
    kept: bool
    cleared_at: str = ""


@dataclass(frozen=True)
class Promise:
    """A promise being watched, with everything that was seen so far, a look a day."""

    promised: Promised
    first_on: date
    last_on: date
    looks: tuple[Look, ...] = field(default=())

    @property
    def kept(self) -> int:
        """Days on which it was kept."""
        return sum(look.kept for look in self.looks)

    @property
    def late(self) -> list[Look]:
        """Days on which it was not, oldest first."""
        return [look for look in self.looks if not look.kept]

    @property
    def latest_time(self) -> str:
        """The latest time at which it was put right on a late day, HH:MM; empty if none is known."""
        return max((look.cleared_at for look in self.late), default="")

    @property
    def met(self) -> bool:
        """Kept on at least as many days as promised (以上 includes the number: Civil Code 1259)."""
        return self.kept >= self.promised.need

    @property
    def complete(self) -> bool:
        """Every day was looked at."""
        return len(self.looks) >= self.promised.of_days

    def unseen(self, today: date) -> int:
        """Days up to yesterday at which nobody looked."""
        gone = (min(today, self.last_on + timedelta(days=1)) - self.first_on).days
        return max(0, gone - sum(look.day < today for look in self.looks))

    def missing(self, today: date) -> list[date]:
        """Days of the watch up to today that nobody has recorded, oldest first."""
        return [day for day in _days(self.first_on, min(today, self.last_on)) if not self.seen(day)]

    def over(self, today: date) -> bool:
        """Nothing more can be seen: all days looked at, or the last one gone."""
        return self.complete or today > self.last_on

    def lost(self, today: date) -> bool:
        """Too many days were late: the promise cannot be kept any more."""
        ahead = sum(1 for day in _days(max(today, self.first_on), self.last_on) if not self.seen(day))
        return self.kept + ahead < self.promised.need

    def seen(self, day: date) -> bool:
        """Whether that day was looked at."""
        return any(look.day == day for look in self.looks)


def _days(first: date, last: date) -> Iterable[date]:
    return (first + timedelta(days=n) for n in range((last - first).days + 1))


def may_watch(phase: Phase) -> Verdict:
    """The work was ordered and nobody asked to close it yet."""
    return may_move(phase, "watch")


def may_promise(promised: Promised) -> Verdict:
    """In words, and measurable: so many of so many days."""
    if not promised.criterion:
        return no(say("Nothing was promised that can be watched. Please write down what must be seen."))
    if not 1 <= promised.need <= promised.of_days <= LONGEST_DAYS:
        return no(say("The promise must be kept on at least 1 day, and on no more days than are watched."))
    return YES


def may_begin(first_on: date, today: date) -> Verdict:
    """Days gone by cannot be watched; a watch far off would be forgotten."""
    if first_on < today:
        return no(say("A watch cannot begin in the past. Please choose today or a later day."))
    if first_on > today + timedelta(days=SOONEST_WITHIN_DAYS):
        return no(say("Please let the watch begin within 60 days."))
    return YES


def may_look(phase: Phase, promise: Promise | None, today: date) -> Verdict:
    """While it is watched, from the first day on."""
    if phase is not Phase.WATCHED or promise is None:
        return no(say("Nothing is being watched here now."))
    if today < promise.first_on:
        return no(say("The watch begins on %(day)s.", day=promise.first_on))
    if promise.complete:
        return no(say("Every day of this watch has been looked at."))
    return YES


def may_record(promise: Promise, look: Look, today: date, clock: time) -> Verdict:
    """One look a day, of a day of the watch that has come; `clock` is the time of day it is now."""
    if look.day > today:
        return no(say("That day has not come yet."))
    if not promise.first_on <= look.day <= promise.last_on:
        return no(
            say("The watch runs from %(first)s to %(last)s.", first=promise.first_on, last=promise.last_on)
        )
    if promise.seen(look.day):
        return no(say("%(day)s was recorded already.", day=look.day))
    return time_fits(look, today, clock)


def time_fits(look: Look, today: date, clock: time) -> Verdict:
    """Whether the time at which a late day was put right can be: HH:MM, not for a kept day, not to come."""
    if not look.cleared_at:
        return YES
    if look.kept:
        return no(say("A day that was kept needs no time. Please leave the time empty."))
    if not _TIME.fullmatch(look.cleared_at):
        return no(say("Please write a time like 08:52."))
    if look.day == today and minutes_of(look.cleared_at) > clock.hour * 60 + clock.minute:
        return no(say("That time has not come yet."))
    return YES


def minutes_of(text: str) -> int:
    """Minutes past midnight of a time written HH:MM."""
    return int(text[:2]) * 60 + int(text[3:])
