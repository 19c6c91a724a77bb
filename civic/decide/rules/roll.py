"""The roll as it is frozen: its lines, what they weigh in all, its text and hash. Who stands on it says
`people.rules.entitlement`."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from civic.decide.rules.kinds import Counter

L = TypeVar("L")
HEADER = "civic roll 1"


@dataclass(frozen=True)
class RollLine:
    """One voter: the units it stands for, its persons, its area in hundredths. Voter 0 is nobody yet."""

    voter_id: int
    dwelling_ids: tuple[int, ...] = ()
    heads: int = 1
    area: int = 0


def entitled(roll: Sequence[RollLine], counters: Iterable[Counter]) -> dict[Counter, int]:
    """What the whole roll weighs in each counter: areas in hundredths, else persons."""
    heads, area = sum(line.heads for line in roll), sum(line.area for line in roll)
    return {counter: area if counter is Counter.AREA else heads for counter in counters}


def roll_text(roll: Iterable[RollLine]) -> str:
    """The roll as canonical text: a header, then voter, heads, area, units, by voter; ids only."""
    rows = sorted(roll, key=lambda line: (line.voter_id, line.dwelling_ids))
    body = (f"{r.voter_id}\t{r.heads}\t{r.area}\t{','.join(map(str, sorted(r.dwelling_ids)))}" for r in rows)
    return "\n".join([HEADER, *body, ""])


def roll_hash(roll: Iterable[RollLine]) -> str:
    """SHA-256 of the canonical text, in hex: printed on the notice, frozen with the vote."""
    return hashlib.sha256(roll_text(roll).encode()).hexdigest()


@dataclass(frozen=True)
class RollChange(Generic[L]):
    """What a correction does: lines kept as they are, changed, added, removed."""

    kept: tuple[L, ...]
    changed: tuple[tuple[L, L], ...]
    added: tuple[L, ...]
    removed: tuple[L, ...]

    def __bool__(self) -> bool:
        return bool(self.changed or self.added or self.removed)


def compare(before: Mapping[tuple[int, str], L], after: Mapping[tuple[int, str], L]) -> RollChange[L]:
    """Two rolls, each line under its voter (with its label where nobody votes yet)."""
    both = [who for who in before if who in after]
    return RollChange(
        kept=tuple(before[who] for who in both if before[who] == after[who]),
        changed=tuple((before[who], after[who]) for who in both if before[who] != after[who]),
        added=tuple(line for who, line in after.items() if who not in before),
        removed=tuple(line for who, line in before.items() if who not in after),
    )
