"""Objections to a decline: made, answered, late."""

from dataclasses import dataclass
from datetime import date

from civic.core.event import Ahead, Event
from civic.core.message import Message, say
from civic.permissions import NAMES, Standing

COMMITTEE, SUPERVISORS = NAMES[Standing.COMMITTEE], NAMES[Standing.SUPERVISOR]


@dataclass(frozen=True, kw_only=True)
class DeclineContested(Event):
    """Whoever raised or endorsed it objects to its decline; the supervisory committee's clock begins."""

    kind = "propose:decline_contested"
    stage = 1
    objection_id: int
    answer_due_on: date
    channel: str
    by_raiser: bool

    def told(self) -> Message:
        """On the timeline."""
        if self.by_raiser:
            return say(
                "The raiser objects to the decline; an answer is due by %(day)s.", day=self.answer_due_on
            )
        return say("An endorser objects to the decline; an answer is due by %(day)s.", day=self.answer_due_on)

    def ahead(self) -> Ahead:
        """The supervisory committee answers."""
        return Ahead(say("Answer the objection"), SUPERVISORS, self.answer_due_on, "/objection/answer")


@dataclass(frozen=True, kw_only=True)
class DeclineOverturned(Event):
    """The objection is right: the issue goes back, with a new day for its first answer."""

    kind = "propose:decline_overturned"
    stage = 1
    back_to = 1
    objection_id: int
    answer_due_on: date
    verified: bool

    def told(self) -> Message:
        """On the timeline."""
        return say(
            "The objection was upheld: the matter is taken up again, first answer by %(day)s.",
            day=self.answer_due_on,
        )

    def ahead(self) -> Ahead:
        """The committee says anew what becomes of it, or first checks it."""
        if self.verified:
            return Ahead(say("Say what becomes of the matter"), COMMITTEE, self.answer_due_on, "/settlement")
        return Ahead(say("Check the matter on the spot"), COMMITTEE, self.answer_due_on, "/verification")


@dataclass(frozen=True, kw_only=True)
class DeclineConfirmed(Event):
    """The objection is rejected with a public reason: the decline stands."""

    kind = "propose:decline_confirmed"
    stage = 1
    objection_id: int

    def told(self) -> Message:
        """On the timeline."""
        return say("The objection was rejected; the decline stands, the reason is public.")


@dataclass(frozen=True, kw_only=True)
class ContestUnanswered(Event):
    """The day for the answer to an objection has passed; the timetable writes it down."""

    kind = "propose:contest_unanswered"
    stage = 1
    objection_id: int
    due_on: date

    def told(self) -> Message:
        """On the timeline."""
        return say("The answer to the objection is late since %(day)s.", day=self.due_on)

    def late(self) -> bool:
        """It is lateness."""
        return True
