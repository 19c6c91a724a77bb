"""A real server: its own process, port and folder, as a deployment has them."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent


HERE = (sys.executable, "-m", "civic")


def civic(
    *words: str, data: Path, program: tuple[str, ...] = HERE, cwd: Path = ROOT, **settings: str
) -> subprocess.CompletedProcess[str]:
    """Run the `civic` command to its end on the data in a folder."""
    return subprocess.run(
        [*program, *words],
        cwd=cwd,
        env=environment(data, **settings),
        check=True,
        text=True,
        capture_output=True,
        timeout=120,
    )


@contextmanager
def serving(data: Path, program: tuple[str, ...] = HERE, cwd: Path = ROOT, **settings: str) -> Iterator[str]:
    """A server on the data in a folder; gives its address."""
    port = free_port()
    base = f"http://127.0.0.1:{port}"
    with (data / "server.log").open("ab") as log:
        server = subprocess.Popen(
            [*program, "run"],
            cwd=cwd,
            env=environment(data, CIVIC_PORT=str(port), **settings),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
    try:
        _wait(server, base, data)
        yield base
    finally:
        _stop(server)


def copy(world: Path, to: Path) -> Path:
    """The same data for somebody who may change it."""
    return Path(shutil.copytree(world, to, ignore=shutil.ignore_patterns("server.log")))


def environment(data: Path, **settings: str) -> dict[str, str]:
    """Only what is said here: no setting of the machine leaks into a test."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("CIVIC_", "PORT"))}
    return kept | {"CIVIC_DATA_DIR": str(data), "PYTHONUNBUFFERED": "1"} | settings


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(server: subprocess.Popen[bytes], base: str, data: Path) -> None:
    for _ in range(1200):
        if server.poll() is not None:
            break
        try:
            urllib.request.urlopen(base, timeout=10).close()
            return
        except urllib.error.HTTPError:
            return  # it answers; what, the tests will say
        except OSError:
            time.sleep(0.05)
    raise RuntimeError("the server did not start:\n" + (data / "server.log").read_text())


def _stop(server: subprocess.Popen[bytes]) -> None:
    server.send_signal(signal.SIGTERM)
    try:
        server.wait(15)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
        raise AssertionError("the server did not leave within 15 s of SIGTERM") from None
