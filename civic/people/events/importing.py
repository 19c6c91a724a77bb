"""A list came into the roll."""

from dataclasses import dataclass

from civic.core.event import Event


@dataclass(frozen=True, kw_only=True)
class ListPreviewed(Event):
    """A list was read and planned; nothing of the roll is changed by it."""

    kind = "people:list_previewed"
    batch_id: int
    new: int
    changed: int
    unchanged: int
    refused: int
    dwellings: int
    people: int


@dataclass(frozen=True, kw_only=True)
class ListImported(Event):
    """A previewed list was taken in as a whole: rows by what became of them, and what is new on the roll."""

    kind = "people:list_imported"
    batch_id: int
    new: int
    changed: int
    unchanged: int
    refused: int
    dwellings: int
    people: int


@dataclass(frozen=True, kw_only=True)
class ListDiscarded(Event):
    """A previewed list was thrown away; the roll is as it was."""

    kind = "people:list_discarded"
    batch_id: int
