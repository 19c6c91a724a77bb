"""What a demo may do, nothing else may: enter by tap, move the clock, let neighbours vote."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
import sqlalchemy as sa

from civic.app import create_app
from civic.store.tables import Community
from tests.security.wire import Wire
from tests.security.world import World
from tests.web import house_of

DOORS = ["/in/cast/{person}", "/demo/clock", "/demo/votes/{vote}/ballots", "/demo/votes/{vote}/sheets"]


@pytest.fixture(params=["a real community on this machine", "a demo that others can reach"])
def house(world: World, request: pytest.FixtureRequest) -> Iterator[World]:
    """Half of what makes a demo on this machine is not enough."""
    world.go("open")
    reachable = request.param == "a demo that others can reach"
    if reachable:
        with world.database.writer.begin() as connection:
            connection.execute(sa.update(Community).values(demo=True))
    built = replace(house_of(world.cast, world.file.parent), can_move_clock=not reachable)
    kept, world.wire = world.wire, Wire(create_app(built, ticking=False))
    yield world
    world.wire.close()
    world.wire = kept
    world.go("open")


@pytest.mark.parametrize("door", DOORS)
def test_the_demos_doors_are_shut_elsewhere(house: World, door: str) -> None:
    before, clock = counted(house), house.cast.clock.now()
    vote = house.halts["open"].params["own"]["vote"]
    path = "/gongfu" + door.format(person=house.people["committee"], vote=vote)
    for column in ("visitor", "resident", "committee", "administrator"):
        answer = house.post(column, path, {})
        assert answer.status in {303, 409}, (column, answer.status)
        assert answer.status == 409 or answer.onward.endswith("/in"), answer.onward
        assert not [line for line in answer.cookies if line.startswith("__Host-civic=")], column
    assert counted(house) == before
    assert house.cast.clock.now() == clock


def counted(world: World) -> list[int]:
    """Login sessions, ballots, sheets, entries."""
    with world.database.reader.connect() as connection:
        tables = ("login_session", "ballot", "sheet", "entry")
        return [connection.scalar(sa.text(f"SELECT count(*) FROM {name}")) or 0 for name in tables]


def test_nobody_is_offered_them(house: World) -> None:
    for path in ("/", "/in"):
        body = house.ask("visitor", "GET", f"/gongfu{path}").body
        assert "/demo/" not in body
        assert "/gongfu/in/cast/" not in body
