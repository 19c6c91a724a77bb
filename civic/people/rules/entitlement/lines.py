"""A roll: its lines, and the gaps that keep somebody from it."""

from dataclasses import dataclass

from civic.core.message import Message


@dataclass(frozen=True)
class Line:
    """One voter: the units they stand for, one head, the area in hundredths.

    `cast_by` is who casts: the voter, or a guardian or authorised person; None while nobody is authorised.
    """

    voter_id: int
    dwelling_ids: tuple[int, ...] = ()
    heads: int = 1
    area: int = 0
    cast_by: int | None = None


@dataclass(frozen=True)
class Gap:
    """What must be mended before somebody can vote.

    Their heads and area belong to the whole that a quorum is taken of (Civil Code, art. 278: of all owners);
    a head that stands on a line already is not counted again.
    """

    because: Message
    dwelling_id: int | None = None
    person_id: int | None = None
    heads: int = 0
    area: int = 0


@dataclass(frozen=True)
class Roll:
    """Everybody entitled on a day, by id; and whoever would be, were the roll complete."""

    lines: tuple[Line, ...]
    gaps: tuple[Gap, ...] = ()

    @property
    def heads(self) -> int:
        """Persons entitled in all, those behind gaps included."""
        return sum(line.heads for line in self.lines) + sum(gap.heads for gap in self.gaps)

    @property
    def area(self) -> int:
        """Area in hundredths in all, as far as it is known."""
        return sum(line.area for line in self.lines) + sum(gap.area for gap in self.gaps)
