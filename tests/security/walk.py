"""Walking the matrix: each row, column and object asked once; what is not as the row says."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tests.security.rows import EVERYBODY, Row
from tests.security.seats import PHONE, columns
from tests.security.wire import Answer
from tests.security.world import OBJECTS, SLUG, World

CANARIES = re.compile(f"{PHONE}|canary-door|藏名")
"""What no refusal may carry: telephone numbers, doors, names of people without office."""

FEW = ("visitor", "resident", "committee", "administrator", "suspended", "stranger")


@dataclass(frozen=True)
class Cell:
    """One question of the matrix."""

    row: Row
    column: str
    thing: str

    def address(self, world: World, slug: str = SLUG) -> str:
        """The address of that object at the row's stage."""
        params = self._params(world)
        known = {**params, **{name: value.format(**params) for name, value in self.row.params.items()}}
        return f"/{slug}" + self.row.path.format(**known)

    def fields(self, world: World) -> dict[str, str]:
        """What the row sends, ids filled in."""
        params = self._params(world)
        return {name: value.format(**params) for name, value in self.row.sends.items()}

    def _params(self, world: World) -> dict[str, str]:
        return world.halts[self.row.halt].params[self.thing]


def cells(rows: Iterable[Row]) -> Iterator[Cell]:
    """All questions, stage by stage."""
    for row in sorted(rows, key=lambda row: row.halt):
        public = not row.writes and row.yes == EVERYBODY
        for thing in OBJECTS if row.far else ("own",):
            # A public page asks nobody who they are: of others' objects a few readers tell enough.
            for column in FEW if public and thing != "own" else columns():
                yield Cell(row, column, thing)


def ask(world: World, cell: Cell) -> Answer:
    """Ask it in the row's stage of the story."""
    if world.halt != cell.row.halt:
        world.go(cell.row.halt)
    path = cell.address(world)
    if cell.row.writes:
        return world.post(cell.column, path, cell.fields(world))
    return world.ask(cell.column, "GET", path)


def mismatches(world: World, asked: Iterable[Cell]) -> Iterator[str]:
    """What the house answers otherwise than the matrix says."""
    for cell in asked:
        answer = ask(world, cell)
        wanted = cell.row.expects(cell.column, cell.thing)
        if answer.status not in wanted:
            yield f"{cell.row.name} {cell.column} {cell.thing}: {answer.status}, not {wanted}"
        yield from harm(world, cell, answer)
        if not world.untouched():
            world.go(cell.row.halt)


def harm(world: World, cell: Cell, answer: Answer) -> Iterator[str]:
    """What a refusal gave away or changed; that a page changed something; a leak on a public page."""
    where = f"{cell.row.name} {cell.column} {cell.thing} ({answer.status})"
    refused = answer.status >= 400 or not cell.row.may(cell.column, cell.thing)
    # What a form refused is shown again to whoever typed it, and a wrong password is counted.
    again = answer.status == 422 and cell.row.may(cell.column, cell.thing)
    if refused and not again and (found := CANARIES.search(answer.body)):
        yield f"{where}: the answer holds {found[0]}"
    if (refused or not cell.row.writes) and not world.untouched():
        yield f"{where}: something was stored"
    if not answer.body and answer.status >= 400:
        yield f"{where}: a bare status"
