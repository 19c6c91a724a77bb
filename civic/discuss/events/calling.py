"""Talks are called, moved, called off; what came of them, and when that is late."""

from dataclasses import dataclass
from datetime import date, datetime

from civic.core.event import Ahead, Event
from civic.core.message import Message, say, say_n
from civic.discuss.rules.calling import KINDS, Kind
from civic.permissions import NAMES, Standing


@dataclass(frozen=True, kw_only=True)
class OfTalk(Event):
    """Which talk."""

    stage = 2
    reference: str
    talk_id: int
    talk: Kind

    @property
    def named(self) -> Message:
        """Its kind."""
        return KINDS[Kind(self.talk)]

    def evidence(self) -> tuple[str, Message]:
        """Its page."""
        return f"/issues/{self.reference}/talks/{self.talk_id}", self.named


@dataclass(frozen=True, kw_only=True)
class TalkSet(OfTalk):
    """A talk lies ahead."""

    starts_at: datetime

    def ahead(self) -> Ahead:
        """Those invited come."""
        path = f"/talks/{self.talk_id}"
        return Ahead(self.named, say("Whoever is invited"), self.starts_at, path, begins=True, turn=False)


@dataclass(frozen=True, kw_only=True)
class TalkCalled(TalkSet):
    """A talk about the topic was called."""

    kind = "discuss:talk_called"

    def told(self) -> Message:
        """On the timeline."""
        return say("%(talk)s called for %(at)s.", talk=self.named, at=self.starts_at)


@dataclass(frozen=True, kw_only=True)
class TalkMoved(TalkSet):
    """Another hour or place; the reason stands on its page."""

    kind = "discuss:talk_moved"
    from_at: datetime

    def told(self) -> Message:
        """On the timeline, with the old day."""
        if self.from_at == self.starts_at:
            return say("%(talk)s of %(at)s moved to another place.", talk=self.named, at=self.starts_at)
        return say(
            "%(talk)s of %(old)s moved to %(at)s.", talk=self.named, old=self.from_at, at=self.starts_at
        )


@dataclass(frozen=True, kw_only=True)
class TalkCalledOff(OfTalk):
    """It does not take place; the reason stands on its page."""

    kind = "discuss:talk_called_off"
    starts_at: datetime

    def told(self) -> Message:
        """On the timeline, with the day that stays readable."""
        return say("%(talk)s of %(at)s called off.", talk=self.named, at=self.starts_at)

    def ahead(self) -> Ahead:
        """The discussion goes on to its outcome."""
        return _outcome()


@dataclass(frozen=True, kw_only=True)
class TalkOutcomeLate(OfTalk):
    """The day by which everybody was to read what came of it has passed."""

    kind = "discuss:talk_outcome_late"
    held_on: date
    due_on: date

    def told(self) -> Message:
        """On the timeline."""
        return say(
            "%(talk)s of %(on)s: what came of it was due on %(day)s.",
            talk=self.named, on=self.held_on, day=self.due_on,
        )  # fmt: skip

    def late(self) -> bool:
        """Always."""
        return True


@dataclass(frozen=True, kw_only=True)
class TalkConcluded(OfTalk):
    """What came of it is public."""

    kind = "discuss:talk_concluded"
    parlour_id: int
    present: int
    late_days: int

    def told(self) -> Message:
        """On the timeline: how many came; by how much it was late."""
        if self.late_days:
            return say_n(
                "%(talk)s: %(people)s came; what came of it was published %(n)s day late.",
                "%(talk)s: %(people)s came; what came of it was published %(n)s days late.",
                self.late_days, talk=self.named, people=self.present,
            )  # fmt: skip
        return say_n(
            "%(talk)s: %(n)s person came.", "%(talk)s: %(n)s people came.", self.present, talk=self.named
        )

    def late(self) -> bool:
        """When it was."""
        return self.late_days > 0

    def fact(self) -> Message:
        """Under the stage."""
        return say_n("%(n)s person talked", "%(n)s people talked", self.present)

    def ahead(self) -> Ahead:
        """The committee writes the outcome of the discussion."""
        return _outcome()


def _outcome() -> Ahead:
    return Ahead(say("Write the outcome of the discussion"), NAMES[Standing.COMMITTEE], None, "/outcome")
