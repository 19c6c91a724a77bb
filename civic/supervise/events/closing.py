"""Closing out with two keys, and going back to work."""

from dataclasses import dataclass

from civic.core.event import Ahead, Event
from civic.core.message import Message, joined, say, say_p
from civic.permissions import NAMES, Standing

COMMITTEE = NAMES[Standing.COMMITTEE]


@dataclass(frozen=True, kw_only=True)
class _OfCloseOut(Event):
    """Something about one close-out sheet."""

    stage = 5
    close_out_id: int

    def evidence(self) -> tuple[str, Message]:
        """The sheet 销号单."""
        return f"/close-outs/{self.close_out_id}", say("Close-out sheet")


@dataclass(frozen=True, kw_only=True)
class CloseOutAsked(_OfCloseOut):
    """Somebody says that it is done; the figures of the watch go along."""

    kind = "supervise:close_out_asked"
    met: bool | None
    kept: int
    of_days: int

    def told(self) -> Message:
        """On the timeline."""
        if self.met is None:
            return say("Close-out asked for; nothing was watched.")
        if self.met:
            return say(
                "Close-out asked for: kept on %(kept)s of %(days)s days, as promised.",
                kept=self.kept,
                days=self.of_days,
            )
        return say(
            "Close-out asked for: kept on only %(kept)s of %(days)s days, less than promised.",
            kept=self.kept,
            days=self.of_days,
        )

    def late(self) -> bool:
        """When the promise was not kept."""
        return self.met is False

    def ahead(self) -> Ahead:
        """Two keys."""
        who = joined([NAMES[Standing.SUPERVISOR], COMMITTEE], say_p("between offices", ", "))
        return Ahead(
            say("Check the result and turn the two keys"), who, None, f"/close-outs/{self.close_out_id}"
        )


@dataclass(frozen=True, kw_only=True)
class KeyTurned(_OfCloseOut):
    """One of the two agrees."""

    kind = "supervise:key_turned"
    key: int
    role: str

    def told(self) -> Message:
        """On the timeline."""
        who = NAMES[Standing(self.role)]
        if self.key == 1:
            return say("%(who)s: agreed to close, first key.", who=who)
        return say("%(who)s: agreed to close, second key.", who=who)


@dataclass(frozen=True, kw_only=True)
class CloseOutRefused(_OfCloseOut):
    """Not closed: back to work, with a public reason."""

    kind = "supervise:close_out_refused"
    back_to = 4
    role: str

    def told(self) -> Message:
        """On the timeline."""
        return say("%(who)s: not agreed to close; the reason is public.", who=NAMES[Standing(self.role)])

    def ahead(self) -> Ahead:
        """What is missing must be done."""
        return Ahead(
            say("Do what is missing, then ask again"), COMMITTEE, None, f"/close-outs/{self.close_out_id}"
        )


@dataclass(frozen=True, kw_only=True)
class IssueClosedOut(_OfCloseOut):
    """Both keys were turned: who asked, who supervises and who is responsible agree."""

    kind = "supervise:issue_closed_out"

    def told(self) -> Message:
        """On the timeline."""
        return say("All three sides agree: closed out.")


@dataclass(frozen=True, kw_only=True)
class IssueReopened(Event):
    """Back to work, with a public reason."""

    kind = "supervise:issue_reopened"
    stage = 5
    back_to = 4
    reopening_id: int

    def told(self) -> Message:
        """On the timeline."""
        return say("Reopened; the reason is public.")

    def late(self) -> bool:
        """A setback, said as plainly as lateness."""
        return True

    def evidence(self) -> tuple[str, Message]:
        """The reason."""
        return "/reopening", say("Reason")

    def ahead(self) -> Ahead:
        """The committee orders what is missing."""
        return Ahead(say("Order what is missing"), COMMITTEE)
