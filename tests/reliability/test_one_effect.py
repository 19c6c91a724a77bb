"""R6: one effect for one intent (security §2.2).

50 connections send all but the last byte of a form and let go of the last bytes together: a voter who
presses many times, many tabs, a changed mind. On PostgreSQL two servers share the database; on SQLite
a second process writes all the while. The control looks, then inserts: it must show the fault.
"""

import random
import signal
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import inspect

from civic.store.engine import Database
from tests.reliability.control import drop_guards
from tests.reliability.intents import Intent, ballots, intents
from tests.reliability.servers import ROOT, Site
from tests.reliability.wire import Answer, release
from tests.reliability.world import SECRET, World, chain_is_whole, count, settle

NEIGHBOURS = 120


@pytest.fixture
def site(database_url: str, tmp_path: Path) -> Site:
    site = Site(database_url, tmp_path)
    site.secret_file.write_bytes(SECRET)
    return site


def effects(database: Database, unit: Intent) -> tuple[int, int]:
    """Rows, ledger entries."""
    with database.reader.connect() as connection:
        return count(connection, unit.stored), count(connection, unit.entries)


def forks(database: Database) -> int:
    """Heights at which the ledger has two entries."""
    with database.reader.connect() as connection:
        return count(connection, "SELECT count(*) - count(DISTINCT height) FROM entry")


@contextmanager
def somebody_else_writing(site: Site, world: World) -> Iterator[Callable[[], int]]:
    """The second process; gives a count of what it wrote so far."""
    log = site.folder / "writer.log"
    with log.open("wb") as out:
        writer = subprocess.Popen(
            site.program("tests.reliability.writer", str(world.community), str(NEIGHBOURS)),
            cwd=ROOT, env=site.environment(), stdout=out, stderr=out,
        )  # fmt: skip
    try:
        yield lambda: log.read_text().count("done")
        assert writer.poll() is None, log.read_text()[-3000:]
    finally:
        writer.send_signal(signal.SIGKILL)
        writer.wait(10)


def judge(unit: Intent, answers: Sequence[Answer]) -> str:
    """What the fifty were told: one way on for all whom it served, 409 with its reason for the others."""
    statuses = Counter(each.status for each in answers)
    assert set(statuses) <= {303, 409}, f"{unit.name}: {statuses}"
    assert len({each.location for each in answers if each.status == 303}) == 1, unit.name
    return f"{statuses[303]} × 303, {statuses[409]} × 409"


def run(database: Database, world: World, ports: Sequence[int], units: Sequence[Intent]) -> None:
    for unit in units:
        told = judge(unit, release(ports, unit.requests))
        print(f"{unit.name}: {told}, stored and in the ledger {effects(database, unit)}")
        assert effects(database, unit) == (1, 1), unit.name
    assert chain_is_whole(database, world)
    assert forks(database) == 0


def test_one_intent_one_effect(database: Database, site: Site) -> None:
    world = settle(database, NEIGHBOURS)
    units = intents(world)
    random.Random("effect").shuffle(units)
    if database.is_sqlite:
        with site.serving(1) as servers, somebody_else_writing(site, world) as written:
            run(database, world, [each.port for each in servers], units)
            print(f"the other process wrote {written()} issues meanwhile")
            assert written() > 0
    else:
        with site.serving(2) as servers:
            run(database, world, [each.port for each in servers], units)


def test_looking_first_doubles(database: Database, site: Site) -> None:
    """The control."""
    world = settle(database, NEIGHBOURS)
    drop_guards(database)
    stored = []
    with site.serving(2, ("tests.reliability.control", "naive")) as servers:
        for unit in ballots(world, 10):
            release([each.port for each in servers], unit.requests)
            stored.append(effects(database, unit)[0])
            if len(stored) > 2 and max(stored) > 1:
                break
    print(f"control: {stored} ballots stored of 1 each, {forks(database)} forks of the ledger")
    assert max(stored) > 1, "a build that looks, then inserts, must count somebody twice"


ONE_EACH = {
    "ballot": ("vote_id", "roll_entry_id"),
    "endorsement": ("issue_id", "person_id"),
    "rating": ("round_id", "person_id"),
    "form_use": ("once_hash",),
    "entry": ("community_id", "height"),
}


def test_the_schema_itself_allows_one(database: Database) -> None:
    """Whatever the code does, the database refuses a second (V1)."""
    schema = inspect(database.reader)
    for table, columns in ONE_EACH.items():
        guards = {tuple(guard["column_names"]) for guard in schema.get_unique_constraints(table)}
        assert columns in guards, table
