"""HTTP by hand: an answer counts only when its last byte has come; fifty requests go off as one."""

import socket
import time
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

LOOPBACK = "127.0.0.1"


@dataclass(frozen=True)
class Answer:
    """A whole answer. Status 0: the line went dead before it was whole."""

    status: int
    location: str = ""
    body: bytes = b""


DEAD = Answer(0)


def get(path: str, session: str = "") -> bytes:
    """A page, asked for by whoever holds this session."""
    cookie = f"Cookie: civic={session}\r\n" if session else ""
    return f"GET {path} HTTP/1.1\r\nHost: {LOOPBACK}\r\n{cookie}\r\n".encode()


def post(path: str, session: str, **fields: str) -> bytes:
    """A form, sent by whoever holds this session."""
    data = urlencode(fields).encode()
    head = (
        f"POST {path} HTTP/1.1\r\nHost: {LOOPBACK}\r\nCookie: civic={session}\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(data)}\r\n\r\n"
    )
    return head.encode() + data


def dial(port: int, seconds: float = 30) -> socket.socket:
    """A connection."""
    line = socket.create_connection((LOOPBACK, port), timeout=seconds)
    line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return line


def send(port: int, request: bytes, seconds: float = 30) -> Answer:
    """One request on a connection of its own."""
    with dial(port, seconds) as line:
        return ask(line, request)


def ask(line: socket.socket, request: bytes) -> Answer:
    """One request on a connection that is kept."""
    try:
        line.sendall(request)
        return receive(line)
    except OSError:
        return DEAD


def receive(line: socket.socket) -> Answer:
    """Read one whole answer."""
    came = b""
    while b"\r\n\r\n" not in came:
        came += _more(line)
    head, _, body = came.partition(b"\r\n\r\n")
    lines = head.decode("latin-1").split("\r\n")
    said = {name.lower(): value for name, _, value in (each.partition(": ") for each in lines[1:])}
    while len(body) < int(said.get("content-length", "0")):
        body += _more(line)
    return Answer(int(lines[0].split(" ")[1]), said.get("location", ""), body)


def _more(line: socket.socket) -> bytes:
    part = line.recv(65536)
    if not part:
        raise ConnectionError("hung up")
    return part


def release(ports: Sequence[int], requests: Sequence[bytes]) -> list[Answer]:
    """All requests but for their last byte, on connections of their own; then all last bytes at once."""
    lines = [dial(ports[n % len(ports)]) for n in range(len(requests))]
    try:
        for line, request in zip(lines, requests, strict=True):
            line.sendall(request[:-1])
        time.sleep(0.02)
        for line, request in zip(lines, requests, strict=True):
            line.sendall(request[-1:])
        return [_received(line) for line in lines]
    finally:
        for line in lines:
            line.close()


def _received(line: socket.socket) -> Answer:
    try:
        return receive(line)
    except OSError:
        return DEAD
