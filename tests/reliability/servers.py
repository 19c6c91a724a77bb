"""Servers as a deployment has them: own processes, own groups, one database, ended by their ids."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from civic.bench.server import free_port
from tests.reliability.wire import get, send

ROOT = Path(__file__).parent.parent.parent
PRODUCT = ("civic", "run")
READY_SECONDS = 30


@dataclass
class Server:
    """A running process: its port, and after how many seconds it answered."""

    process: subprocess.Popen[bytes]
    port: int
    log: Path
    ready_seconds: float = 0.0

    def kill(self) -> None:
        """SIGKILL to the whole group: nobody says goodbye."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(10)

    def stop(self) -> float:
        """SIGTERM; how many seconds it took to leave."""
        began = time.perf_counter()
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(20)
        return time.perf_counter() - began


@dataclass(frozen=True)
class Site:
    """Where a database and its servers' common folder are."""

    url: str
    folder: Path

    @property
    def secret_file(self) -> Path:
        return self.folder / "secret"

    def start(self, program: Sequence[str] = PRODUCT) -> Server:
        """Start one; wait until it answers."""
        server = self.spawn(program)
        began = time.perf_counter()
        while not answers(server.port):
            if server.process.poll() is not None or time.perf_counter() - began > READY_SECONDS:
                end(server)
                raise AssertionError("it did not start:\n" + server.log.read_text()[-3000:])
            time.sleep(0.01)
        server.ready_seconds = time.perf_counter() - began
        return server

    def spawn(self, program: Sequence[str] = PRODUCT) -> Server:
        """Start one and do not wait."""
        port = free_port()
        log = self.folder / f"server-{port}.log"
        with log.open("ab") as out:
            process = subprocess.Popen(
                self.program(*program),
                cwd=ROOT,
                env=self.environment() | {"CIVIC_PORT": str(port)},
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                start_new_session=True,
            )
        return Server(process, port, log)

    def program(self, *words: str) -> list[str]:
        """A module of ours as a command; whatever kills the tests takes it along."""
        with_us = ["setpriv", "--pdeathsig=KILL"] if shutil.which("setpriv") else []
        return [*with_us, sys.executable, "-m", *words]

    @contextmanager
    def serving(self, number: int = 1, program: Sequence[str] = PRODUCT) -> Iterator[list[Server]]:
        """So many servers on the one database, gone afterwards."""
        with ExitStack() as stack:
            servers = []
            for _ in range(number):
                servers.append(self.start(program))
                stack.callback(end, servers[-1])
            yield servers

    def environment(self) -> dict[str, str]:
        """Only what is said here: no setting of the machine leaks into a test."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("CIVIC_", "PORT"))}
        return kept | {
            "CIVIC_DATABASE_URL": self.url,
            "CIVIC_DATA_DIR": str(self.folder),
            "CIVIC_SECRET_FILE": str(self.secret_file),
            "PYTHONUNBUFFERED": "1",
        }


def answers(port: int) -> bool:
    """Whether somebody speaks HTTP there."""
    try:
        return send(port, get("/"), seconds=5).status > 0
    except OSError:
        return False


def end(server: Server) -> None:
    """Leave nothing behind."""
    if server.process.poll() is None:
        server.kill()
