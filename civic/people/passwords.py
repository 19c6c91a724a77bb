"""Argon2id behind a gate of two, so that signing in cannot starve the rest."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from typing import TypeVar

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from civic.core.errors import Busy

HASHER = PasswordHasher(time_cost=2, memory_cost=19456, parallelism=1)
"""OWASP's least parameters (security §1.5)."""
MOST_BYTES = 1024
DUMMY = "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$Y7F4uM0VgIxv3X2a8lG4v5SxJ4Vn0rQ2Vq2c1y0mZ9k"
"""Checked when nobody has that name: the answer takes as long."""


T = TypeVar("T")


class Gate:
    """Two hash at a time, a few wait; more would only wait longer, so they are told at once (`Busy`).

    On two threads of its own: each keeps the 19 MB that a hash takes, and a flood would leave them with many.
    """

    def __init__(self, slots: int = 2, queue: int = 20) -> None:
        self._pool, self._most = ThreadPoolExecutor(slots, "hashing"), slots + queue
        self._count, self.inside = Lock(), 0

    def run(self, work: Callable[[], T]) -> T:
        """Wait for a slot, then for the result."""
        with self._count:
            if self.inside >= self._most:
                raise Busy
            self.inside += 1
        try:
            return self._pool.submit(work).result()
        finally:
            with self._count:
                self.inside -= 1


GATE = Gate()


def hashed(password: str) -> str:
    """What is stored of a password. Takes long: never inside the act's transaction (`Route.before`)."""
    return GATE.run(lambda: HASHER.hash(_cut(password)))


def fits(stored: str, password: str) -> bool:
    """Whether it is the password. As slow where nothing is stored, or for nobody: one check, whoever it is."""
    return GATE.run(lambda: _verified(stored or DUMMY, password)) and bool(stored)


def _verified(stored: str, password: str) -> bool:
    try:
        return HASHER.verify(stored, _cut(password))
    except (VerificationError, InvalidHashError):
        return False


def outdated(stored: str) -> bool:
    """Whether it was hashed with parameters that have since been raised."""
    return HASHER.check_needs_rehash(stored)


def _cut(password: str) -> bytes:
    return password.encode()[:MOST_BYTES]
