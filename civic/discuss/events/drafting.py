"""The draft of a resolution and its amendments. None says what is ahead: the road stays what it was."""

from dataclasses import dataclass
from datetime import date

from civic.core.event import Event
from civic.core.message import Message, say, say_n
from civic.permissions import NAMES, Standing

COMMITTEE = NAMES[Standing.COMMITTEE]


@dataclass(frozen=True, kw_only=True)
class OfDraft(Event):
    """Something about the draft; it stands on the draft's page."""

    stage = 2
    reference: str

    def evidence(self) -> tuple[str, Message]:
        """The draft."""
        return f"/issues/{self.reference}/draft", say("Draft resolution")


@dataclass(frozen=True, kw_only=True)
class DraftWritten(OfDraft):
    """The first version is public."""

    kind = "discuss:draft_written"
    version: int

    def told(self) -> Message:
        """On the timeline."""
        return say("The draft resolution is public. Amendments can be proposed.")


@dataclass(frozen=True, kw_only=True)
class OfAmendment(OfDraft):
    """Something about one amendment."""

    amendment_id: int

    def evidence(self) -> tuple[str, Message]:
        """The amendment, under the draft."""
        return f"/issues/{self.reference}/draft#a{self.amendment_id}", say("Amendment")


@dataclass(frozen=True, kw_only=True)
class AmendmentProposed(OfAmendment):
    """Somebody set a text against the text."""

    kind = "discuss:amendment_proposed"
    version: int
    due_on: date

    def told(self) -> Message:
        """On the timeline, with who answers by when."""
        return say(
            "Amendment to version %(n)s of the draft: %(body)s answers by %(day)s.",
            n=self.version,
            body=COMMITTEE,
            day=self.due_on,
        )


@dataclass(frozen=True, kw_only=True)
class AmendmentWithdrawn(OfAmendment):
    """Whoever proposed it took it back; its text is gone."""

    kind = "discuss:amendment_withdrawn"


@dataclass(frozen=True, kw_only=True)
class AmendmentAnswered(OfAmendment):
    """Accepted, with the version that it made, or declined."""

    kind = "discuss:amendment_answered"
    accepted: bool
    version: int
    """Of the draft from now on."""
    outdated: int
    """How many others lost their paragraph by it."""
    late_days: int

    def told(self) -> Message:
        """On the timeline; lateness in words."""
        if self.late_days:
            return say_n(
                "%(body)s: an amendment to the draft was answered %(n)s day late.",
                "%(body)s: an amendment to the draft was answered %(n)s days late.",
                self.late_days,
                body=COMMITTEE,
            )
        if self.accepted:
            return say("Amendment accepted: the draft is now version %(n)s.", n=self.version)
        return say("Amendment to the draft declined, with a reason.")

    def late(self) -> bool:
        """When it was."""
        return self.late_days > 0


@dataclass(frozen=True, kw_only=True)
class AmendmentOverdue(OfAmendment):
    """The day of the answer has passed without one."""

    kind = "discuss:amendment_overdue"
    due_on: date

    def told(self) -> Message:
        """On the timeline, with the body that owes it."""
        return say(
            "%(body)s: the answer to an amendment was due on %(day)s.", body=COMMITTEE, day=self.due_on
        )

    def late(self) -> bool:
        """Always."""
        return True


@dataclass(frozen=True, kw_only=True)
class AmendmentSeen(OfAmendment):
    """Whoever proposed it has read what became of it."""

    kind = "discuss:amendment_seen"
