"""Ballots and sheets come in. Never a choice, never a name."""

from dataclasses import dataclass

from civic.core.event import Event
from civic.core.message import Message, say


@dataclass(frozen=True, kw_only=True)
class BallotCast(Event):
    """One ballot came in; the ledger does not know what it says."""

    kind = "decide:ballot_cast"
    stage = 3
    vote_id: int


@dataclass(frozen=True, kw_only=True)
class BallotChanged(Event):
    """A voter changed the own ballot."""

    kind = "decide:ballot_changed"
    stage = 3
    vote_id: int


@dataclass(frozen=True, kw_only=True)
class DeliveryRecorded(Event):
    """How the sheets reached those who may vote."""

    kind = "decide:delivery_recorded"
    stage = 3
    vote_id: int
    delivered: int
    posted: int

    def told(self) -> Message:
        """On the timeline."""
        return say(
            "Sheets: %(delivered)s delivered by hand, %(posted)s by posted notice.",
            delivered=self.delivered,
            posted=self.posted,
        )

    def evidence(self) -> tuple[str, Message]:
        """The list of sheets."""
        return f"/votes/{self.vote_id}/sheets", say("List of sheets")


@dataclass(frozen=True, kw_only=True)
class SheetKeyed(Event):
    """A clerk keyed a sheet; `reading` is the first or the second."""

    kind = "decide:sheet_keyed"
    stage = 3
    vote_id: int
    sheet_id: int
    reading: int


@dataclass(frozen=True, kw_only=True)
class SheetSettled(Event):
    """A third person settled two different readings from the paper."""

    kind = "decide:sheet_settled"
    stage = 3
    vote_id: int
    sheet_id: int
