"""The one helper for state machines: a table of moves, and its CHECK."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from civic.core.errors import Refusal
from civic.core.message import say

P = TypeVar("P", bound=StrEnum)
Transitions = Mapping[tuple[P, str], P]


def step(transitions: Transitions[P], phase: P, act: str) -> P:
    """The phase after `act`; Refusal if the table has no such move."""
    try:
        return transitions[(phase, act)]
    except KeyError:
        raise Refusal(say("This step is not possible any more. Please reload the page.")) from None


def may_step(transitions: Transitions[P], phase: P, act: str) -> bool:
    """Whether the table has this move."""
    return (phase, act) in transitions


def pairing_sql(column: str, needs: Mapping[P, tuple[str, ...]]) -> str:
    """CHECK text: in each phase the named timestamps are set (Source: DESIGN, state machines)."""
    clauses = []
    for phase, stamps in needs.items():
        set_ = "".join(f" AND {stamp} IS NOT NULL" for stamp in stamps)
        clauses.append(f"({column} = '{phase.value}'{set_})")
    return " OR ".join(clauses)


def one_of_sql(column: str, values: type[StrEnum]) -> str:
    """CHECK text: the column holds one of the enum's words."""
    return f"{column} IN ({', '.join(repr(v.value) for v in values)})"
