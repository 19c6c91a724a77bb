"""The author of hidden words wants a second opinion, and gets it."""

from dataclasses import dataclass
from datetime import date

from civic.core.message import Message, say, say_n
from civic.discuss.events.contribution import OfContribution, page_of


@dataclass(frozen=True, kw_only=True)
class HidingAppealed(OfContribution):
    """Its author wants a second opinion."""

    kind = "discuss:hiding_appealed"
    reference: str
    hiding_id: int
    answer_due_on: date

    def told(self) -> Message:
        """On the timeline."""
        return say(
            "Appeal against a hiding; the supervisory committee answers until %(until)s.",
            until=self.answer_due_on,
        )

    def evidence(self) -> tuple[str, Message]:
        """Where it stands."""
        return page_of(self.reference, self.contribution_id)


@dataclass(frozen=True, kw_only=True)
class AppealOverdue(OfContribution):
    """The day of the answer has passed without one."""

    kind = "discuss:appeal_overdue"
    reference: str
    hiding_id: int
    answer_due_on: date

    def told(self) -> Message:
        """On the timeline."""
        return say("The answer to an appeal is late; it was due on %(day)s.", day=self.answer_due_on)

    def late(self) -> bool:
        """Always."""
        return True

    def evidence(self) -> tuple[str, Message]:
        """Where it stands."""
        return page_of(self.reference, self.contribution_id)


@dataclass(frozen=True, kw_only=True)
class AppealAnswered(OfContribution):
    """The supervisory committee decided."""

    kind = "discuss:appeal_answered"
    reference: str
    hiding_id: int
    upheld: bool
    late_days: int

    def told(self) -> Message:
        """On the timeline, with the days that it was late."""
        if self.late_days and self.upheld:
            return say_n(
                "An appeal was right: a hidden contribution is shown again. %(n)s day late.",
                "An appeal was right: a hidden contribution is shown again. %(n)s days late.",
                self.late_days,
            )
        if self.late_days:
            return say_n(
                "An appeal was not upheld: a contribution stays hidden. %(n)s day late.",
                "An appeal was not upheld: a contribution stays hidden. %(n)s days late.",
                self.late_days,
            )
        if self.upheld:
            return say("An appeal was right: a hidden contribution is shown again.")
        return say("An appeal was not upheld: a contribution stays hidden.")

    def late(self) -> bool:
        """When it was."""
        return self.late_days > 0

    def evidence(self) -> tuple[str, Message]:
        """Where the answer stands."""
        return page_of(self.reference, self.contribution_id)
