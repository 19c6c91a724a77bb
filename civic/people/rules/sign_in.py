"""How long a login session lasts, when it has to prove itself once more, what a code is worth."""

import re
from collections.abc import Iterable
from datetime import datetime, timedelta

from civic.core.message import Message, say
from civic.core.verdict import YES, Verdict, no
from civic.permissions import GUARDED, STEP_UP, Permission, Standing

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

CONFIRMED_FOR = timedelta(minutes=10)
"""So long after one proved who one is, dangerous acts ask for no password (ASVS 7.5.3)."""

KEEPERS = frozenset(
    {
        Standing.COMMITTEE, Standing.PARTY_COMMITTEE, Standing.SUPERVISOR, Standing.OWNERS_COMMITTEE,
        Standing.ADMINISTRATOR,
    }
)  # fmt: skip
"""Who needs the second factor for what reaches everybody's data (ASVS 6.3.3)."""


def needs_factor(permission: Permission, standings: Iterable[Standing], *, strong: bool, demo: bool) -> bool:
    """Whether the second factor is missing; the demo has none."""
    return permission in GUARDED and not strong and not demo and bool(KEEPERS & set(standings))


def needs_proof(permission: Permission, confirmed_at: datetime | None, now: datetime, *, demo: bool) -> bool:
    """Whether the password is asked for once more before this act; the demo does without."""
    return permission in STEP_UP and not demo and not lately_proved(confirmed_at, now)


def lately_proved(confirmed_at: datetime | None, now: datetime) -> bool:
    """Whether one signed in or typed the password within ten minutes."""
    return confirmed_at is not None and now - confirmed_at < CONFIRMED_FOR


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


DEVICES: dict[str, Message] = {
    "phone": say("A phone"),
    "wechat": say("WeChat on a phone"),
    "computer": say("A computer"),
    "": say("A device that did not say what it is"),
}
"""Enough to know one's own sessions apart; nothing more is kept of a browser."""


def device_of(agent: str) -> str:
    """What kind of device, from what the browser says that it is."""
    if "MicroMessenger" in agent:
        return "wechat"
    if re.search("Mobile|Android|iPhone|iPad|HarmonyOS|OpenHarmony", agent):
        return "phone"
    return "computer" if re.search("Windows|Macintosh|Linux|X11", agent) else ""
