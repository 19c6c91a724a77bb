"""Who may vote and with what weight: dwellings in, one line a voter out."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from civic.decide.rules.kinds import Counter

HEADER = "civic roll 1"


class UnitKind(StrEnum):
    """What a unit is, as far as the count cares."""

    OWNED = "owned"
    UNSOLD = "unsold"
    UNDELIVERED = "undelivered"
    PARKING = "parking"


@dataclass(frozen=True)
class RollUnit:
    """One exclusive unit: area in whole hundredths of a square metre. Of an unsold or undelivered
    unit the owner is the developer (Interpretation of 2020, art. 9)."""

    dwelling_id: int
    owner_id: int
    area: int
    kind: UnitKind = UnitKind.OWNED


@dataclass(frozen=True)
class RollLine:
    """One voter: the units it stands for, its persons (always 1), its area in hundredths."""

    voter_id: int
    dwelling_ids: tuple[int, ...] = ()
    heads: int = 1
    area: int = 0


def owners_roll(units: Iterable[RollUnit], *, parking: bool = False) -> tuple[RollLine, ...]:
    """One line an owner, by owner id: one head however many units, the areas added.

    All units of one buyer are one person, and so are the developer's unsold or undelivered units
    together (Interpretation of 2020, art. 9; Shandong, art. 25; Hangzhou, art. 17). Parking spaces
    count only if the owners' own rules say so (Ningbo, art. 18). ValueError for a unit given twice
    or without an area.
    """
    held: dict[int, dict[int, int]] = {}
    seen: set[int] = set()
    for unit in units:
        if unit.dwelling_id in seen or unit.area <= 0:
            raise ValueError(f"unit {unit.dwelling_id}: given twice, or no area")
        seen.add(unit.dwelling_id)
        if parking or unit.kind is not UnitKind.PARKING:
            held.setdefault(unit.owner_id, {})[unit.dwelling_id] = unit.area
    return tuple(
        RollLine(owner, tuple(sorted(areas)), 1, sum(areas.values())) for owner, areas in sorted(held.items())
    )


def equal_roll(voter_ids: Iterable[int]) -> tuple[RollLine, ...]:
    """One line a resident, household, representative or member, each one head, by id, none twice."""
    return tuple(RollLine(voter) for voter in sorted(set(voter_ids)))


def entitled(roll: Sequence[RollLine], counters: Iterable[Counter]) -> dict[Counter, int]:
    """What the whole roll weighs in each counter: areas in hundredths, else persons."""
    heads, area = sum(line.heads for line in roll), sum(line.area for line in roll)
    return {counter: area if counter is Counter.AREA else heads for counter in counters}


def roll_text(roll: Iterable[RollLine]) -> str:
    """The roll as canonical text: a header, then voter, heads, area, units, by voter; ids only."""
    rows = sorted(roll, key=lambda line: line.voter_id)
    body = (f"{r.voter_id}\t{r.heads}\t{r.area}\t{','.join(map(str, sorted(r.dwelling_ids)))}" for r in rows)
    return "\n".join([HEADER, *body, ""])


def roll_hash(roll: Iterable[RollLine]) -> str:
    """SHA-256 of the canonical text, in hex: printed on the notice, frozen with the vote."""
    return hashlib.sha256(roll_text(roll).encode()).hexdigest()
