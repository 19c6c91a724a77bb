"""What was said is hidden, or shown again."""

from dataclasses import dataclass
from datetime import date

from civic.core.message import Message, say
from civic.discuss.events.contribution import OfContribution, page_of


@dataclass(frozen=True, kw_only=True)
class ContributionHidden(OfContribution):
    """The committee hid it; ground and reason are public, its side and the figures stay."""

    kind = "discuss:contribution_hidden"
    reference: str
    hiding_id: int
    ground: str
    reports: int
    appeal_until_on: date

    def told(self) -> Message:
        """On the timeline."""
        return say(
            "A contribution was hidden; its author may appeal until %(until)s.", until=self.appeal_until_on
        )

    def evidence(self) -> tuple[str, Message]:
        """Where ground and reason stand."""
        return page_of(self.reference, self.contribution_id)


@dataclass(frozen=True, kw_only=True)
class ContributionShown(OfContribution):
    """The committee thought better of it."""

    kind = "discuss:contribution_shown"
    reference: str
    hiding_id: int

    def told(self) -> Message:
        """On the timeline."""
        return say("The committee shows a contribution again that it had hidden.")

    def evidence(self) -> tuple[str, Message]:
        """Where it stands."""
        return page_of(self.reference, self.contribution_id)
