"""How often somebody may try at a door, and how long they wait then. Never a lock-out (security §1.5)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network


@dataclass(frozen=True)
class Limit:
    """So many tries within that time. Where it `grows`, every further one costs a longer wait; else the door
    opens again when the time is over."""

    name: str
    most: int
    within: timedelta
    grows: bool = False


LOGIN = Limit("login", 5, timedelta(minutes=15), grows=True)
"""Passwords for one name, whether anybody has it or not."""
ADDRESS = Limit("address", 30, timedelta(hours=1))
"""Wrong passwords from one network."""
FACTOR = Limit("factor", 5, timedelta(minutes=15), grows=True)
"""Second factors for one account."""
CODE = Limit("code", 3, timedelta(hours=1))
"""Codes, or the facts beside them, for one person or dwelling."""
CODE_ADDRESS = Limit("code-address", 20, timedelta(days=1))
"""Wrong codes from one network."""

LONGEST_WAIT = timedelta(minutes=15)
FIRST_WAIT = timedelta(seconds=30)
FORGOTTEN_AFTER = timedelta(hours=1)
"""So long after the last wait a row of wrong tries is forgotten."""


@dataclass(frozen=True)
class Tried:
    """A row of tries: how many, since when, and until when the door stays shut."""

    count: int
    since: datetime
    wait_until: datetime | None = None


def waits(limit: Limit, tried: Tried | None, now: datetime) -> datetime | None:
    """Until when the door is shut; None while it is open."""
    if tried is None or over(limit, tried, now) or tried.wait_until is None or tried.wait_until <= now:
        return None
    return tried.wait_until


def one_more(limit: Limit, tried: Tried | None, now: datetime) -> Tried:
    """The row with one more try; a new row when the last one is over."""
    if tried is None or over(limit, tried, now):
        tried = Tried(0, now)
    count = tried.count + 1
    if count < limit.most:
        return Tried(count, tried.since)
    if not limit.grows:
        return Tried(count, tried.since, tried.since + limit.within)
    # 2 ** 5 × 30 s is more than the longest wait already.
    wait = min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(count - limit.most, 5))
    return Tried(count, tried.since, now + wait)


def over(limit: Limit, tried: Tried, now: datetime) -> bool:
    """Whether a row of tries counts no more. A clock that was set back forgives rather than shuts out."""
    if tried.since > now:
        return True
    if tried.wait_until is None:
        return tried.since + limit.within <= now
    return tried.wait_until + (FORGOTTEN_AFTER if limit.grows else timedelta(0)) <= now


def network(address: str) -> str:
    """The /24 or /56 an address belongs to: one household or office, whichever machine of it."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if isinstance(found, IPv6Address) and found.ipv4_mapped:
        found = found.ipv4_mapped
    return str(ip_network((found, 24 if isinstance(found, IPv4Address) else 56), strict=False))
