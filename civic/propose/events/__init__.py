"""What happens in Propose, past tense."""

from civic.propose.events.clock import CategorySet, DateMissed, DatePutOff, WaitBegun, WaitEnded
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
    "CategorySet",
    "DateMissed",
    "DatePutOff",
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
    "WaitBegun",
    "WaitEnded",
]
