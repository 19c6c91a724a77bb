"""For whom a collector may enter an issue 代录."""

from collections.abc import Iterable
from dataclasses import dataclass

from civic.permissions import Standing


@dataclass(frozen=True)
class Reach:
    """People of these buildings, None for the whole community; or only whoever is known by name."""

    buildings: frozenset[int] | None = None
    by_name_only: bool = False


def reach_of(standings: Iterable[Standing], buildings: frozenset[int]) -> Reach:
    """The committee everywhere, other offices in their buildings, volunteers whom they know by name."""
    held = set(standings)
    if Standing.COMMITTEE in held:
        return Reach()
    if buildings:
        return Reach(buildings)
    return Reach(by_name_only=Standing.GRID_WORKER not in held)
