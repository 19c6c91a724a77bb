"""A matter became private or public."""

from dataclasses import dataclass

from civic.core.event import Event
from civic.core.message import Message, say


@dataclass(frozen=True, kw_only=True)
class PublicAgreed(Event):
    """The raiser agrees that it becomes public; noted: somebody heard it and wrote it down."""

    kind = "propose:public_agreed"
    stage = 1
    noted: bool

    def told(self) -> Message:
        """On the timeline."""
        if self.noted:
            return say("The raiser agrees that it becomes public; noted by whoever entered it.")
        return say("The raiser agrees that it becomes public.")


@dataclass(frozen=True, kw_only=True)
class NatureCorrected(Event):
    """The committee corrected what kind of matter it is."""

    kind = "propose:nature_corrected"
    stage = 1
    nature: str

    def told(self) -> Message:
        """On the timeline."""
        return say("The kind of matter was corrected.")
