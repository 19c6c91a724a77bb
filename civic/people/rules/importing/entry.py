"""One row of a list as it is understood."""

from dataclasses import dataclass, field
from datetime import date

from civic.core.message import Message
from civic.people.rules.importing.choices import ELSEWHERE
from civic.people.rules.importing.columns import Column
from civic.people.rules.importing.fault import Note, Weight
from civic.people.rules.importing.names import is_organisation

Home = tuple[str, int, str]
"""Building, entrance, door: what a dwelling is known by."""


@dataclass
class Entry:
    """A row as it is understood; None and "" where it says nothing."""

    number: int
    estate: str = ""
    building: str = ""
    entrance: int = 1
    says_entrance: bool = False
    """Whether the entrance is told, or only taken to be the first."""
    door: str = ""
    floor: int | None = None
    kind: str | None = None
    area_hundredths: int | None = None
    area_source: str | None = None
    state: str | None = None
    household: int | None = None
    name: str = ""
    relation: str | None = None
    owner: bool | None = None
    share: tuple[int, int] | None = None
    named_voter: bool | None = None
    phone: str = ""
    born_on: date | None = None
    registered: bool | None = None
    from_on: date | None = None
    to_on: date | None = None
    notes: list[Note] = field(default_factory=list)

    @property
    def home(self) -> Home:
        """What a dwelling is known by."""
        return self.building, self.entrance, self.door

    @property
    def refused(self) -> bool:
        """Whether anything is wrong with it."""
        return any(note.weight is Weight.FAULT for note in self.notes)

    @property
    def organisation(self) -> bool:
        """A firm or a body."""
        return is_organisation(self.name)

    @property
    def owns(self) -> bool:
        """Whether the row says that this person owns the dwelling."""
        return bool(self.owner) and bool(self.name)

    @property
    def lives(self) -> bool:
        """Whether the row says that this person lives there: a relation, a day of moving in, or no owner."""
        if not self.name or self.organisation or self.relation == ELSEWHERE:
            return False
        told = self.relation is not None or self.registered is True or self.from_on is not None
        return told or not self.owner

    def refuse(self, because: Message, column: Column | None = None) -> None:
        """Something is wrong: the row is not taken over."""
        self.notes.append(Note(Weight.FAULT, because, column))

    def mend(self, what: Message, column: Column | None = None) -> None:
        """Something is missing on the roll; the row is taken over."""
        self.notes.append(Note(Weight.MEND, what, column))

    def stays(self, today: date) -> bool:
        """Whether the row says that this person lives there now."""
        return self.lives and (self.to_on is None or self.to_on > today)
