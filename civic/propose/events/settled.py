"""What became of an issue."""

from dataclasses import dataclass
from datetime import date

from civic.core.event import Ahead, Event
from civic.core.message import Message, say, say_n
from civic.permissions import NAMES, Standing
from civic.propose.rules.ladder import Level

COMMITTEE = NAMES[Standing.COMMITTEE]


@dataclass(frozen=True, kw_only=True)
class IssueAccepted(Event):
    """It becomes a topic, posted for its days; the text was typed on the same form."""

    kind = "propose:issue_accepted"
    stage = 2
    days: int

    def told(self) -> Message:
        """On the timeline."""
        return say_n(
            "Accepted as a topic, posted for %(n)s day.",
            "Accepted as a topic, posted for %(n)s days.",
            self.days,
        )

    def ahead(self) -> Ahead:
        """Neighbours discuss it."""
        return Ahead(say("Discuss the topic"), say("Everyone may take part"))


@dataclass(frozen=True, kw_only=True)
class IssueDeclined(Event):
    """Not taken up, with a public reason."""

    kind = "propose:issue_declined"
    stage = 1
    object_until_on: date | None = None
    """The last day for an objection; None in entries from before there was one."""

    def told(self) -> Message:
        """On the timeline."""
        if self.object_until_on is None:
            return say("Declined; the reason is public.")
        return say(
            "Declined; the reason is public. Objections are possible until %(day)s.", day=self.object_until_on
        )


@dataclass(frozen=True, kw_only=True)
class IssueRouted(Event):
    """Handed to the body that is responsible, with a receipt."""

    kind = "propose:issue_routed"
    stage = 4
    answer_due_on: date

    def told(self) -> Message:
        """On the timeline."""
        return say("Handed to the responsible body, with its receipt.")

    def ahead(self) -> Ahead:
        """The receiver answers, the committee enters the answer."""
        return Ahead(
            say("Enter the answer of the responsible body"), COMMITTEE, self.answer_due_on, "/answer"
        )


@dataclass(frozen=True, kw_only=True)
class RouteAnswered(Event):
    """The responsible body answered."""

    kind = "propose:route_answered"
    stage = 4

    def told(self) -> Message:
        """On the timeline."""
        return say("The responsible body answered.")


@dataclass(frozen=True, kw_only=True)
class IssueHandled(Event):
    """Done at once, on the person's behalf or by guidance."""

    kind = "propose:issue_handled"
    stage = 4
    mode: str
    trips: int
    level: Level = Level.COMMUNITY

    def told(self) -> Message:
        """On the timeline."""
        if self.level == Level.BUILDING:
            return say("Settled in the building. %(how)s", how=self._how())
        return self._how()

    def _how(self) -> Message:
        if self.mode == "on_behalf":
            return say_n(
                "Done on the person's behalf; %(n)s trip.",
                "Done on the person's behalf; %(n)s trips.",
                self.trips,
            )
        if self.mode == "guided":
            return say_n("Guided; %(n)s trip.", "Guided; %(n)s trips.", self.trips)
        return say_n("Handled at once; %(n)s trip.", "Handled at once; %(n)s trips.", self.trips)
