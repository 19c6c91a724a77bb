"""R2: what was acknowledged is stored, whenever the process group is killed (security §2.2).

16 clients cast ballots over HTTP, `kill -9` at a random moment, restart, compare. What the clients saw
fail may or may not be stored; sent again, it has one effect. The control answers before it commits
and must lose acknowledged ballots.
"""

import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from threading import Event, Lock, Thread

import pytest
from sqlalchemy import Connection

from civic.store.engine import Database
from tests.reliability.servers import Server, Site
from tests.reliability.wire import Answer, ask, dial, send
from tests.reliability.world import SECRET, World, chain_is_whole, count, settle

CLIENTS, ROUNDS, ACKNOWLEDGED, NEIGHBOURS = 16, 20, 2000, 6000
READY_SECONDS = 5
pytestmark = pytest.mark.on_sqlite


@dataclass
class Storm:
    """What the clients of one round saw."""

    voters: Iterator[int]
    until: int
    """After so many acknowledgements the server dies."""
    acknowledged: dict[int, str] = field(default_factory=dict)
    """Voter → where the answer led."""
    unknown: list[int] = field(default_factory=list)
    wrong: list[Answer] = field(default_factory=list)
    lock: Lock = field(default_factory=Lock)
    enough: Event = field(default_factory=Event)

    def client(self, world: World, port: int) -> None:
        """Cast for one voter after another until the line goes dead."""
        with dial(port, 10) as line:
            while True:
                with self.lock:
                    voter = next(self.voters)
                answer = ask(line, world.ballot(voter, f"{voter:064x}"))
                if answer.status == 0:
                    self.unknown.append(voter)
                    return
                if answer.status == 303:
                    self.acknowledged[voter] = answer.location
                else:
                    self.wrong.append(answer)
                if len(self.acknowledged) >= self.until or self.wrong:
                    self.enough.set()

    def rage(self, world: World, server: Server, seconds: float = 0.0) -> None:
        """All clients at once, and the kill so many seconds after the last answer that is waited for."""
        clients = [Thread(target=self.client, args=(world, server.port)) for _ in range(CLIENTS)]
        for each in clients:
            each.start()
        assert self.enough.wait(30), "the clients are not answered"
        time.sleep(seconds)
        server.kill()
        for each in clients:
            each.join(20)
        assert not any(each.is_alive() for each in clients)


@pytest.fixture
def site(database_url: str, tmp_path: Path) -> Site:
    site = Site(database_url, tmp_path)
    site.secret_file.write_bytes(SECRET)
    return site


def stored(connection: Connection, world: World) -> set[int]:
    """Who has a ballot."""
    rows = connection.exec_driver_sql(
        "SELECT person_id FROM ballot JOIN roll_entry ON roll_entry.id = roll_entry_id WHERE ballot.vote_id = ?",
        (world.vote,),
    )
    return {row[0] for row in rows}


def examine(database: Database, world: World) -> set[int]:
    """The file is sound, each ballot stands once with its entry; who has one."""
    with database.reader.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
        voters = stored(connection, world)
        assert count(connection, "SELECT count(*) FROM ballot") == len(voters), "a ballot stands twice"
        assert count(connection, "SELECT count(*) FROM entry WHERE kind = 'decide:ballot_cast'") == len(
            voters
        )
    assert chain_is_whole(database, world)
    # With us gone, the next start is the one that finds what the kill left behind.
    database.close()
    return voters


def test_kill_loses_nothing_acknowledged(database: Database, site: Site) -> None:
    world, chance = settle(database, NEIGHBOURS), random.Random("kill")
    database.close()
    voters, everybody, ready = iter(range(1, NEIGHBOURS + 1)), dict[int, str](), list[float]()
    server = site.start()
    for number in range(1, ROUNDS + 1):
        storm = Storm(voters, chance.randrange(100, 160))
        storm.rage(world, server, chance.uniform(0, 0.01))
        assert storm.wrong == []
        everybody |= storm.acknowledged
        server = site.start()
        ready.append(server.ready_seconds)
        kept = examine(database, world)
        lost = everybody.keys() - kept
        print(
            f"round {number}: {len(storm.acknowledged)} acknowledged, {len(lost)} lost, "
            f"{len(kept & set(storm.unknown))} of {len(storm.unknown)} unknown stored, ready {server.ready_seconds:.2f} s"
        )
        assert lost == set()
        send_again(world, server, storm)
    server.kill()
    kept = examine(database, world)
    print(f"all: {len(everybody)} acknowledged, {len(kept)} stored, slowest start {max(ready):.2f} s")
    assert len(everybody) >= ACKNOWLEDGED
    assert median(ready) <= READY_SECONDS, "one late start may be the machine's, half of them are ours"


def send_again(world: World, server: Server, storm: Storm) -> None:
    """The forms that the clients do not know about, and one that they do: one ballot each."""
    known = list(storm.acknowledged)[-1:]
    for voter in [*storm.unknown, *known]:
        answer = send(server.port, world.ballot(voter, f"{voter:064x}"))
        assert answer.status == 303, answer
        assert voter not in storm.acknowledged or answer.location == storm.acknowledged[voter]


def test_answers_before_the_commit_lose_ballots(database: Database, site: Site) -> None:
    """The control."""
    world = settle(database, 500)
    voters, acknowledged, lost = iter(range(1, 501)), 0, set[int]()
    for until in (7, 12):
        storm = Storm(voters, until)
        storm.rage(world, site.start(("tests.reliability.control", "late")))
        acknowledged += len(storm.acknowledged)
        with database.reader.connect() as connection:
            lost |= storm.acknowledged.keys() - stored(connection, world)
    print(f"control: {acknowledged} acknowledged, {len(lost)} lost")
    assert lost, "a build that answers before it commits must lose acknowledged ballots"
