"""Issues that became one; who came along and who stayed behind."""

from dataclasses import dataclass

from civic.core.event import Event
from civic.core.message import Message, say, say_n


@dataclass(frozen=True, kw_only=True)
class IssueMerged(Event):
    """Goes on as part of another issue; its supporters are carried over and may stay behind."""

    kind = "propose:issue_merged"
    stage = 1
    into_id: int
    into_reference: str
    carried: int | None = None
    """How many people were carried over; None in entries from before that was counted."""

    def told(self) -> Message:
        """On the timeline."""
        if self.carried is None:
            return say(
                "Merged into %(reference)s; who endorsed it goes along.", reference=self.into_reference
            )
        return say_n(
            "Merged into %(reference)s; %(n)s supporter is carried over and may stay behind.",
            "Merged into %(reference)s; %(n)s supporters are carried over, and each may stay behind.",
            self.carried,
            reference=self.into_reference,
        )

    def evidence(self) -> tuple[str, Message]:
        """The issue it became part of."""
        return f"/issues/{self.into_reference}", say("That issue")


@dataclass(frozen=True, kw_only=True)
class IssueJoined(Event):
    """Another issue was merged into this one."""

    kind = "propose:issue_joined"
    stage = 1
    from_reference: str

    def told(self) -> Message:
        """On the timeline."""
        return say("%(reference)s was merged into this issue.", reference=self.from_reference)

    def evidence(self) -> tuple[str, Message]:
        """The issue that became part of this one."""
        return f"/issues/{self.from_reference}", say("That issue")


@dataclass(frozen=True, kw_only=True)
class SupporterStayed(Event):
    """Somebody who was carried over stands behind the merged issue alone."""

    kind = "propose:supporter_stayed"
    stage = 1
    into_id: int


@dataclass(frozen=True, kw_only=True)
class SupporterCame(Event):
    """Somebody who was carried over says that they know, or comes along after all."""

    kind = "propose:supporter_came"
    stage = 1
    into_id: int


@dataclass(frozen=True, kw_only=True)
class EndorsementWithdrawn(Event):
    """One neighbour stands behind it no more."""

    kind = "propose:endorsement_withdrawn"
    stage = 1
    on_behalf: bool = False


@dataclass(frozen=True, kw_only=True)
class OutcomeTold(Event):
    """The raiser read what became of it, or whoever entered it for them told them."""

    kind = "propose:outcome_told"
    stage_no: int
    in_person: bool

    def told(self) -> Message | None:
        """On the timeline, where somebody went to tell; what a resident reads is their own business."""
        return (
            say("Whoever it was entered for was told in person what became of it.")
            if self.in_person
            else None
        )
