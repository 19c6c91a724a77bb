"""Who lives where and owns what, edited by hand: which row, from which day; never a name."""

from dataclasses import dataclass
from datetime import date

from civic.core.event import Event


@dataclass(frozen=True, kw_only=True)
class MovedIn(Event):
    """A residence begins; the one that it ends, if they lived elsewhere here."""

    kind = "people:moved_in"
    residence_id: int
    person_id: int
    dwelling_id: int
    from_on: date | None
    """None where nobody knows it."""
    left_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class MovedOut(Event):
    """A residence ends with that day."""

    kind = "people:moved_out"
    residence_id: int
    person_id: int
    dwelling_id: int
    to_on: date


@dataclass(frozen=True, kw_only=True)
class ResidenceChanged(Event):
    """Household, relation or registration was corrected: which of them."""

    kind = "people:residence_changed"
    residence_id: int
    person_id: int
    dwelling_id: int
    household_changed: bool
    relation_changed: bool
    registered_changed: bool


@dataclass(frozen=True, kw_only=True)
class ResidenceTakenBack(Event):
    """It was entered by mistake and never held."""

    kind = "people:residence_taken_back"
    residence_id: int
    person_id: int
    dwelling_id: int


@dataclass(frozen=True, kw_only=True)
class ResidenceResumed(Event):
    """Its end was entered by mistake: it goes on."""

    kind = "people:residence_resumed"
    residence_id: int
    person_id: int
    dwelling_id: int


@dataclass(frozen=True, kw_only=True)
class OwnershipBegun(Event):
    """Somebody owns a share of a dwelling."""

    kind = "people:ownership_begun"
    ownership_id: int
    person_id: int
    dwelling_id: int
    share_num: int
    share_den: int
    from_on: date | None
    """None where nobody knows it."""


@dataclass(frozen=True, kw_only=True)
class OwnershipEnded(Event):
    """It ends with that day."""

    kind = "people:ownership_ended"
    ownership_id: int
    person_id: int
    dwelling_id: int
    to_on: date


@dataclass(frozen=True, kw_only=True)
class OwnershipTakenBack(Event):
    """It was entered by mistake and never held."""

    kind = "people:ownership_taken_back"
    ownership_id: int
    person_id: int
    dwelling_id: int


@dataclass(frozen=True, kw_only=True)
class OwnershipResumed(Event):
    """Its end was entered by mistake: it goes on."""

    kind = "people:ownership_resumed"
    ownership_id: int
    person_id: int
    dwelling_id: int


@dataclass(frozen=True, kw_only=True)
class ShareCorrected(Event):
    """A share stood wrongly on the roll: before, after, and the number of the reason in the list of reasons."""

    kind = "people:share_corrected"
    ownership_id: int
    person_id: int
    dwelling_id: int
    num_before: int
    den_before: int
    num_after: int
    den_after: int
    reason_no: int


@dataclass(frozen=True, kw_only=True)
class VoterNamed(Event):
    """The co-owners of a dwelling named one of them to vote."""

    kind = "people:voter_named"
    ownership_id: int
    person_id: int
    dwelling_id: int
