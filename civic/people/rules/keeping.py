"""For how long private data lie open once somebody asked for them, and what must be said for it."""

from datetime import datetime, timedelta

from civic.core.message import say
from civic.core.verdict import YES, Verdict, no

SHOWN = timedelta(minutes=10)
"""So long somebody's telephone and birthday stay on their page for whoever pressed the button."""
GLASS = timedelta(hours=1)
"""So long the roll stays open to an administrator who broke the glass."""
KEPT = timedelta(minutes=15)
"""So long a list that was taken out can be fetched."""
LEAST_REASON = 10
"""Characters: a reason that somebody else can check later."""


def may_give_reason(reason: str) -> Verdict:
    """Long enough for whoever reads the log."""
    if len("".join(reason.split())) < LEAST_REASON:
        return no(say("Please write the reason in at least %(n)s characters.", n=LEAST_REASON))
    return YES


def still_open(since: datetime | None, lasts: timedelta, now: datetime) -> datetime | None:
    """Until when it lies open that was opened `since`; None when that is over, or never was."""
    return since + lasts if since is not None and since <= now < since + lasts else None
