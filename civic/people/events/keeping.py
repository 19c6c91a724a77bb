"""Somebody looked at private data: who and when stands in the entry, at whom by number alone."""

from dataclasses import dataclass

from civic.core.event import Event


@dataclass(frozen=True, kw_only=True)
class PersonShown(Event):
    """A keeper of the roll had somebody's telephone and birthday shown."""

    kind = "people:person_shown"
    look_id: int
    person_id: int


@dataclass(frozen=True, kw_only=True)
class GlassBroken(Event):
    """An administrator opened the roll for an hour."""

    kind = "people:glass_broken"
    look_id: int


@dataclass(frozen=True, kw_only=True)
class OwnerRollShown(Event):
    """The owners' committee had the names on the roll of its owners' vote shown."""

    kind = "people:owner_roll_shown"
    look_id: int
    vote_id: int


@dataclass(frozen=True, kw_only=True)
class RollExported(Event):
    """A list was taken out of the roll."""

    kind = "people:roll_exported"
    export_id: int
    masked: bool
    building_id: int | None = None
