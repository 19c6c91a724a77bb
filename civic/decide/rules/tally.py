"""The count of plain ballots, kept for each counter."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from civic.decide.rules.kinds import WHOLE_ROLL, Base, Choice, Counter


@dataclass(frozen=True)
class Count:
    """One counter's figures: persons, or hundredths of a square metre.

    `present` is who was there at that vote; where nobody counted it, those who returned a ballot.
    """

    entitled: int
    yes: int
    no: int
    abstain: int
    invalid: int = 0
    present: int | None = None

    def __post_init__(self) -> None:
        if min(self.entitled, self.yes, self.no, self.abstain, self.invalid, self.present or 0) < 0:
            raise ValueError("a count is never negative")

    @property
    def valid(self) -> int:
        """Valid ballots, abstentions included (参与: 158, not 161)."""
        return self.yes + self.no + self.abstain

    @property
    def returned(self) -> int:
        """All in the box, invalid ones too (收回)."""
        return self.valid + self.invalid

    @property
    def unreturned(self) -> int:
        """Entitled, and nothing came back; counted for neither side."""
        return max(0, self.entitled - self.returned)

    @property
    def attended(self) -> int:
        """Present at the vote, at least those whose ballots are in the box."""
        return max(self.returned, self.present or 0)

    def base(self, base: Base) -> int:
        """The figure of which a share is taken (domain 2.3)."""
        if base in WHOLE_ROLL:
            return self.entitled
        figures = {
            Base.PARTICIPATING: self.valid,
            Base.PRESENT: self.attended,
            Base.BALLOTS_CAST: self.returned,
            Base.DECIDED: self.yes + self.no,
        }
        return figures[base]

    def took_part(self, base: Base) -> int:
        """What the quorum counts: whatever the approval's base names; where that is all,
        those present or taking part (domain 2.3)."""
        if base in WHOLE_ROLL:
            return max(self.valid, self.present or 0)
        return self.valid if base is Base.DECIDED else self.base(base)


Counts = Mapping[Counter, Count]


@dataclass(frozen=True)
class PlainBallot:
    """One ballot with its weights: persons, and hundredths of a square metre."""

    choice: Choice
    heads: int = 1
    area: int = 0
    valid: bool = True


def count_ballots(
    ballots: Iterable[PlainBallot],
    entitled: Mapping[Counter, int],
    present: Mapping[Counter, int] | None = None,
) -> dict[Counter, Count]:
    """Add the ballots up for each counter of `entitled`; the order of ballots changes nothing.

    Only the area counter takes the areas, every other counts persons.
    """
    piles = dict.fromkeys([*Choice, "invalid"], (0, 0))
    for ballot in ballots:
        pile = ballot.choice if ballot.valid else "invalid"
        heads, area = piles[pile]
        piles[pile] = heads + ballot.heads, area + ballot.area
    return {counter: _count(counter, piles, due, present or {}) for counter, due in entitled.items()}


def _count(
    counter: Counter, piles: Mapping[str, tuple[int, int]], entitled: int, present: Mapping[Counter, int]
) -> Count:
    weight = 1 if counter is Counter.AREA else 0
    yes, no, abstain, invalid = (piles[pile][weight] for pile in (*Choice, "invalid"))
    return Count(entitled, yes, no, abstain, invalid, present.get(counter))
