"""The hash chain, pure. One vote's bundle can prove its place without anyone else's payload:
hash = SHA-256(previous | height | kind | SHA-256(canonical payload))."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

GENESIS = "0" * 64


def canonical(payload: dict[str, Any]) -> str:
    """Canonical JSON: sorted keys, no blanks, no floats, UTF-8."""
    return json.dumps(payload, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def payload_hash(text: str) -> str:
    """SHA-256 of a canonical payload, 64 hex digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def entry_hash(previous: str, height: int, kind: str, hashed_payload: str) -> str:
    """What chains one entry to the one before it, 64 hex digits."""
    return hashlib.sha256(f"{previous}|{height}|{kind}|{hashed_payload}".encode()).hexdigest()


@dataclass(frozen=True)
class Link:
    """One entry as the verifier sees it."""

    height: int
    kind: str
    payload: str
    previous: str
    hash: str


def first_wrong(links: Iterable[Link]) -> int | None:
    """Height of the first entry that does not fit the chain; None when all do."""
    previous = GENESIS
    for height, link in enumerate(links, 1):
        expected = entry_hash(previous, height, link.kind, payload_hash(link.payload))
        if (link.height, link.previous, link.hash) != (height, previous, expected):
            return height
        previous = link.hash
    return None
