"""What happens in Supervise, past tense."""

from civic.supervise.events.closing import (
    CloseOutAsked,
    CloseOutRefused,
    IssueClosedOut,
    IssueReopened,
    KeyTurned,
)
from civic.supervise.events.demands import DemandAnswered, DemandMade
from civic.supervise.events.rating import (
    CallBackRecorded,
    FormsCounted,
    RatingEnded,
    RatingGiven,
    RatingOpened,
)
from civic.supervise.events.watching import ObservationRecorded, WatchStarted

__all__ = [
    "CallBackRecorded",
    "CloseOutAsked",
    "CloseOutRefused",
    "DemandAnswered",
    "DemandMade",
    "FormsCounted",
    "IssueClosedOut",
    "IssueReopened",
    "KeyTurned",
    "ObservationRecorded",
    "RatingEnded",
    "RatingGiven",
    "RatingOpened",
    "WatchStarted",
]
