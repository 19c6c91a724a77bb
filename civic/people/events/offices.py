"""Offices are given, end, and are handed over: who, which, until when; never a name or what a paper says."""

from dataclasses import dataclass
from datetime import date

from civic.core.event import Event
from civic.core.message import Message, say, say_n
from civic.people.rules.ending import REASONS


@dataclass(frozen=True, kw_only=True)
class OfficeGiven(Event):
    """Somebody got an office; whether they came onto the roll with it."""

    kind = "people:office_given"
    office_id: int
    person_id: int
    office: str
    from_on: date
    to_on: date | None
    new_person: bool

    def told(self) -> Message:
        """From when to when."""
        if self.to_on is None:
            return say("Given from %(from_on)s on, without a last day", from_on=self.from_on)
        return say("Given from %(from_on)s to %(to_on)s", from_on=self.from_on, to_on=self.to_on)


@dataclass(frozen=True, kw_only=True)
class OfficeEnded(Event):
    """The last day was moved; the earlier one stays in this entry."""

    kind = "people:office_ended"
    office_id: int
    person_id: int
    was_until: date | None
    last_on: date
    reason: str

    def told(self) -> Message:
        """Before and after, and why."""
        why = REASONS[self.reason]
        if self.was_until is None:
            return say("Last day set to %(last_on)s: %(why)s", last_on=self.last_on, why=why)
        return say(
            "Last day moved from %(was_until)s to %(last_on)s: %(why)s",
            was_until=self.was_until, last_on=self.last_on, why=why,
        )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class HeldNoted(Event):
    """A key, contact, paper or promise was written onto the hand-over sheet."""

    kind = "people:held_noted"
    office_id: int
    held_id: int


@dataclass(frozen=True, kw_only=True)
class HeldStruck(Event):
    """It was taken off again, before it was handed over."""

    kind = "people:held_struck"
    office_id: int
    held_id: int


@dataclass(frozen=True, kw_only=True)
class HeldHanded(Event):
    """So many things were handed over to that person."""

    kind = "people:held_handed"
    office_id: int
    person_id: int
    things: int

    def told(self) -> Message:
        """How many."""
        return say_n("%(n)s thing handed over", "%(n)s things handed over", self.things)
