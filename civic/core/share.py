"""Exact shares: "at least two thirds", "more than half"; whole numbers, never percentages."""

import re
from dataclasses import dataclass

_TEXT = re.compile(r"(>=|>)([0-9]+)/([0-9]+)")


@dataclass(frozen=True)
class Share:
    """A bound `num/den`; strict means that the bound itself is not enough.

    以上 includes the number (`>=2/3`); 过半数 and 超过 do not (`>1/2`): Civil Code, art. 1259.
    """

    num: int
    den: int
    strict: bool

    def __post_init__(self) -> None:
        reachable = self.num < self.den if self.strict else self.num <= self.den
        if self.num <= 0 or not reachable:
            raise ValueError(f"no such share: {self}")

    def __str__(self) -> str:
        return f"{'>' if self.strict else '>='}{self.num}/{self.den}"

    @classmethod
    def parse(cls, text: str) -> "Share":
        """The share written `>=2/3` or `>1/2`; ValueError for anything else."""
        found = _TEXT.fullmatch(text)
        if found is None:
            raise ValueError(f"not a share: {text!r}")
        return cls(int(found[2]), int(found[3]), found[1] == ">")

    def met(self, got: int, base: int) -> bool:
        """Whether `got` of `base` (same unit) reaches the bound; of nothing, nothing does."""
        if base <= 0:
            return False
        have, bound = got * self.den, base * self.num
        return have > bound if self.strict else have >= bound

    def least(self, base: int) -> int:
        """The smallest whole number that meets the bound; 1 for an empty base, which none meets."""
        if base <= 0:
            return 1
        if self.strict:
            return base * self.num // self.den + 1
        return -(-base * self.num // self.den)

    def mark(self, base: int) -> int:
        """The number to print beside the sign: to be passed (须过 79) if strict, else reached (须达 140)."""
        return base * self.num // self.den if self.strict else self.least(base)


def percent(got: int, base: int) -> str:
    """`got` of `base` as text with two decimals, cut and never rounded up: 66.66% is not two thirds."""
    if base <= 0:
        return "–"
    hundredths = got * 10_000 // base
    return f"{hundredths // 100}.{hundredths % 100:02d}%"
