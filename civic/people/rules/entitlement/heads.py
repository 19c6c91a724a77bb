"""How many persons owners are: one buyer of several units is one, and so is the developer with what is unsold."""

from collections.abc import Mapping, Sequence

Buyer = frozenset[int]
"""The owners of a unit, by id: those who bought together are one buyer."""
DEVELOPER: Buyer = frozenset({0})
"""Whose unsold and undelivered units are: one person together, whether the roll names the firm or not."""
NOBODY: Buyer = frozenset()
"""Of a unit whose owner nobody knows: a person of its own."""


def heads_of(lines: Mapping[int, Sequence[Buyer]]) -> dict[int, int]:
    """The head of each voter, 1 or 0, from the buyers of their units.

    No voter has two heads and no buyer is counted twice (Interpretation of 2020, art. 9:
    同一买受人拥有一个以上专有部分的，按一人计算; Shandong, art. 25): a largest matching of voters to buyers,
    by augmenting paths, so that the sum depends on no order. A head once given stays: of a couple who
    named a different one of them for each flat, the one with more units has it, else the first by id.
    """
    held: dict[Buyer, int] = {}

    def find(voter: int, tried: set[Buyer]) -> bool:
        for buyer in sorted(set(lines[voter]) - tried, key=sorted):
            tried.add(buyer)
            if buyer not in held or find(held[buyer], tried):
                held[buyer] = voter
                return True
        return False

    most_first = sorted(lines, key=lambda voter: (-len(lines[voter]), voter))
    return {voter: int(find(voter, set())) for voter in most_first}
