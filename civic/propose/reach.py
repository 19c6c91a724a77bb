"""For whom a collector may enter an issue 代录."""

from dataclasses import dataclass

from civic.permissions import HEADS, Standing
from civic.work import Actor


@dataclass(frozen=True)
class Reach:
    """People of these buildings and entrances, None for the whole community; or only whoever is known by name."""

    buildings: frozenset[int] | None = None
    entrances: frozenset[tuple[int, int]] = frozenset()
    by_name_only: bool = False

    def holds(self, building: int | None, entrance: int | None) -> bool:
        """Whether somebody of this building and entrance is within reach."""
        return self.buildings is None or building in self.buildings or (building, entrance) in self.entrances


def covers(actor: Actor, building: int | None, entrance: int | None) -> bool:
    """Whether a head's or grid worker's office reaches a place; of no entrance in particular, the whole building's."""
    return building in actor.buildings or any(
        where == building and entrance in {None, number} for where, number in actor.entrances
    )


def reach_of(actor: Actor) -> Reach:
    """The committee everywhere, heads and grid workers in their buildings; others, who do not keep the roll,
    whomever they know by their whole name (domain paper, section 4, "See identity data")."""
    held = set(actor.standings)
    if Standing.COMMITTEE in held:
        return Reach()
    if held & {*HEADS, Standing.GRID_WORKER}:
        return (
            Reach(actor.buildings, actor.entrances)
            if actor.buildings or actor.entrances
            else Reach(by_name_only=Standing.GRID_WORKER not in held)
        )
    return Reach(by_name_only=True)
