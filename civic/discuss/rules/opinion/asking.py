"""Which statement is put to a person next (counting.md, opinion map, step 9). Plain Python."""

from collections.abc import Mapping

from civic.discuss.rules.opinion.figures import Tally, share

META = 49.0
"""Statements about the conversation itself keep this priority."""
WHOLE = 2**64


def priority(tally: Tally, extremity: float = 0.0, *, meta: bool = False) -> float:
    """Higher where agreement, division and few votes are; new statements bubble up.

    `extremity` is what `OpinionMap.extremity` says of the statement, 0 before there is a map."""
    if meta:
        return META
    importance = (1 - share(tally.passes, tally.votes)) * (extremity + 1) * share(tally.agrees, tally.votes)
    return float((importance * (1 + 8 * 2 ** (-tally.votes / 5))) ** 2)


def drawn(priorities: Mapping[str, float], chance: int) -> str | None:
    """One statement, drawn by priority; `chance` is 64 random bits from `work.entropy`. None: all answered."""
    if not priorities:
        return None
    mark = sum(priorities.values()) * (chance % WHOLE) / WHOLE
    for statement, weight in priorities.items():
        if mark < weight:
            return statement
        mark -= weight
    return list(priorities)[-1]
