"""The codes on a dwelling's card."""

import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from civic.core.message import say
from civic.core.verdict import YES, Verdict, no

VALID_DAYS = 60
TRIES = 5
"""Wrong facts a code may be tried with in an hour (security paper, 6.6.3); then it waits, it is never lost."""
LENGTH = 8
SIGNS = frozenset("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
LOOKS_LIKE = str.maketrans("OIL", "011")


class CardState(StrEnum):
    """Where a code stands, for the list of whoever hands them out."""

    PRINTED = "printed"
    HANDED = "handed"
    USED = "used"
    REPLACED = "replaced"
    EXPIRED = "expired"


@dataclass(frozen=True)
class Card:
    """What is known of a code."""

    valid_until: date
    used: bool = False
    replaced: bool = False
    handed: bool = False


def cards_due(adults: int) -> int:
    """Codes on a dwelling's card: one for each adult the roll has there, at least one."""
    return max(1, adults)


def valid_until(issued_on: date, days: int = VALID_DAYS) -> date:
    """The last day, which is printed on the card."""
    return issued_on + timedelta(days=days)


def state_of(card: Card, today: date) -> CardState:
    """Used and replaced say more than expired; a used code stays used."""
    if card.used:
        return CardState.USED
    if card.replaced:
        return CardState.REPLACED
    if today > card.valid_until:
        return CardState.EXPIRED
    return CardState.HANDED if card.handed else CardState.PRINTED


def may_use_slip(card: Card | None, today: date) -> Verdict:
    """One sentence for unknown, used, replaced and expired: a stranger learns nothing of a guessed code."""
    if card is not None and state_of(card, today) in {CardState.PRINTED, CardState.HANDED}:
        return YES
    return no(say("This code does not work, or no longer. Please check the card, or call us for a new one."))


def may_try(wrong_within_the_hour: int) -> Verdict:
    """Five wrong facts an hour a code, whoever types them."""
    if wrong_within_the_hour < TRIES:
        return YES
    return no(say("Too many wrong tries with this code. Please wait an hour, or call us."))


def code_typed(text: str) -> str | None:
    """The code that somebody typed: spaces, dashes, small and full-width letters do not matter, and O, I, L
    are read as 0, 1, 1 (Crockford); None if it cannot be one."""
    plain = unicodedata.normalize("NFKC", text).upper().translate(LOOKS_LIKE)
    code = "".join(sign for sign in plain if not sign.isspace() and unicodedata.category(sign) != "Pd")
    return code if len(code) == LENGTH and set(code) <= SIGNS else None
