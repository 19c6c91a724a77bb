"""What the roll has, as a plan is told it: a snapshot without any row of the database."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class KnownBuilding:
    """A building on the roll."""

    id: int
    name: str
    entrances: int = 1
    estate: str = ""


@dataclass(frozen=True)
class KnownDwelling:
    """A dwelling on the roll; the area in 0.01 m², None while nobody knows it."""

    id: int
    building: str
    entrance: int
    door: str
    floor: int | None = None
    kind: str = "home"
    area_hundredths: int | None = None
    area_source: str = "not_known"
    state: str = "not_known"


@dataclass(frozen=True)
class KnownPerson:
    """A person or an organisation on the roll; `gone` for those who died or left for good."""

    id: int
    name: str
    phone: str = ""
    born_on: date | None = None
    kind: str = "person"
    gone: bool = False
    asked: frozenset[str] = frozenset()
    """Fields that were corrected because this person asked for it: an older list does not take that back."""


@dataclass(frozen=True)
class KnownResidence:
    """Somebody who lives in a dwelling: `to_on` None or not yet passed."""

    id: int
    person_id: int
    dwelling_id: int
    household: int
    relation: str
    registered: bool | None
    from_on: date
    to_on: date | None = None


@dataclass(frozen=True)
class KnownOwnership:
    """An ownership that has not ended."""

    id: int
    dwelling_id: int
    person_id: int
    share_num: int
    share_den: int
    named_voter: bool
    from_on: date
    share_known: bool = True


@dataclass(frozen=True)
class Registry:
    """The roll of one community today; residences and ownerships only those of today or still to come."""

    buildings: tuple[KnownBuilding, ...] = ()
    dwellings: tuple[KnownDwelling, ...] = ()
    people: tuple[KnownPerson, ...] = ()
    residences: tuple[KnownResidence, ...] = ()
    ownerships: tuple[KnownOwnership, ...] = ()
