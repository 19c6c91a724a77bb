"""Where in a building or a community something is, and whom it affects: short lists to choose from."""

from dataclasses import dataclass
from datetime import date

from civic.core.message import Message, building, say

COMMON_PARTS: dict[str, Message] = {
    "stairwell": say("Stairwell"),
    "lift": say("Lift"),
    "roof": say("Roof"),
    "basement": say("Basement"),
    "courtyard": say("Courtyard"),
    "road": say("Road"),
    "green": say("Green space"),
    "gate": say("Gate"),
    "other": say("Another shared part"),
}
"""Shared parts (Civil Code 274 and the Interpretation of 2009, art. 3), as people say them."""

AFFECTS: dict[str, Message] = {
    "us": say("One household"),
    "entrance": say("The whole entrance"),
    "building": say("The whole building"),
    "estate": say("The whole estate"),
    "community": say("The whole community"),
}
"""Who else is affected, the fewest first."""


@dataclass(frozen=True)
class Further:
    """What a raiser may say besides: all of it may be left out."""

    floor: int | None = None
    common_part: str = ""
    affects: str = ""
    hide_building: bool = False
    received_on: date | None = None
    """When the paper was handed in, where that was before it was entered."""


def place_in_words(name: str, entrance: int | None, floor: int | None, part: str) -> Message:
    """Building, entrance, floor and shared part in one; without a building, the whole community."""
    where = building(name) if name else say("The whole community")
    if name and entrance:
        where = say("%(building)s, entrance %(entrance)s", building=where, entrance=entrance)
    if name and floor:
        where = say("%(place)s, floor %(floor)s", place=where, floor=floor)
    return say("%(place)s: %(part)s", place=where, part=COMMON_PARTS[part]) if part else where


def place_without_building(part: str) -> Message:
    """The place as the public reads it where the building is not shown."""
    if part:
        return say("%(part)s; the building is not shown", part=COMMON_PARTS[part])
    return say("The building is not shown")
