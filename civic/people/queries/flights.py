"""Doors arranged as they lie in a building: entrances, floors, places on a floor."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from civic.people.queries.gaps import Gap

WIDEST = 8
"""Doors beside one another up to which a floor is a row of a grid; a garage is a list."""


@dataclass(frozen=True)
class Cell:
    """A door of the plan."""

    dwelling_id: int
    entrance: int
    floor: int | None
    door: str
    kind: str
    people: int = 0
    gaps: tuple[Gap, ...] = ()
    slip: str = ""
    """Of a home: used, handed or printed, whichever is furthest; "" without a card that is good."""

    @property
    def column(self) -> str:
        """The door's place on its floor: 01 of 501; without a floor before it, the whole door."""
        floor = str(self.floor)
        return self.door[len(floor) :] if self.floor and self.door.startswith(floor) else self.door


@dataclass(frozen=True)
class Storey:
    """A floor of one entrance: its cells by column, None where there is no such door."""

    floor: int | None
    cells: Sequence[Cell | None]


@dataclass(frozen=True)
class Flight:
    """An entrance with its floors, the top one first; without columns where no grid can be made."""

    entrance: int
    columns: Sequence[str]
    storeys: Sequence[Storey]

    @property
    def cells(self) -> list[Cell]:
        """All its doors."""
        return [cell for storey in self.storeys for cell in storey.cells if cell]


def flights(cells: Sequence[Cell]) -> list[Flight]:
    """Doors by entrance, the top floor first, doors of the same place below one another."""
    by_entrance: dict[int, list[Cell]] = defaultdict(list)
    for cell in cells:
        by_entrance[cell.entrance].append(cell)
    return [_flight(entrance, by_entrance[entrance]) for entrance in sorted(by_entrance)]


def _flight(entrance: int, cells: Sequence[Cell]) -> Flight:
    columns = sorted({cell.column for cell in cells}, key=lambda name: (len(name), name))
    by_floor: dict[int | None, list[Cell]] = defaultdict(list)
    for cell in cells:
        by_floor[cell.floor].append(cell)
    floors = sorted(by_floor, key=lambda floor: (floor is None, -(floor or 0)))
    if len(columns) > WIDEST or any(_twice(by_floor[floor]) for floor in floors):
        return Flight(entrance, (), [Storey(floor, by_floor[floor]) for floor in floors])
    return Flight(entrance, columns, [_storey(floor, by_floor[floor], columns) for floor in floors])


def _twice(cells: Sequence[Cell]) -> bool:
    return len({cell.column for cell in cells}) < len(cells)


def _storey(floor: int | None, cells: Sequence[Cell], columns: Sequence[str]) -> Storey:
    at = {cell.column: cell for cell in cells}
    return Storey(floor, [at.get(column) for column in columns])


@dataclass(frozen=True)
class Leaf:
    """One page of paper: floors of an entrance, which page of how many."""

    entrance: int
    storeys: Sequence[Storey]
    number: int
    total: int


ROWS_A_LEAF, CELLS_A_ROW = 9, 6


def leaves(flight: Flight) -> list[Leaf]:
    """An entrance on paper: a grid as it is, a long floor in rows of six; floors shared evenly among the pages."""
    rows = list(flight.storeys) if flight.columns else [row for each in flight.storeys for row in _rows(each)]
    total = -(-len(rows) // ROWS_A_LEAF)
    first, more = divmod(len(rows), total)
    ends = [first * n + min(n, more) for n in range(total + 1)]
    return [
        Leaf(flight.entrance, rows[start:end], number, total)
        for number, (start, end) in enumerate(pairwise(ends), 1)
    ]


def _rows(storey: Storey) -> list[Storey]:
    cells = list(storey.cells)
    cells += [None] * (-len(cells) % CELLS_A_ROW)
    return [Storey(storey.floor, cells[n : n + CELLS_A_ROW]) for n in range(0, len(cells), CELLS_A_ROW)]
