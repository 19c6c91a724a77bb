"""Figures that people check by hand: whole hundredths, never floats; numbers that each language says its way."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Area:
    """Exclusive area in whole hundredths of a square metre (Interpretation of 2020, art. 8)."""

    hundredths: int

    def __str__(self) -> str:
        return f"{self.hundredths // 100:,}.{self.hundredths % 100:02d}"


@dataclass(frozen=True, order=True)
class Money:
    """An amount in whole fen; shown in yuan."""

    fen: int

    def __str__(self) -> str:
        sign = "-" if self.fen < 0 else ""
        return f"{sign}{abs(self.fen) // 100:,}.{abs(self.fen) % 100:02d}"


@dataclass(frozen=True, order=True)
class Article:
    """The number of an article of law; Chinese writes it in words."""

    number: int

    def __str__(self) -> str:
        return str(self.number)


@dataclass(frozen=True, order=True)
class Numbered:
    """A building by its name; one that is named by its number alone is read out in the reader's language."""

    name: str

    def __str__(self) -> str:
        return self.name
