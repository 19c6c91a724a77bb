"""What all events about one contribution share. None says what is ahead on the road: that stays what it was."""

from dataclasses import dataclass

from civic.core.event import Event
from civic.core.message import Message, say


@dataclass(frozen=True, kw_only=True)
class OfContribution(Event):
    """Something about one contribution or reply."""

    stage = 2
    contribution_id: int


def page_of(reference: str, contribution_id: int) -> tuple[str, Message]:
    """Where it stands, with whatever became of it."""
    return f"/issues/{reference}/views/{contribution_id}", say("Contribution")
