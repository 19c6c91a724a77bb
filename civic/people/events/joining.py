"""Slips go out, people come in, codes are given in person."""

from dataclasses import dataclass

from civic.core.event import Event


@dataclass(frozen=True, kw_only=True)
class SlipsIssued(Event):
    """An entrance got cards where it had none."""

    kind = "people:slips_issued"
    building_id: int
    entrance: int
    cards: int
    codes: int


@dataclass(frozen=True, kw_only=True)
class SlipReissued(Event):
    """A dwelling got a new card; the old one is worth nothing."""

    kind = "people:slip_reissued"
    dwelling_id: int
    codes: int
    replaced: int


@dataclass(frozen=True, kw_only=True)
class SlipsHanded(Event):
    """Cards of an entrance were ticked off, or ticks taken back."""

    kind = "people:slips_handed"
    building_id: int
    entrance: int
    handed: int
    taken_back: int


@dataclass(frozen=True, kw_only=True)
class PersonJoined(Event):
    """Somebody opened an account with a code of their dwelling's card."""

    kind = "people:person_joined"
    person_id: int
    slip_id: int


@dataclass(frozen=True, kw_only=True)
class CodeGiven(Event):
    """Somebody in office gave a person a one-time code, face to face."""

    kind = "people:code_given"
    person_id: int
    code_id: int


@dataclass(frozen=True, kw_only=True)
class CodeUsed(Event):
    """The person signed in with it."""

    kind = "people:code_used"
    person_id: int
    code_id: int
    opened: bool
    """Whether it was the first time, so that an account was opened."""
