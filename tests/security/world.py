"""One world for all rows: everybody signed in, the story told, each halt a file to go back to."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session
from starlette.applications import Starlette

from civic.app import create_app
from civic.core.entropy import digest
from civic.people.tables import Building
from civic.store.engine import Database, connect, sqlite_module
from civic.web.security import form_token
from tests.cast import Cast, gather
from tests.security import story
from tests.security.seats import columns, seat_actors, seat_columns, sign_in
from tests.security.wire import Answer, Wire
from tests.web import house_of

OBJECTS = ("own", "other", "far")
SLUG = "gongfu"


@dataclass
class Halt:
    """A stage of the story: its file, its hour, what the addresses of each object hold."""

    file: Path
    now: datetime
    params: dict[str, dict[str, str]]


@dataclass
class World:
    """Everybody, everywhere they can stand."""

    cast: Cast
    file: Path
    app: Starlette
    secret: bytes
    people: dict[str, int] = field(default_factory=dict)
    halts: dict[str, Halt] = field(default_factory=dict)
    halt: str = ""
    wire: Wire = field(init=False)
    presses: int = 0
    _mark: tuple[Any, ...] = ()

    def __post_init__(self) -> None:
        self.wire = Wire(self.app)

    @property
    def database(self) -> Database:
        return self.cast.workshop.database

    def token(self, column: str) -> str:
        """The session's token of that column's person; the visitor has one too, that nobody knows."""
        return digest(f"token of {column}")

    def go(self, halt: str) -> None:
        """Back to a stage, whatever happened since."""
        self.database.close()
        for end in ("-wal", "-shm"):
            self.file.with_name(self.file.name + end).unlink(missing_ok=True)
        shutil.copyfile(self.halts[halt].file, self.file)
        self.cast.clock.set(self.halts[halt].now)
        self.halt, self._mark = halt, self._stat()

    def untouched(self) -> bool:
        """Whether nothing was stored since `go`; looks closer only when a file changed.

        Wrong tries at a door are counted whatever the answer is: they are no harm, and are forgotten here.
        """
        if self._stat() == self._mark:
            return True
        same = self.stored() == content_of(self.halts[self.halt].file)
        if same:
            self.go(self.halt)
        return same

    def stored(self) -> str:
        """A hash of every row of every table, now."""
        return content_of.__wrapped__(self.file)

    def guards(self, column: str) -> dict[str, str]:
        """The csrf and a fresh once of that browser's forms."""
        self.presses += 1
        return {"csrf": form_token(self.secret, self.token(column)), "once": f"press{self.presses}"}

    def ask(self, column: str, method: str, path: str, **more: Any) -> Answer:
        """One request by that column's browser."""
        return self.wire.ask(method, path, cookie=f"__Host-civic={self.token(column)}", **more)

    def post(self, column: str, path: str, fields: dict[str, str], **more: Any) -> Answer:
        """A form with its guards, sent by that column's browser."""
        return self.ask(column, "POST", path, fields={**self.guards(column), **fields}, **more)

    def _stat(self) -> tuple[Any, ...]:
        """Whatever is stored moves the file or its journal."""
        journal = self.file.with_name(self.file.name + "-wal")
        grown = journal.stat() if journal.exists() and journal.stat().st_size else None
        return self.file.stat().st_mtime_ns, grown and (grown.st_size, grown.st_mtime_ns)


@cache
def content_of(file: Path) -> str:
    """A hash of every row of every table in that file, but for the tries at its doors."""
    # Two SQLite libraries in one process would lose each other's locks.
    engine = sa.create_engine(f"sqlite:///{file}", module=sqlite_module(), poolclass=sa.NullPool)
    found = sha256()
    with engine.connect() as connection:
        for name in sorted(set(sa.inspect(engine).get_table_names()) - {"tries"}):
            for row in connection.execute(sa.text(f'SELECT * FROM "{name}" ORDER BY 1')):
                found.update(repr(tuple(row)).encode())
    engine.dispose()
    return found.hexdigest()


@dataclass(frozen=True)
class Seated:
    """Who carries the story, here and in the next community: role to person."""

    near: dict[str, int]
    far: dict[str, int]


Plant = Callable[[Session, World, Seated], None]


@contextmanager
def built(template: Path, folder: Path, plant: Plant | None = None) -> Iterator[World]:
    """The world on a fresh SQLite file below `folder`; `plant` adds to it before the story is told."""
    file = Path(shutil.copyfile(template, folder / "civic.sqlite"))
    database = connect(f"sqlite:///{file}")
    cast = gather(database)
    house = house_of(cast, folder)
    world = World(cast, file, create_app(house, ticking=False), house.secret)
    lines = _seated(world, plant)
    story.tell(lines, cast, lambda name, now: _keep(world, folder, name, now, lines))
    yield world
    world.wire.close()
    database.close()


def _seated(world: World, plant: Plant | None) -> dict[str, story.Line]:
    cast = world.cast
    with Session(world.database.writer) as session:
        world.people = seat_columns(session, cast)
        far = session.scalars(sa.select(Building.id).where(Building.community_id == cast.other_id)).one()
        here = {**seat_actors(session, cast.community_id, cast.buildings["2号楼"]), **world.people}
        there = seat_actors(session, cast.other_id, far)
        for column in columns():
            if column != "visitor":
                community = cast.other_id if column == "stranger" else cast.community_id
                sign_in(session, community, world.people[column], world.token(column))
        if plant:
            plant(session, world, Seated(here, there))
        session.commit()
    near = cast.buildings["2号楼"]
    lines = {
        "own": story.Line(cast, cast.community_id, here, "raiser", near),
        "other": story.Line(cast, cast.community_id, here, "neighbour1", near),
        "far": story.Line(cast, cast.other_id, there, "neighbour1", far),
    }
    for line in lines.values():
        line.params = {"firm": str(line.people["firm2"]), "neighbour": str(line.people["neighbour2"])}
    return lines


def _keep(world: World, folder: Path, name: str, now: datetime, lines: dict[str, story.Line]) -> None:
    world.database.close()
    kept = Path(shutil.copyfile(world.file, folder / f"{name}.sqlite"))
    world.halts[name] = Halt(kept, now, {key: dict(line.params) for key, line in lines.items()})
