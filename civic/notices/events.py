"""What happens on the board of notices."""

from dataclasses import dataclass
from datetime import date

from civic.core.event import Ahead, Event
from civic.core.message import Message, say, say_n
from civic.permissions import NAMES, Standing

INFORMING = frozenset({"topic", "outcome", "vote"})
"""Notices that take no objections."""


@dataclass(frozen=True, kw_only=True)
class NoticePosted(Event):
    """Something hangs on the board until 24:00 of a day."""

    kind = "notices:notice_posted"
    notice_id: int
    subject: str
    until_on: date

    def told(self) -> None:
        """The act that posted it speaks for itself on the timeline."""


@dataclass(frozen=True, kw_only=True)
class NoticeLapsed(Event):
    """The days of a posting are over."""

    kind = "notices:notice_lapsed"
    notice_id: int
    subject: str
    subject_id: int
    objections: int
    stage_no: int

    def told(self) -> Message | None:
        """On the timeline, where objections were taken; else the room that posted it tells what follows."""
        if self.subject in INFORMING:
            return None
        if self.objections:
            return say_n(
                "Posting ended; %(n)s objection.", "Posting ended; %(n)s objections.", self.objections
            )
        return say("Posting ended; no objection.")

    def evidence(self) -> tuple[str, Message]:
        """The notice."""
        return f"/notices/{self.notice_id}", say("Notice")


@dataclass(frozen=True, kw_only=True)
class ObjectionMade(Event):
    """Somebody does not agree."""

    kind = "notices:objection_made"
    notice_id: int
    objection_id: int
    answer_due_on: date
    stage_no: int

    def told(self) -> Message:
        """On the timeline."""
        return say("One objection.")

    def evidence(self) -> tuple[str, Message]:
        """The notice."""
        return f"/notices/{self.notice_id}", say("Notice")

    def ahead(self) -> Ahead:
        """It must be answered."""
        return Ahead(
            say("Answer the objection"),
            NAMES[Standing.COMMITTEE],
            self.answer_due_on,
            f"/notices/{self.notice_id}",
        )


@dataclass(frozen=True, kw_only=True)
class ObjectionAnswered(Event):
    """The objection got its answer."""

    kind = "notices:objection_answered"
    notice_id: int
    objection_id: int
    upheld: bool
    days: int
    stage_no: int
    posting_until_on: date

    def told(self) -> Message:
        """On the timeline."""
        return say_n(
            "Objection answered within %(n)s day.", "Objection answered within %(n)s days.", self.days
        )

    def evidence(self) -> tuple[str, Message]:
        """The answer."""
        return f"/notices/{self.notice_id}", say("Answer")

    def ahead(self) -> Ahead:
        """The posting goes on."""
        return Ahead(
            say("The posting ends"),
            say("Everyone may look"),
            self.posting_until_on,
            f"/notices/{self.notice_id}",
            turn=False,
        )
