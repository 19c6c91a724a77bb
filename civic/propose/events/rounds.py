"""Rounds of the listening team: where, how many doors; never which door, never who."""

from dataclasses import dataclass
from datetime import date

from civic.core.event import Event


@dataclass(frozen=True, kw_only=True)
class RoundPlanned(Event):
    """Somebody is to go from door to door."""

    kind = "propose:round_planned"
    round_id: int
    building_id: int
    doors: int
    walk_on: date


@dataclass(frozen=True, kw_only=True)
class DoorsNoted(Event):
    """How many were met so far, not at home, or did not wish to talk."""

    kind = "propose:doors_noted"
    round_id: int
    met: int
    away: int
    declined: int


@dataclass(frozen=True, kw_only=True)
class RoundEnded(Event):
    """The round is over; doors of which nothing is noted stand on the next sheet."""

    kind = "propose:round_ended"
    round_id: int
    building_id: int
    met: int
    away: int
    declined: int
    unseen: int
