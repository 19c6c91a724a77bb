"""What happens while a topic is discussed."""

from dataclasses import dataclass
from datetime import date

from civic.core.event import Ahead, Event
from civic.core.message import Message, say, say_n
from civic.permissions import NAMES, Standing

COMMITTEE = NAMES[Standing.COMMITTEE]


@dataclass(frozen=True, kw_only=True)
class TopicOpened(Event):
    """An accepted issue became a topic, posted until a day; everybody may speak."""

    kind = "discuss:topic_opened"
    stage = 2
    topic_id: int
    posted_until_on: date
    speak_until_on: date | None = None
    """None in entries from before there was such a day."""
    narrowed: bool = False
    """Whether it is for owners or for some buildings alone."""

    def ahead(self) -> Ahead:
        """Whoever takes part speaks."""
        until = self.speak_until_on or self.posted_until_on
        who = say("Whoever takes part") if self.narrowed else say("Everyone here")
        return Ahead(say("Say what you think of it"), who, until, "/views")


@dataclass(frozen=True, kw_only=True)
class TalkExtended(Event):
    """People were given longer to speak; the old day stays."""

    kind = "discuss:talk_extended"
    stage = 2
    topic_id: int
    was_on: date
    now_on: date

    def told(self) -> Message:
        """On the timeline."""
        return say(
            "People may speak until %(now)s instead of %(was)s; the reason is public.",
            now=self.now_on,
            was=self.was_on,
        )

    def ahead(self) -> Ahead:
        """They speak again."""
        return Ahead(say("Say what you think of it"), say("Whoever takes part"), self.now_on, "/views")


@dataclass(frozen=True, kw_only=True)
class ContributionMade(Event):
    """Somebody spoke; what was said stands with the discussion, not on the timeline."""

    kind = "discuss:contribution_made"
    stage = 2
    topic_id: int
    stance: str
    on_outcome: bool
    contribution_id: int | None = None
    """Entries of the first release do not say it."""


@dataclass(frozen=True, kw_only=True)
class TopicPostingEnded(Event):
    """The days of the topic's posting are over; the discussion goes on until the outcome."""

    kind = "discuss:topic_posting_ended"
    stage = 2
    contributions: int
    notice_id: int | None = None

    def told(self) -> Message:
        """On the timeline."""
        return say_n(
            "The topic's posting ended; %(n)s contribution so far.",
            "The topic's posting ended; %(n)s contributions so far.",
            self.contributions,
        )

    def ahead(self) -> Ahead:
        """Options and outcome."""
        return Ahead(say("Weigh the options and write the outcome"), COMMITTEE, None, "/outcome")

    def fact(self) -> Message:
        """Under the stage."""
        return say_n("%(n)s contribution", "%(n)s contributions", self.contributions)

    def evidence(self) -> tuple[str, Message] | None:
        """The notice that hung."""
        return (f"/notices/{self.notice_id}", say("Topic notice")) if self.notice_id else None


@dataclass(frozen=True, kw_only=True)
class ParlourRecorded(Event):
    """People sat together in the community parlour."""

    kind = "discuss:parlour_recorded"
    stage = 2
    reference: str
    parlour_id: int
    held_on: date
    present: int

    def told(self) -> Message:
        """On the timeline."""
        return say_n(
            "%(n)s person talked it over in the parlour.",
            "%(n)s people talked it over in the parlour.",
            self.present,
        )

    def ahead(self) -> Ahead:
        """The committee writes down what came of it."""
        return Ahead(say("Write the outcome of the discussion"), COMMITTEE, None, "/outcome")

    def fact(self) -> Message:
        """Under the stage."""
        return say_n("%(n)s person talked", "%(n)s people talked", self.present)

    def evidence(self) -> tuple[str, Message]:
        """The minutes."""
        return f"/issues/{self.reference}/parlour#m{self.parlour_id}", say("Minutes")
