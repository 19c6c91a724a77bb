"""The only source of chance, injected like the clock."""

import hashlib
import hmac
import secrets
from typing import Protocol

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


class Entropy(Protocol):
    """Gives what nobody can guess."""

    def bytes(self, count: int) -> bytes:
        """That many unpredictable bytes."""
        ...


class SystemEntropy:
    """The operating system's generator."""

    def bytes(self, count: int) -> bytes:
        """That many unpredictable bytes."""
        return secrets.token_bytes(count)


class SeededEntropy:
    """Repeatable bytes for tests and the demo; never for a community that is real."""

    def __init__(self, seed: str) -> None:
        self._seed, self._drawn = seed, 0

    def bytes(self, count: int) -> bytes:
        """The next bytes of the seed's stream."""
        out = b""
        while len(out) < count:
            self._drawn += 1
            out += hashlib.sha256(f"{self._seed}:{self._drawn}".encode()).digest()
        return out[:count]


def token(entropy: Entropy) -> str:
    """256 bits as URL-safe text, for sessions and one-use form tokens."""
    return entropy.bytes(32).hex()


def code(entropy: Entropy, length: int = 8) -> str:
    """A code to be read aloud and typed: Crockford's 32 signs, no I, L, O, U."""
    return "".join(CROCKFORD[b % 32] for b in entropy.bytes(length))


def digest(secret: str) -> str:
    """What is stored of a secret token: its SHA-256, 64 hex digits."""
    return hashlib.sha256(secret.encode()).hexdigest()


def derived(secret: bytes, purpose: str) -> bytes:
    """32 bytes that only the holder of the server's secret can make again (HMAC-SHA256)."""
    return hmac.new(secret, purpose.encode(), hashlib.sha256).digest()


def derived_code(secret: bytes, purpose: str, length: int = 8) -> str:
    """A code that is stored nowhere and yet can be printed again: Crockford's signs, 5 bits each."""
    return "".join(CROCKFORD[b % 32] for b in derived(secret, purpose)[:length])
