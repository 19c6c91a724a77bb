"""曙光小区(演示): 216 dwellings, 17,640.50 m², 209 heads, and how each owner answers about the wall.

The figures are those of case B in the domain paper; areas are whole hundredths of a square metre,
chosen so that every group adds up to the hundredth.
"""

from collections.abc import Iterator
from dataclasses import dataclass

BUILDINGS = (33, 34, 35, 36)
ENTRANCES, FLOORS, DOORS = 3, 6, 3
"""54 dwellings a building."""

UNSOLD = 6
"""The developer's, together one head (Interpretation of 2020, art. 9)."""
BIG = 3
"""Dwellings of the one owner of several, together one head."""

WIGGLE = (-1180, 640, -420, 1530, -760, 910, -720)
"""How the homes of a group differ from their mean; adds up to nothing."""


@dataclass(frozen=True)
class Group:
    """Owners who answer alike: heads, dwellings, and their area in hundredths."""

    answer: str
    heads: int
    dwellings: int
    area: int


GROUPS = (
    Group("yes", 118, 118 - 1 + BIG, 1_004_630),
    Group("no", 28, 28, 212_500),
    Group("abstain", 12, 12, 93_110),
    Group("not_owner", 2, 2, 17_260),
    Group("double_mark", 1, 1, 8_640),
    Group("", 48, 48 - 1 + UNSOLD, 427_910),
)
"""For 118 / 10,046.30, against 28 / 2,125.00, abstaining 12 / 931.10, invalid 3, not returned 48."""


@dataclass(frozen=True)
class Owner:
    """One head: the areas of its dwellings, and what stands on its sheet ("" if none came back)."""

    answer: str
    areas: tuple[int, ...]

    @property
    def is_developer(self) -> bool:
        """Whether it is the firm with the unsold dwellings."""
        return len(self.areas) == UNSOLD


def spread(total: int, parts: int) -> list[int]:
    """`total` in that many unequal whole parts."""
    mean, rest = divmod(total, parts)
    found = [mean + WIGGLE[i % len(WIGGLE)] + (i < rest) for i in range(parts)]
    found[-1] -= sum(found) - total
    return found


def owners() -> list[Owner]:
    """All 209, mixed as neighbours are: the developer last, the owner of three among those for."""
    groups = [list(_heads(group)) for group in GROUPS]
    developer = groups[-1].pop()
    people = [owner for group in groups for owner in group]
    # 53 and 208 share no factor, so every owner comes once.
    return [*(people[i * 53 % len(people)] for i in range(len(people))), developer]


def _heads(group: Group) -> Iterator[Owner]:
    areas = spread(group.area, group.dwellings)
    several = group.dwellings - group.heads + 1
    for head in range(group.heads - 1):
        yield Owner(group.answer, (areas[head],))
    yield Owner(group.answer, tuple(areas[-several:]))


def doors() -> Iterator[tuple[int, int, str]]:
    """Building, entrance, door of every dwelling, in the order in which owners are seated."""
    for building in BUILDINGS:
        for entrance in range(1, ENTRANCES + 1):
            for floor in range(1, FLOORS + 1):
                for door in range(1, DOORS + 1):
                    yield building, entrance, f"{floor}0{door}"
