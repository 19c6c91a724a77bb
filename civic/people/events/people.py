"""People entered, corrected, off the roll and back, suspended and freed; never a name, a number, a birthday."""

from dataclasses import dataclass
from datetime import date

from civic.core.event import Event


@dataclass(frozen=True, kw_only=True)
class PersonAdded(Event):
    """Somebody came onto the roll."""

    kind = "people:person_added"
    person_id: int


@dataclass(frozen=True, kw_only=True)
class PersonChanged(Event):
    """Name, telephone or birthday was corrected: which of them, not to what."""

    kind = "people:person_changed"
    person_id: int
    name: bool
    phone: bool
    born_on: bool


@dataclass(frozen=True, kw_only=True)
class PersonGone(Event):
    """Somebody died or left for good: no rights from that day on."""

    kind = "people:person_gone"
    person_id: int
    gone_on: date
    died: bool
    offices_ended: int


@dataclass(frozen=True, kw_only=True)
class PersonReturned(Event):
    """They were off the roll by mistake, or came back."""

    kind = "people:person_returned"
    person_id: int


@dataclass(frozen=True, kw_only=True)
class AccountSuspended(Event):
    """Somebody may read but not act; the number of the reason in the list of reasons."""

    kind = "people:account_suspended"
    person_id: int
    reason_no: int


@dataclass(frozen=True, kw_only=True)
class AccountFreed(Event):
    """The suspension is lifted."""

    kind = "people:account_freed"
    person_id: int


@dataclass(frozen=True, kw_only=True)
class KinRecorded(Event):
    """Two people are close kin, as declared: what `other` is to the person."""

    kind = "people:kin_recorded"
    person_id: int
    other_id: int
    relation: str


@dataclass(frozen=True, kw_only=True)
class KinStruck(Event):
    """What was declared about two people holds no more, or never did."""

    kind = "people:kin_struck"
    person_id: int
    other_id: int
