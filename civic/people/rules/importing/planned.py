"""What an import would do: for the preview in words, for the act in values. Ids below 0 stand for what is new."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from civic.core.message import Message, Param
from civic.people.rules.importing.fault import Note, Weight

Value = str | int | bool | date | None


class Outcome(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True)
class NewBuilding:
    """A building that the roll does not have; `position` is the number in its name, 0 without one."""

    name: str
    entrances: int
    position: int
    estate: str = ""


@dataclass(frozen=True)
class NewDwelling:
    """A dwelling that the roll does not have; `ref` is below 0, the area in 0.01 m²."""

    ref: int
    building: str
    entrance: int
    door: str
    floor: int | None
    kind: str
    area_hundredths: int | None
    area_source: str
    state: str


@dataclass(frozen=True)
class NewPerson:
    """A person or an organisation that the roll does not have; `ref` is below 0."""

    ref: int
    name: str
    phone: str
    born_on: date | None
    kind: str


@dataclass(frozen=True)
class NewResidence:
    """`person` lives in `dwelling` from that day on (`LONG_AGO`: not known); both are ids, or refs below 0."""

    person: int
    dwelling: int
    household: int
    relation: str
    registered: bool | None
    from_on: date
    to_on: date | None


@dataclass(frozen=True)
class NewOwnership:
    """`person` owns a share of `dwelling` from that day on; both are ids, or refs below 0."""

    person: int
    dwelling: int
    share_num: int
    share_den: int
    named_voter: bool
    from_on: date
    share_known: bool = True


@dataclass(frozen=True)
class FieldChange:
    """One field of a row of the roll: `table` is building, dwelling, person, residence or ownership."""

    table: str
    id: int
    field: str
    before: Value
    after: Value


@dataclass(frozen=True)
class Shown:
    """A change as the preview shows it; a before of None was blank."""

    what: Message
    before: Param
    after: Param


@dataclass(frozen=True)
class PlannedRow:
    """What one row would do, in words: faults by column, gaps to mend, changes."""

    number: int
    outcome: Outcome
    building: str
    entrance: int
    door: str
    name: str
    notes: tuple[Note, ...]
    shown: tuple[Shown, ...]
    dwelling: int | None = None
    """The dwelling, and the person, that the row is about: an id, below 0 what is new; None where it goes not in."""
    person: int | None = None

    @property
    def faults(self) -> tuple[Note, ...]:
        """Why it is refused."""
        return tuple(note for note in self.notes if note.weight is Weight.FAULT)


@dataclass(frozen=True)
class Plan:
    """Everything an import would do, in the order in which it is to be written."""

    rows: tuple[PlannedRow, ...]
    buildings: tuple[NewBuilding, ...]
    dwellings: tuple[NewDwelling, ...]
    people: tuple[NewPerson, ...]
    changes: tuple[FieldChange, ...]
    residences: tuple[NewResidence, ...]
    ownerships: tuple[NewOwnership, ...]
    missing: int
    """People of the buildings in the list who do not stand in it: they stay on the roll."""
    own: int = 0
    """Rows about whoever imports, or about their own door: they are left out."""
    owners: int = 0
    """Rows that go in and name an owner."""
    unsaid: int = 0
    """New residents, no tenants, of whom the list does not say whether they are registered here."""
    equal: int = 0
    """New co-owners of whom the list gives no share."""

    def count(self, outcome: Outcome) -> int:
        """How many rows come to that."""
        return sum(row.outcome is outcome for row in self.rows)

    @property
    def empty(self) -> bool:
        """Whether it would change nothing."""
        return not any(
            (self.buildings, self.dwellings, self.people, self.changes, self.residences, self.ownerships)
        )


def rows_that(rows: Sequence[PlannedRow], outcome: Outcome) -> list[PlannedRow]:
    """The rows that come to that, in the order of the file."""
    return [row for row in rows if row.outcome is outcome]
