"""Demands about lateness, and their answers."""

from dataclasses import dataclass
from datetime import date

from civic.core.event import Ahead, Event
from civic.core.message import Message, say, say_n
from civic.permissions import NAMES, Standing


@dataclass(frozen=True, kw_only=True)
class DemandMade(Event):
    """督办: something is late, and an answer is due."""

    kind = "supervise:demand_made"
    stage = 5
    demand_id: int
    number: int
    days_late: int
    due_on: date

    def told(self) -> Message:
        """On the timeline."""
        if not self.days_late:
            return say("A day was not kept; demand no. %(number)s.", number=self.number)
        return say_n(
            "%(n)s day late; demand no. %(number)s.",
            "%(n)s days late; demand no. %(number)s.",
            self.days_late,
            number=self.number,
        )

    def late(self) -> bool:
        """Always: that is what it is about."""
        return True

    def evidence(self) -> tuple[str, Message]:
        """The demand."""
        return f"/demands/{self.demand_id}", say("Demand")

    def ahead(self) -> Ahead:
        """Whoever leads the work answers."""
        return Ahead(
            say("Answer the demand"), NAMES[Standing.LEAD], self.due_on, f"/demands/{self.demand_id}"
        )


@dataclass(frozen=True, kw_only=True)
class DemandAnswered(Event):
    """A demand got its public answer."""

    kind = "supervise:demand_answered"
    stage = 5
    demand_id: int
    number: int
    days_late: int
    watched_until_on: date | None = None
    """The last day of the watch, if one is running."""

    def told(self) -> Message:
        """On the timeline."""
        if not self.days_late:
            return say("Demand no. %(number)s was answered in time.", number=self.number)
        return say_n(
            "Demand no. %(number)s was answered, %(n)s day late.",
            "Demand no. %(number)s was answered, %(n)s days late.",
            self.days_late,
            number=self.number,
        )

    def late(self) -> bool:
        """When the answer was."""
        return self.days_late > 0

    def evidence(self) -> tuple[str, Message]:
        """The answer."""
        return f"/demands/{self.demand_id}", say("Answer")

    def ahead(self) -> Ahead:
        """The watch goes on, or the work."""
        if self.watched_until_on:
            return Ahead(
                say("Look every day whether the promise is kept"),
                NAMES[Standing.CITIZEN_WATCH],
                self.watched_until_on,
                "/observations/new",
            )
        return Ahead(say("Finish the work"), NAMES[Standing.LEAD])
