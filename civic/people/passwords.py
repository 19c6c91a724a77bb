"""Argon2id behind a gate of two, so that signing in cannot starve the rest."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore, Lock

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError, VerifyMismatchError

from civic.core.errors import Busy

HASHER = PasswordHasher(time_cost=2, memory_cost=19456, parallelism=1)
"""OWASP's least parameters (security §1.5)."""
MOST_BYTES = 1024
DUMMY = "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$Y7F4uM0VgIxv3X2a8lG4v5SxJ4Vn0rQ2Vq2c1y0mZ9k"
"""Checked when nobody has that name: the answer takes as long."""


class Gate:
    """Two hash at a time, a few wait; more would only wait longer, so they are told at once (`Busy`)."""

    def __init__(self, slots: int = 2, queue: int = 20) -> None:
        self._slots, self._most = BoundedSemaphore(slots), slots + queue
        self._count, self._inside = Lock(), 0

    @contextmanager
    def entered(self) -> Iterator[None]:
        """Wait for a slot."""
        with self._count:
            if self._inside >= self._most:
                raise Busy
            self._inside += 1
        try:
            with self._slots:
                yield
        finally:
            with self._count:
                self._inside -= 1


GATE = Gate()


def hashed(password: str) -> str:
    """What is stored of a password. Takes long: never inside the act's transaction (`Route.before`)."""
    with GATE.entered():
        return HASHER.hash(_cut(password))


def fits(stored: str, password: str) -> bool:
    """Whether it is the password. As slow where nothing is stored, or for nobody: one check, whoever it is."""
    with GATE.entered():
        try:
            HASHER.verify(stored or DUMMY, _cut(password))
        except (VerifyMismatchError, InvalidHashError, VerificationError):
            return False
        return bool(stored)


def outdated(stored: str) -> bool:
    """Whether it was hashed with parameters that have since been raised."""
    return HASHER.check_needs_rehash(stored)


def _cut(password: str) -> bytes:
    return password.encode()[:MOST_BYTES]
