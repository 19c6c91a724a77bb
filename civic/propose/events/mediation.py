"""A quarrel is mediated in private: begun, a day to meet, ended, looked at again. Never what was said."""

from dataclasses import dataclass
from datetime import date

from civic.core.event import Ahead, Event
from civic.core.message import Message, say

MEDIATOR = say("The mediator")


@dataclass(frozen=True, kw_only=True)
class MediationBegun(Event):
    """Both sides agreed to be mediated."""

    kind = "propose:mediation_begun"
    stage = 4
    until_on: date

    def told(self) -> Message:
        """On the timeline."""
        return say("Both sides agreed to mediation in private, until %(day)s.", day=self.until_on)

    def ahead(self) -> Ahead:
        """The mediator brings them together."""
        return Ahead(say("Mediate in private"), MEDIATOR, self.until_on, "/mediation")


@dataclass(frozen=True, kw_only=True)
class MediationSessionSet(Event):
    """A day and a place to meet; neither is public."""

    kind = "propose:mediation_session_set"
    stage = 4
    mediation_id: int


@dataclass(frozen=True, kw_only=True)
class MediationEnded(Event):
    """It settled the quarrel or not; more is nobody else's business."""

    kind = "propose:mediation_ended"
    stage = 4
    settled: bool

    def told(self) -> Message:
        """On the timeline."""
        if self.settled:
            return say("Mediated in private: settled.")
        return say("Mediated in private: not settled.")

    def fact(self) -> Message:
        """Under the stage."""
        return say("settled") if self.settled else say("not settled")


@dataclass(frozen=True, kw_only=True)
class AgreementReviewed(Event):
    """It was looked at whether the agreement is kept; whether it is stays between the two."""

    kind = "propose:agreement_reviewed"
    stage = 4
    mediation_id: int
