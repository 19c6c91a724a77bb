"""Somebody lets another act for them; what was done so is told to them."""

from dataclasses import dataclass
from datetime import date

from civic.core.event import Event


@dataclass(frozen=True, kw_only=True)
class HelpAgreed(Event):
    """A consent was recorded: by the person on their own account, or by an officer."""

    kind = "people:help_agreed"
    helping_id: int
    person_id: int
    helper_id: int
    until_on: date
    own_account: bool


@dataclass(frozen=True, kw_only=True)
class HelpBegun(Event):
    """A helper began to act for somebody."""

    kind = "people:help_begun"
    helping_id: int
    person_id: int


@dataclass(frozen=True, kw_only=True)
class HelpEnded(Event):
    """One of the two, or an officer, ended a consent before its last day."""

    kind = "people:help_ended"
    helping_id: int
    person_id: int


@dataclass(frozen=True, kw_only=True)
class HelpTold(Event):
    """The person saw what was done for them, or was told at the door."""

    kind = "people:help_told"
    person_id: int
    things: int
    at_door: bool
