"""Chance that anyone can draw again: a stream of numbers, and an order, from the seed by SHA-256."""

import hashlib

BITS = 53


def numbers(seed: str, purpose: str, count: int) -> list[float]:
    """So many numbers in [0, 1), the same on every machine: 53 of each 64 bits of SHA-256."""
    found: list[float] = []
    for turn in range((count + 3) // 4):
        block = hashlib.sha256(f"{seed}|{purpose}|{turn}".encode()).digest()
        found += [
            (int.from_bytes(block[at : at + 8], "big") >> (64 - BITS)) / 2**BITS for at in (0, 8, 16, 24)
        ]
    return found[:count]


def lot(seed: str, name: str) -> bytes:
    """What names are ordered by where somebody has to be first."""
    return hashlib.sha256(f"{seed}|{name}".encode()).digest()
