"""Raised, endorsed, checked, made safe."""

from dataclasses import dataclass
from datetime import date

from civic.core.event import Ahead, Event
from civic.core.message import Message, say, say_n
from civic.permissions import NAMES, Standing

COMMITTEE = NAMES[Standing.COMMITTEE]


@dataclass(frozen=True, kw_only=True)
class IssueRaised(Event):
    """A sentence became an issue with a number and a day for the first answer."""

    kind = "propose:issue_raised"
    stage = 1
    answer_due_on: date
    channel: str = "online"
    on_behalf: bool = False
    photos: int = 0

    def told(self) -> Message:
        """On the timeline."""
        if self.photos and self.on_behalf:
            return say_n(
                "Raised on a neighbour's behalf, with %(n)s photo.",
                "Raised on a neighbour's behalf, with %(n)s photos.",
                self.photos,
            )
        if self.photos:
            return say_n("Raised, with %(n)s photo.", "Raised, with %(n)s photos.", self.photos)
        if self.on_behalf:
            return say("Raised on a neighbour's behalf.")
        return say("Raised.")

    def ahead(self) -> Ahead:
        """The committee checks the matter."""
        return Ahead(say("Check the matter on the spot"), COMMITTEE, self.answer_due_on, "/verification")


@dataclass(frozen=True, kw_only=True)
class HandoversEntered(Event):
    """Slips, calls and visits about the same matter were entered into the issue."""

    kind = "propose:handovers_entered"
    stage = 1
    entries: int
    households: int

    def told(self) -> Message:
        """On the timeline."""
        return say(
            "%(households)s households handed in %(entries)s entries; made into one issue.",
            households=self.households,
            entries=self.entries,
        )

    def fact(self) -> Message:
        """Under the stage."""
        return say(
            "%(households)s households, %(entries)s entries", households=self.households, entries=self.entries
        )


@dataclass(frozen=True, kw_only=True)
class IssueEndorsed(Event):
    """One neighbour stands behind it."""

    kind = "propose:issue_endorsed"
    stage = 1
    on_behalf: bool = False
    """Whether somebody entered it for them."""


@dataclass(frozen=True, kw_only=True)
class IssueVerified(Event):
    """Checked on the spot and classified: who may decide is known."""

    kind = "propose:issue_verified"
    stage = 1
    nature: str
    answer_due_on: date
    lifted: bool = False
    """Whether it was private from birth and the committee made it public."""

    def told(self) -> Message:
        """On the timeline."""
        if self.lifted:
            return say("Checked on the spot. The committee made it public; the reason can be read here.")
        return say("Checked on the spot.")

    def ahead(self) -> Ahead:
        """The committee says what becomes of it."""
        return Ahead(say("Say what becomes of the matter"), COMMITTEE, self.answer_due_on, "/settlement")


@dataclass(frozen=True, kw_only=True)
class FoundReported(Event):
    """Whoever the category names first told the committee what they found and did."""

    kind = "propose:found_reported"
    stage = 1

    def told(self) -> Message:
        """On the timeline."""
        return say("The property firm told the committee what it found and did.")


@dataclass(frozen=True, kw_only=True)
class SafetyTaken(Event):
    """Danger: something was done at once, before anybody decided."""

    kind = "propose:safety_taken"
    stage = 1
    volunteers: int

    def told(self) -> Message:
        """On the timeline."""
        if not self.volunteers:
            return say("Safety measures taken at once.")
        return say_n(
            "Safety measures taken at once; %(n)s volunteer patrols.",
            "Safety measures taken at once; %(n)s volunteers patrol.",
            self.volunteers,
        )
