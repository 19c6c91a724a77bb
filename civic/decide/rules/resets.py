"""Ballots soon after somebody else opened a way into the voter's account (security.md, V8)."""

from collections.abc import Iterable
from datetime import datetime, timedelta

WATCHED = timedelta(hours=24)
"""So long after a reset a ballot is marked. The mark is a figure: no name, no choice."""


def soon_after(cast_at: datetime, resets: Iterable[datetime]) -> bool:
    """Whether this ballot was cast, or changed last, within the watched hours after one of these resets."""
    return any(reset <= cast_at < reset + WATCHED for reset in resets)
