"""A promise is watched, day by day."""

from dataclasses import dataclass
from datetime import date

from civic.core.event import Ahead, Event
from civic.core.message import Message, say, say_n
from civic.permissions import NAMES, Standing


@dataclass(frozen=True, kw_only=True)
class WatchStarted(Event):
    """From now on somebody looks every day."""

    kind = "supervise:watch_started"
    stage = 5
    watch_id: int
    first_on: date
    last_on: date
    need: int
    of_days: int

    def told(self) -> Message:
        """On the timeline."""
        return say(
            "Watched from %(first)s: to be kept on at least %(need)s of %(days)s days.",
            first=self.first_on,
            need=self.need,
            days=self.of_days,
        )

    def evidence(self) -> tuple[str, Message]:
        """The sheet of observations."""
        return "/observations", say("Observations")

    def ahead(self) -> Ahead:
        """Somebody looks every day."""
        return Ahead(
            say("Look every day whether the promise is kept"),
            NAMES[Standing.CITIZEN_WATCH],
            self.last_on,
            "/observations/new",
        )


@dataclass(frozen=True, kw_only=True)
class ObservationRecorded(Event):
    """One dated look at the promise, with the count so far."""

    kind = "supervise:observation_recorded"
    stage = 5
    watch_id: int
    day: date
    kept: bool
    cleared_minutes: int | None
    """Minutes past midnight at which a late day was put right; None if it was not, or kept."""
    kept_so_far: int
    looked_so_far: int
    of_days: int
    need: int
    last_on: date
    same_day: bool = True
    """Whether it was recorded on the day itself; then the timeline's own date is enough."""

    @property
    def last(self) -> bool:
        """Whether this closes the watch: its last day, or the last day that was missing."""
        return self.looked_so_far >= self.of_days or self.day >= self.last_on

    def told(self) -> Message | None:
        """Late days and the end; a day that was kept is only counted."""
        if self.last:
            return self._whole()
        if self.kept:
            return None
        return self._late_day()

    def _late_day(self) -> Message:
        if self.cleared_minutes is None:
            return say("Not kept.") if self.same_day else say("Not kept on %(day)s.", day=self.day)
        at = f"{self.cleared_minutes // 60:02d}:{self.cleared_minutes % 60:02d}"
        if self.same_day:
            return say("Late: put right at %(time)s.", time=at)
        return say("Late on %(day)s: put right at %(time)s.", day=self.day, time=at)

    def _whole(self) -> Message:
        late = self.looked_so_far - self.kept_so_far
        if self.looked_so_far < self.of_days:
            return say(
                "The watch is over: kept on %(kept)s days, late on %(late)s, not looked at on %(unseen)s.",
                kept=self.kept_so_far,
                late=late,
                unseen=self.of_days - self.looked_so_far,
            )
        return say_n(
            "Watched for %(n)s day: kept on %(kept)s, late on %(late)s.",
            "Watched for %(n)s days: kept on %(kept)s, late on %(late)s.",
            self.of_days,
            kept=self.kept_so_far,
            late=late,
        )

    def late(self) -> bool:
        """A day on which the promise was not kept; at the end, only when it failed as a whole."""
        return self.kept_so_far < self.need if self.last else not self.kept

    def fact(self) -> Message:
        """Under the stage."""
        return say_n(
            "%(n)s day, kept on %(kept)s",
            "%(n)s days, kept on %(kept)s",
            self.looked_so_far,
            kept=self.kept_so_far,
        )

    def evidence(self) -> tuple[str, Message]:
        """The sheet of observations."""
        return "/observations", say("Observations")

    def ahead(self) -> Ahead | None:
        """After the last day, somebody asks to close."""
        if not self.last:
            return None
        return Ahead(say("Ask to close the issue"), NAMES[Standing.COMMITTEE], None, "/close-out")
