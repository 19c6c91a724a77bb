"""What a work order must hold: a day that can be met, and money with somebody who pays."""

from dataclasses import dataclass
from datetime import date

from civic.core.amount import Money
from civic.core.message import Message, say

FARTHEST_DAYS = 1096
"""Three years; a day beyond is a slip of the pen."""
MOST_FEN = 2_000_000_000
"""Twenty million yuan."""


@dataclass(frozen=True)
class Terms:
    """Who pays how much by when; cost in fen."""

    due_on: date
    cost_fen: int
    payer: str


def faults(terms: Terms, today: date) -> dict[str, Message]:
    """What is wrong, by field; empty when the terms hold."""
    wrong: dict[str, Message] = {}
    if terms.due_on < today:
        wrong["due_on"] = say("This day has passed. Please choose today or a later day.")
    elif (terms.due_on - today).days > FARTHEST_DAYS:
        wrong["due_on"] = say("Please choose a day within three years.")
    if terms.cost_fen > MOST_FEN or terms.cost_fen < 0:
        wrong["cost"] = say("Please check the amount: it can be %(most)s at most.", most=Money(MOST_FEN))
    elif terms.cost_fen and not terms.payer:
        wrong["payer"] = say("Please say who pays this amount.")
    elif terms.payer and not terms.cost_fen:
        wrong["cost"] = say("Please write the amount, or leave out who pays.")
    return wrong
