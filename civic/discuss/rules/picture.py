"""A picture of an opinion map: what it is, when it is drawn anew, numbers by lot for its file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from civic.discuss.rules.opinion import FEWEST

PAUSE = timedelta(minutes=5)
"""A living map is drawn no oftener than that …"""
ENOUGH_PEOPLE = 5
"""… and only when so many people answered since: from two pictures nobody can read what one person said."""


@dataclass(frozen=True)
class Picture:
    """What a map says as of an instant: `shown` is public, `kept` never."""

    read_at: datetime
    shown: Mapping[str, Any]
    kept: Mapping[str, Any] = field(repr=False)


def draw_at(drawn_at: datetime | None, last_at: datetime, people: int) -> datetime | None:
    """When a living map is to be drawn: first with 15 people, then when five answered since the last
    picture, five minutes after it at the earliest. None: there is not enough that is new."""
    if people < (FEWEST if drawn_at is None else ENOUGH_PEOPLE):
        return None
    return last_at if drawn_at is None else max(last_at, drawn_at + PAUSE)


def numbered_anew(votes: Mapping[tuple[str, str], int], chance: bytes) -> list[tuple[str, str, str]]:
    """Lines of a file: participants as 1, 2, 3 … in an order by lot, then statements by their numbers.

    `chance` is drawn for this one file, so nobody is known again in another."""
    people = sorted({who for who, _ in votes}, key=lambda who: sha256(chance + who.encode()).digest())
    number = {who: at for at, who in enumerate(people, 1)}
    lines = sorted((number[who], int(what), vote) for (who, what), vote in votes.items())
    return [(str(who), str(what), str(vote)) for who, what, vote in lines]
