"""What happens in Propose, past tense."""

from civic.propose.events.clock import CategorySet, DateMissed, DatePutOff, WaitBegun, WaitEnded
from civic.propose.events.merged import (
    EndorsementWithdrawn,
    IssueJoined,
    IssueMerged,
    OutcomeTold,
    SupporterCame,
    SupporterStayed,
)
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
    IssueRouted,
    RouteAnswered,
)

__all__ = [
    "CategorySet",
    "DateMissed",
    "DatePutOff",
    "EndorsementWithdrawn",
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
    "OutcomeTold",
    "RouteAnswered",
    "SafetyTaken",
    "SupporterCame",
    "SupporterStayed",
    "WaitBegun",
    "WaitEnded",
]
