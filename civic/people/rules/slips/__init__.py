"""Household slips: how many, how long valid, what is typed from them and which fact proves the person."""

from civic.people.rules.slips.cards import (
    TRIES,
    Card,
    CardState,
    cards_due,
    code_typed,
    may_try,
    may_use_slip,
    state_of,
    valid_until,
)
from civic.people.rules.slips.facts import Entry, fits_roll

__all__ = [
    "TRIES", "Card", "CardState", "Entry", "cards_due", "code_typed", "fits_roll", "may_try", "may_use_slip",
    "state_of", "valid_until",
]  # fmt: skip
