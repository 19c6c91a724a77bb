"""What the roll says of a person and a dwelling, with the days on which it holds."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

ADULT = 18
"""Years; the birthday itself counts (Civil Code, arts 17, 1259)."""


class Dated(Protocol):
    """Something that holds from one day to another."""

    @property
    def from_on(self) -> date:
        """The first day."""
        ...

    @property
    def to_on(self) -> date | None:
        """The last day; None while nobody knows it."""
        ...


D = TypeVar("D", bound=Dated)


def holds(fact: Dated, day: date) -> bool:
    """Whether it holds on that day: first and last day included."""
    return fact.from_on <= day and (fact.to_on is None or day <= fact.to_on)


def newest(facts: Iterable[D], day: date) -> D | None:
    """The one that holds; on the day of a move, when two do, the new one."""
    return max((fact for fact in facts if holds(fact, day)), key=lambda fact: fact.from_on, default=None)


@dataclass(frozen=True)
class Home:
    """Where somebody lives. A household is a dwelling and a number in it."""

    dwelling_id: int
    from_on: date
    to_on: date | None = None
    household: int = 1
    relation: str = "other"
    registered: bool | None = True
    """Household register here, or registered as living here; None while nobody has said."""


@dataclass(frozen=True)
class Holding:
    """A share of a dwelling that somebody owns."""

    dwelling_id: int
    from_on: date
    to_on: date | None = None
    named_voter: bool = False
    """Whom the co-owners named; a sole owner needs no naming."""


@dataclass(frozen=True)
class Term:
    """An office; the kind is a word of `permissions.Standing`."""

    kind: str
    from_on: date
    to_on: date | None = None
    building_id: int | None = None


@dataclass(frozen=True)
class Citizen:
    """A person or an organisation of the roll. `suspended` is the account's; it costs nobody a vote."""

    id: int
    born_on: date | None = None
    gone_on: date | None = None
    """Died, or left for good: the first day without any right here."""
    organisation: bool = False
    suspended: bool = False
    agent_id: int | None = None
    """Whoever casts in this owner's place: a guardian, the authorised person of an organisation."""
    homes: tuple[Home, ...] = ()
    holdings: tuple[Holding, ...] = ()
    terms: tuple[Term, ...] = ()

    def here(self, day: date) -> bool:
        """Neither dead nor gone for good."""
        return self.gone_on is None or day < self.gone_on

    def home(self, day: date) -> Home | None:
        """Where they live that day."""
        return newest(self.homes, day)

    def of_age(self, day: date) -> bool:
        """Eighteen that day or older; nobody whose birthday is not known. Born on 29 February: on 1 March."""
        if self.born_on is None:
            return False
        return (day.year - ADULT, day.month, day.day) >= (
            self.born_on.year, self.born_on.month, self.born_on.day,
        )  # fmt: skip

    def holds_office(self, kinds: Iterable[str], day: date) -> bool:
        """Whether one of these offices is theirs that day."""
        wanted = set(kinds)
        return any(term.kind in wanted and holds(term, day) for term in self.terms)


@dataclass(frozen=True)
class Unit:
    """A dwelling, shop or parking space; area in 0.01 m², None while nobody knows it."""

    id: int
    area: int | None = None
    kind: str = "home"
    state: str = "sold"
    """sold, unsold, undelivered, not_known."""
