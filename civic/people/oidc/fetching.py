"""The only requests that this server sends: to the issuer that the operator set. No redirects, small, quick."""

import http.client
import json
import logging
import ssl
from threading import BoundedSemaphore
from typing import Any
from urllib.parse import urlsplit

SECONDS = 5
LARGEST = 256 * 1024
AT_ONCE = BoundedSemaphore(4)
"""An issuer that hangs must not take every place of those who type passwords."""
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})

log = logging.getLogger("civic")


class Unreachable(Exception):
    """It did not answer, or not with what was asked for."""


def safe(url: object) -> bool:
    """Whether it is an address to be asked: https, or this machine in a test."""
    if not isinstance(url, str):
        return False
    try:
        parts = urlsplit(url)
        usable = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        return False
    return usable and (parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK))


def fetch_json(url: str, body: str | None = None, headers: dict[str, str] | None = None) -> dict[str, Any]:
    """What stands at that address; `Unreachable` for anything else than a JSON object with status 200."""
    if not safe(url):
        raise Unreachable("address")
    if not AT_ONCE.acquire(blocking=False):
        raise Unreachable("too many at once")
    try:
        status, content = _ask(url, body, headers or {})
        answer = json.loads(content) if status == 200 else None
    except (OSError, http.client.HTTPException, ValueError) as failed:
        log.warning("oidc: %s at %s", type(failed).__name__, urlsplit(url).hostname)
        raise Unreachable("connection") from None
    finally:
        AT_ONCE.release()
    if not isinstance(answer, dict):
        log.warning("oidc: status %s from %s", status, urlsplit(url).hostname)
        raise Unreachable(str(status))
    return answer


def _ask(url: str, body: str | None, headers: dict[str, str]) -> tuple[int, bytes]:
    parts = urlsplit(url)
    host = parts.hostname or ""
    connection = (
        http.client.HTTPSConnection(host, parts.port, timeout=SECONDS, context=ssl.create_default_context())
        if parts.scheme == "https"
        else http.client.HTTPConnection(host, parts.port, timeout=SECONDS)
    )
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    sent = {"Accept": "application/json", **headers}
    if body is not None:
        sent["Content-Type"] = "application/x-www-form-urlencoded"
    try:
        connection.request("GET" if body is None else "POST", path, body, sent)
        answer = connection.getresponse()
        content = answer.read(LARGEST + 1)
    finally:
        connection.close()
    if len(content) > LARGEST:
        raise ValueError
    return answer.status, content
