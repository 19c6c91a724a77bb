"""What happens in Propose, past tense."""

from civic.propose.events.raised import (
    HandoversEntered,
    IssueEndorsed,
    IssueRaised,
    IssueVerified,
    SafetyTaken,
)
from civic.propose.events.settled import (
    IssueAccepted,
    IssueDeclined,
    IssueHandled,
    IssueJoined,
    IssueMerged,
    IssueRouted,
    RouteAnswered,
)

__all__ = [
    "HandoversEntered",
    "IssueAccepted",
    "IssueDeclined",
    "IssueEndorsed",
    "IssueHandled",
    "IssueJoined",
    "IssueMerged",
    "IssueRaised",
    "IssueRouted",
    "IssueVerified",
    "RouteAnswered",
    "SafetyTaken",
]
