"""How many persons owners are: one buyer of several units is one, and so is the developer with what is unsold."""

from collections.abc import Iterable
from dataclasses import dataclass, field

Buyer = frozenset[int]
"""The owners of a unit, by id: those who bought together are one buyer."""
DEVELOPER: Buyer = frozenset({0})
"""Whose unsold and undelivered units are: one person together, whether the roll names the firm or not."""
NOBODY: Buyer = frozenset()
"""Of a unit whose owner nobody knows: a person of its own."""


@dataclass
class Heads:
    """Gives each person one head, to the first line or gap that stands for them.

    Buyers whom one voter stands for are one person; so are lines and gaps of one buyer (Interpretation of
    2020, art. 9: 同一买受人拥有一个以上专有部分的，按一人计算; Shandong, art. 25). Lines come before gaps, and among
    lines those with the most units.
    """

    builders: frozenset[int]
    """Organisations with an unsold or undelivered unit: what such a firm owns is the developer's."""
    persons: dict[Buyer, Buyer] = field(default_factory=dict)
    counted: set[Buyer] = field(default_factory=set)

    def known(self, buyer: Buyer) -> Buyer:
        """The developer under one name."""
        return DEVELOPER if buyer and buyer <= self.builders else buyer

    def join(self, buyers: Iterable[Buyer]) -> None:
        """One voter stands for all of these: they are one person."""
        first, *others = [self.person(buyer) for buyer in buyers]
        for other in others:
            if other != first:
                self.persons[other] = first

    def person(self, buyer: Buyer) -> Buyer:
        """Who speaks for the person whom a buyer belongs to."""
        buyer = self.known(buyer)
        while buyer in self.persons:
            buyer = self.persons[buyer]
        return buyer

    def take(self, buyer: Buyer) -> int:
        """1 the first time that a person comes, 0 afterwards."""
        person = self.person(buyer)
        if person == NOBODY:
            return 1
        new = person not in self.counted
        self.counted.add(person)
        return int(new)
