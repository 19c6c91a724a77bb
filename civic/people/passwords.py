"""Argon2id behind a gate of two, so that signing in cannot starve the rest."""

from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

HASHER = PasswordHasher(time_cost=2, memory_cost=19456, parallelism=1)
"""OWASP's least parameters (security §1.5)."""
GATE = BoundedSemaphore(2)
DUMMY = "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$Y7F4uM0VgIxv3X2a8lG4v5SxJ4Vn0rQ2Vq2c1y0mZ9k"
"""Checked when nobody has that name: the answer takes as long."""


def hashed(password: str) -> str:
    """What is stored of a password."""
    with GATE:
        return HASHER.hash(password)


def fits(stored: str | None, password: str) -> bool:
    """Whether it is the password; as slow for a name that does not exist."""
    with GATE:
        try:
            HASHER.verify(stored or DUMMY, password[:1024])
        except (VerifyMismatchError, InvalidHashError):
            return False
        return stored is not None
