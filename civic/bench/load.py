"""A small load generator: so many connections, each sends the next request when its answer is whole.
Loopback only, bounded in time and number."""

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

LOOPBACK = "127.0.0.1"


@dataclass
class Measured:
    """What came back."""

    seconds: float = 0.0
    milliseconds: list[float] = field(default_factory=list)
    statuses: dict[int, int] = field(default_factory=dict)
    size: int = 0
    body: bytes = b""

    @property
    def per_second(self) -> float:
        """Requests answered a second."""
        return len(self.milliseconds) / self.seconds if self.seconds else 0.0

    def percentile(self, share: float) -> float:
        """Milliseconds within which that share of the answers came."""
        ordered = sorted(self.milliseconds)
        return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0.0


async def _connection(port: int, requests: Iterator[bytes], until: float, measured: Measured) -> None:
    reader, writer = await asyncio.open_connection(LOOPBACK, port, limit=2**20)
    try:
        while time.perf_counter() < until:
            request = next(requests, None)
            if request is None:
                return
            began = time.perf_counter()
            writer.write(request)
            status, body = await _answer(reader)
            measured.milliseconds.append((time.perf_counter() - began) * 1000)
            measured.statuses[status] = measured.statuses.get(status, 0) + 1
            measured.size, measured.body = len(body), body
    finally:
        writer.close()


async def _answer(reader: asyncio.StreamReader) -> tuple[int, bytes]:
    head = await reader.readuntil(b"\r\n\r\n")
    status = int(head[9:12])
    lower = head.lower()
    at = lower.find(b"content-length:")
    length = int(lower[at + 15 : lower.index(b"\r\n", at)]) if at >= 0 else 0
    return status, await reader.readexactly(length) if length else b""


async def _run(port: int, requests: Iterator[bytes], connections: int, seconds: float) -> Measured:
    measured = Measured()
    began = time.perf_counter()
    until = began + seconds
    await asyncio.gather(*(_connection(port, requests, until, measured) for _ in range(connections)))
    measured.seconds = time.perf_counter() - began
    return measured


def run(port: int, requests: Iterator[bytes], *, connections: int, seconds: float) -> Measured:
    """Send the requests over so many connections, for so long at most."""
    return asyncio.run(_run(port, requests, connections, seconds))


def get(path: str, cookie: str = "") -> bytes:
    """A GET as bytes."""
    lines = [f"GET {path} HTTP/1.1", f"Host: {LOOPBACK}"]
    if cookie:
        lines.append(f"Cookie: {cookie}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def post(path: str, cookie: str, body: str) -> bytes:
    """A form's POST as bytes."""
    data = body.encode()
    head = (
        f"POST {path} HTTP/1.1\r\nHost: {LOOPBACK}\r\nCookie: {cookie}\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(data)}\r\n\r\n"
    )
    return head.encode() + data
