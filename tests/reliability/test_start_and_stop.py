"""Starting and leaving: servers that start together or under a held lock, and that leave in the middle (R11)."""

import signal
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from civic.store.engine import Database
from tests import postgres
from tests.reliability.servers import Site, answers, end
from tests.reliability.wire import dial, get, receive, send
from tests.reliability.world import SECRET, SLUG, count, settle

VOTERS, LEAVE_SECONDS, READY_SECONDS, PAGE_SECONDS = 20, 15, 5, 2


@pytest.fixture
def site(database_url: str, tmp_path: Path) -> Site:
    site = Site(database_url, tmp_path)
    site.secret_file.write_bytes(SECRET)
    return site


def test_sigterm_lets_the_started_finish(database: Database, site: Site) -> None:
    """20 ballots are half sent, one client never sends the rest; SIGTERM; 20 answers, all stored."""
    world = settle(database, 60)
    with site.serving() as [server]:
        lines = [dial(server.port) for _ in range(VOTERS + 1)]
        requests = [world.ballot(n, f"{n}") for n in range(1, VOTERS + 2)]
        for line, request in zip(lines, requests, strict=True):
            line.sendall(request[:-1])
        time.sleep(0.5)
        began = time.perf_counter()
        server.process.send_signal(signal.SIGTERM)
        time.sleep(0.3)
        for line, request in zip(lines[:VOTERS], requests, strict=False):
            line.sendall(request[-1:])
        statuses = [receive(line).status for line in lines[:VOTERS]]
        server.process.wait(LEAVE_SECONDS)
        took = time.perf_counter() - began
        for line in lines:
            line.close()
    print(f"{statuses.count(303)} of {VOTERS} finished, left after {took:.1f} s")
    assert statuses == [303] * VOTERS
    assert stored(database) == VOTERS


@pytest.mark.on_sqlite
def test_sigterm_while_the_lock_is_held(database: Database, site: Site) -> None:
    """Writers that wait for another process do not keep the server from leaving; nothing is half done."""
    world = settle(database, 60)
    with site.serving() as [server], held(site):
        lines = [dial(server.port) for _ in range(VOTERS)]
        for n, line in enumerate(lines, 1):
            line.sendall(world.ballot(n, f"{n}"))
        time.sleep(0.2)
        took = server.stop()
        for line in lines:
            line.close()
    print(f"left after {took:.1f} s")
    assert took <= LEAVE_SECONDS
    assert stored(database) == 0


@pytest.mark.on_sqlite
def test_it_starts_while_another_process_writes(database: Database, site: Site) -> None:
    """An up-to-date database is not locked to look at it; reading goes on, writing waits its turn."""
    world = settle(database, 60)
    with held(site) as release, site.serving() as [server]:
        assert server.ready_seconds <= READY_SECONDS
        lines = [dial(server.port) for _ in range(VOTERS)]
        for n, line in enumerate(lines, 1):
            line.sendall(world.ballot(n, f"{n}"))
        time.sleep(0.1)
        began = time.perf_counter()
        assert send(server.port, get(f"/{SLUG}/issues", world.sessions[0])).status == 200
        assert time.perf_counter() - began <= PAGE_SECONDS, "twenty ballots that wait hold up a page"
        release()
        assert [receive(line).status for line in lines] == [303] * VOTERS
        for line in lines:
            line.close()
    assert stored(database) == VOTERS


def test_servers_start_together_on_an_empty_database(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """Two at once, on each kind of database: all come up, with one secret."""
    cluster: postgres.Cluster = request.getfixturevalue("cluster")
    for number, url in enumerate((f"sqlite:///{tmp_path}/civic.sqlite", cluster.url(cluster.create()))):
        folder = tmp_path / str(number)
        folder.mkdir()
        together(Site(url, folder))


def together(site: Site) -> None:
    servers = [site.spawn() for _ in range(2)]
    try:
        until = time.perf_counter() + 30
        while not all(answers(each.port) for each in servers):
            gone = [each for each in servers if each.process.poll() is not None]
            assert not gone, gone[0].log.read_text()[-2000:]
            assert time.perf_counter() < until
            time.sleep(0.1)
    finally:
        for each in servers:
            end(each)
    assert len(site.secret_file.read_bytes()) == 32
    assert not list(site.folder.glob("secret.*"))


@contextmanager
def held(site: Site) -> Iterator[Callable[[], object]]:
    """Another program holds SQLite's write lock."""
    holder = sqlite3.connect(site.folder / "civic.sqlite", isolation_level=None, check_same_thread=False)
    with closing(holder):
        holder.execute("BEGIN IMMEDIATE")
        yield lambda: holder.execute("ROLLBACK")


def stored(database: Database) -> int:
    """Ballots."""
    with database.reader.connect() as connection:
        return count(connection, "SELECT count(*) FROM ballot")
