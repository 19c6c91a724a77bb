"""What a password must be: long, and not what anybody would guess. Nothing else is asked of it (NIST SP 800-63B)."""

import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from civic.core.message import say
from civic.core.verdict import YES, Verdict, no

LEAST_PASSWORD = 10
MOST_BYTES = 1024
FEWEST_SIGNS = 4
"""Different ones: 1212121212 is long and yet guessed at once."""
LEAST_BESIDE = 6
"""What must be left of a password when one's own name, number and community are taken out of it."""


@cache
def common_passwords() -> frozenset[str]:
    """Passwords of ten characters and more that many people choose, folded."""
    lines = (Path(__file__).parent / "common_passwords.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


def may_set_password(password: str, own: Iterable[str] = ()) -> Verdict:
    """Long enough, not among the common ones, not made of what everybody knows about its `own`er."""
    if len(password) < LEAST_PASSWORD:
        return no(say("Please choose a password of at least %(n)s characters.", n=LEAST_PASSWORD))
    if len(password.encode()) > MOST_BYTES:
        return no(say("This password is too long. 300 characters are enough for everybody."))
    folded = _folded(password)
    if folded in common_passwords() or len(set(folded)) < FEWEST_SIGNS:
        return no(say("Many people use this password, so it is tried first. Please choose another."))
    if len(_without(folded, own)) < LEAST_BESIDE:
        return no(
            say("Everybody knows your name, your number and your community. Please choose something else.")
        )
    return YES


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().strip()


def _without(password: str, own: Iterable[str]) -> str:
    for word in sorted({_folded(each) for each in own}, key=len, reverse=True):
        if len(word) >= 2:
            password = password.replace(word, "")
    return password
