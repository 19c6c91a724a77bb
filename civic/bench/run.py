"""The measurement: J first, then each page, then J again; the mean of both is what ratios refer to."""

import tempfile
from collections.abc import Iterator
from itertools import repeat
from pathlib import Path
from urllib.parse import urlencode

from civic.bench import load
from civic.bench.report import Report, Row
from civic.bench.seed import Seeded, instant, seed
from civic.bench.server import Server, free_port, running
from civic.core.entropy import SystemEntropy
from civic.store.engine import connect
from civic.store.migrate import migrate
from civic.web.security import form_token, read_secret

FLOORS = {"list": 0.40, "issue, 200 talks": 0.10, "board": 0.0, "ballot": 0.6, "closed result": 2.0}


def measure(*, issues: int = 100_000, seconds: float = 5.0) -> Report:
    """Everything, on a fresh SQLite file with one web process."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        url = f"sqlite:///{data}/civic.sqlite"
        migrate(url)
        database = connect(url)
        seeded = seed(database, instant(), issues)
        database.close()
        secret = read_secret(data / "secret", SystemEntropy())
        before = _plain(seconds)
        rows, cold, memory = _civic(data, seeded, secret, seconds)
        plain = (before.per_second + _plain(seconds).per_second) / 2
    base = Row(
        "J, plain page",
        plain,
        before.percentile(0.5),
        before.percentile(0.99),
        1000 / plain,
        before.size,
        1,
        0,
        {},
    )
    return Report([base, *(_row(name, plain, *found) for name, found in rows.items())], cold, memory, issues)


def _plain(seconds: float) -> load.Measured:
    port = free_port()
    with running(["uvicorn", "civic.bench.plain:app", "--port", str(port), "--no-access-log"], {}, port):
        load.run(port, repeat(load.get("/"), 200), connections=16, seconds=2)
        return load.run(port, repeat(load.get("/")), connections=16, seconds=seconds)


Found = tuple[load.Measured, float]


def _civic(
    data: Path, seeded: Seeded, secret: bytes, seconds: float
) -> tuple[dict[str, Found], float, float]:
    port = free_port()
    environ = {"CIVIC_DATA_DIR": str(data), "CIVIC_PORT": str(port)}
    with running(["civic", "run"], environ, port, "/bench/"):
        pass
    with running(["civic", "run"], environ, port, "/bench/") as server:
        me = f"civic={seeded.reader}"
        pages = {
            "list": load.get("/bench/issues", me),
            "issue, 200 talks": load.get(f"/bench/issues/{seeded.talked}", me),
            "board": load.get("/bench/board", me),
            "closed result": load.get(f"/bench/votes/{seeded.closed_vote}/result"),
        }
        found = {
            name: _loaded(server, lambda r=request: repeat(r), 16, seconds) for name, request in pages.items()
        }
        ballots = _ballots(seeded, secret)
        found["ballot"] = _loaded(server, lambda: ballots, 64, seconds)
        return found, server.cold_start_seconds, server.memory_megabytes()


def _loaded(server: Server, requests: object, connections: int, seconds: float) -> Found:
    make = requests
    assert callable(make)
    load.run(server.port, _some(make(), 100), connections=4, seconds=2)
    cpu = server.cpu_seconds()
    measured = load.run(server.port, make(), connections=connections, seconds=seconds)
    return measured, (server.cpu_seconds() - cpu) * 1000 / max(1, len(measured.milliseconds))


def _some(requests: Iterator[bytes], number: int) -> Iterator[bytes]:
    for _ in range(number):
        yield next(requests)


def _ballots(seeded: Seeded, secret: bytes) -> Iterator[bytes]:
    """Each voter casts once, with the tokens of a form of the voter's own."""
    path = f"/bench/votes/{seeded.open_vote}/ballot"
    for number, session in enumerate(seeded.voters):
        body = urlencode({"csrf": form_token(secret, session), "once": f"{number:064x}", "choice": "yes"})
        yield load.post(path, f"civic={session}", body)


def _row(name: str, plain: float, measured: load.Measured, cpu_ms: float) -> Row:
    return Row(
        name, measured.per_second, measured.percentile(0.5), measured.percentile(0.99), cpu_ms, measured.size,
        measured.per_second / plain, FLOORS[name], measured.statuses,
    )  # fmt: skip
