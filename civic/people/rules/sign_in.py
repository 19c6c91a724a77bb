"""When sign-in must wait, how long it lasts, what a password must be."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from civic.core.message import say
from civic.core.verdict import YES, Verdict, no
from civic.permissions import Standing

OFFICERS = frozenset(
    {
        Standing.COMMITTEE, Standing.PARTY_COMMITTEE, Standing.SUPERVISOR, Standing.OWNERS_COMMITTEE,
        Standing.ADMINISTRATOR, Standing.CLERK, Standing.GRID_WORKER,
    }
)  # fmt: skip
"""Whose login sessions are short (Design §8.8)."""

IDLE = timedelta(days=30)
ABSOLUTE = timedelta(days=180)
SHARED_PHONE = timedelta(hours=12)
OFFICER_IDLE = timedelta(minutes=30)
OFFICER_ABSOLUTE = timedelta(hours=12)

RENEW_AFTER = timedelta(minutes=5)
"""How long a login session may go without being written to: reading alone must not write."""

FREE_TRIES = 5
LEAST_PASSWORD = 10


def may_set_password(password: str) -> Verdict:
    """Long enough; nothing else is asked of it (NIST SP 800-63B)."""
    if len(password) < LEAST_PASSWORD:
        return no(say("Please choose a password of at least %(n)s characters.", n=LEAST_PASSWORD))
    return YES


def may_use_code(now: datetime, expires_at: datetime, used_at: datetime | None) -> Verdict:
    """A one-time code works once, within its hour."""
    if used_at is not None or now >= expires_at:
        return no(
            say("This code is used up or its hour has passed. “civic init” on the server gives a new one.")
        )
    return YES


def session_ends(
    now: datetime, standings: Iterable[Standing], *, shared_phone: bool
) -> tuple[datetime, datetime]:
    """Until when a login session may idle, and its last moment."""
    if OFFICERS & set(standings):
        return now + OFFICER_IDLE, now + OFFICER_ABSOLUTE
    if shared_phone:
        return now + SHARED_PHONE, now + SHARED_PHONE
    return now + IDLE, now + ABSOLUTE


def wait_after(failed: int, now: datetime) -> datetime | None:
    """After five wrong passwords every further one costs longer; never a lock-out."""
    if failed < FREE_TRIES:
        return None
    return now + timedelta(seconds=min(900, 30 * 2 ** (failed - FREE_TRIES)))
