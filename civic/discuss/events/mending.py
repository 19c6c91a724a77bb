"""What happens to what was said: answered, reworded, withdrawn, reported.

None of it stands on the timeline.
"""

from dataclasses import dataclass
from datetime import date

from civic.discuss.events.contribution import OfContribution


@dataclass(frozen=True, kw_only=True)
class ReplyMade(OfContribution):
    """Somebody answered a contribution; it stands under it, not on the timeline."""

    kind = "discuss:reply_made"
    parent_id: int


@dataclass(frozen=True, kw_only=True)
class ContributionEdited(OfContribution):
    """Its author reworded it; how it read before is kept."""

    kind = "discuss:contribution_edited"
    stance: str
    edits: int


@dataclass(frozen=True, kw_only=True)
class ContributionWithdrawn(OfContribution):
    """Its author took the text back; the place stays."""

    kind = "discuss:contribution_withdrawn"


@dataclass(frozen=True, kw_only=True)
class ContributionReported(OfContribution):
    """Somebody thinks that it breaks the rules; nobody reads that on the timeline."""

    kind = "discuss:contribution_reported"
    ground: str
    look_until_on: date


@dataclass(frozen=True, kw_only=True)
class ReportsAnswered(OfContribution):
    """The committee looked and left it as it is."""

    kind = "discuss:reports_answered"
    reports: int


@dataclass(frozen=True, kw_only=True)
class TalkNewsSeen(OfContribution):
    """Whom it concerns has read what became of it."""

    kind = "discuss:talk_news_seen"
