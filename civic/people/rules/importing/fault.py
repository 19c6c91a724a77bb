"""What a cell of a list may be told: wrong, to mend later, or simply so."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from civic.core.message import Message, joined, say_p
from civic.people.rules.importing.columns import Column


class Weight(StrEnum):
    """How much a sentence about a row weighs."""

    FAULT = "fault"
    """The row is refused."""
    MEND = "mend"
    """The row goes in; something is missing on the roll and is listed there."""
    TOLD = "told"
    """What the row does."""


@dataclass(frozen=True)
class Note:
    """A sentence about a row, and the column that it is about."""

    weight: Weight
    text: Message
    column: Column | None = None


class Fault(Exception):
    """A cell that cannot be understood; `because` names it and says what to write."""

    def __init__(self, because: Message) -> None:
        super().__init__(because.text)
        self.because = because


def listed(parts: Iterable[Message]) -> Message:
    """Several words in a row."""
    return joined(list(parts), say_p("between words", ", "))
