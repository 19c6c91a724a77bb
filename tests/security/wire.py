"""The application asked directly, without a network and without a client that helps: what is sent is what arrives."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote_to_bytes, urlencode

from starlette.types import ASGIApp, Message

Fields = Mapping[str, str] | Sequence[tuple[str, str]]
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: str
    raw: bytes = b""

    def header(self, name: str) -> str:
        """The first header of that name; nothing if there is none."""
        return next((value for key, value in self.headers if key == name.lower()), "")

    @property
    def cookies(self) -> list[str]:
        """Each Set-Cookie line."""
        return [value for key, value in self.headers if key == "set-cookie"]

    @property
    def onward(self) -> str:
        """Where it sends the reader on to."""
        return self.header("location") or self.header("hx-redirect")


class Wire:
    """Asks one application, one request after the other."""

    def __init__(self, app: ASGIApp) -> None:
        self.app, self.runner = app, asyncio.Runner()

    def close(self) -> None:
        self.runner.close()

    def ask(
        self, method: str, path: str, *, cookie: str = "", fields: Fields | None = None, body: bytes = b"",
        kind: str = FORM, scheme: str = "https", **headers: str,
    ) -> Answer:  # fmt: skip
        """One request; header names are written with `_`."""
        sent = urlencode(fields).encode() if fields is not None else body
        lines = {"host": "testserver", **{name.replace("_", "-"): value for name, value in headers.items()}}
        if cookie:
            lines["cookie"] = cookie
        if method == "POST":
            lines = {"content-type": kind, "content-length": str(len(sent)), **lines}
        return self.runner.run(self._ask(method, path, scheme, lines, sent))

    async def _ask(
        self, method: str, path: str, scheme: str, lines: Mapping[str, str], sent: bytes
    ) -> Answer:
        where, _, query = path.partition("?")
        scope: dict[str, Any] = {
            "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method,
            "scheme": scheme, "path": unquote_to_bytes(where).decode("utf-8", "replace"),
            "raw_path": where.encode(), "query_string": query.encode(), "root_path": "",
            "headers": [(name.encode(), value.encode("latin-1")) for name, value in lines.items()],
            "client": ("127.0.0.1", 50000), "server": ("testserver", 443),
        }  # fmt: skip
        start: Message = {}
        body = bytearray()

        async def receive() -> Message:
            return {"type": "http.request", "body": sent, "more_body": False}

        async def send(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                start = message
            else:
                body.extend(message.get("body", b""))

        await self.app(scope, receive, send)
        got = tuple((k.decode().lower(), v.decode("latin-1")) for k, v in start["headers"])
        return Answer(start["status"], got, body.decode("utf-8", "replace"), bytes(body))
