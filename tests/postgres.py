"""A PostgreSQL of the tests' own: a scratch folder, a socket, gone when the tests end."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import psycopg

HASTE = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
"""Nothing here outlives the tests, so nothing waits for a disk."""


MAKING = ["-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"]


@dataclass
class Cluster:
    """A running server; databases are cloned from a template in milliseconds."""

    folder: Path
    numbers: Iterator[int] = field(default_factory=count)

    def url(self, database: str) -> str:
        return f"postgresql+psycopg://postgres@/{database}?host={self.folder}"

    def create(self, template: str = "template1") -> str:
        """A new database, a copy of `template`; answers its name."""
        name = f"civic_{next(self.numbers)}"
        self.say(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return name

    def drop(self, name: str) -> None:
        self.say(f'DROP DATABASE "{name}" WITH (FORCE)')

    def say(self, sql: str) -> None:
        with psycopg.connect(host=str(self.folder), user="postgres", autocommit=True) as connection:
            connection.execute(sql)


@contextmanager
def cluster() -> Iterator[Cluster]:
    """Make a cluster, start it, and take it away again."""
    folder = Path(tempfile.mkdtemp(prefix="civic-pg-"))
    try:
        _hand_over(folder)
        data = folder / "data"
        subprocess.run(
            [*_as_nobody_great(), _program("initdb"), "-D", data, *MAKING],
            check=True,
            capture_output=True,
            cwd=folder,
        )
        with _running(data, folder):
            yield Cluster(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _running(data: Path, sockets: Path) -> Iterator[None]:
    options = {"listen_addresses": "", "unix_socket_directories": sockets, "max_connections": 200, **HASTE}
    settings = [word for key, value in options.items() for word in ("-c", f"{key}={value}")]
    with (sockets / "log").open("wb") as log:
        server = subprocess.Popen(
            [*_as_nobody_great(), _program("postgres"), "-D", data, *settings],
            stdout=log,
            stderr=log,
            cwd=sockets,
        )
    try:
        _wait(server, sockets)
        yield
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(30)


def _wait(server: subprocess.Popen[bytes], sockets: Path) -> None:
    for _ in range(300):
        if server.poll() is not None:
            break
        try:
            psycopg.connect(host=str(sockets), user="postgres").close()
            return
        except psycopg.OperationalError:
            time.sleep(0.1)
    server.kill()
    raise RuntimeError("PostgreSQL did not start:\n" + (sockets / "log").read_text())


def _program(name: str) -> str:
    """Debian keeps the server's programs out of the path; the newest release wins."""
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda p: int(p.parts[4]))
    program = str(found[-1]) if found else shutil.which(name)
    if program is None:
        raise RuntimeError(f"{name} is missing: apt-get install postgresql")
    return program


def _as_nobody_great() -> list[str]:
    """PostgreSQL refuses root; and it must not outlive tests that are killed."""
    if shutil.which("setpriv") is None:
        return []
    user = ["--reuid=postgres", "--regid=postgres", "--init-groups"] if os.geteuid() == 0 else []
    return ["setpriv", *user, "--pdeathsig=INT"]


def _hand_over(folder: Path) -> None:
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
