"""What is done with the statements of an opinion map. Nothing here says which statement, or what was said to it."""

from dataclasses import dataclass

from civic.core.event import Event


@dataclass(frozen=True, kw_only=True)
class StatementSuggested(Event):
    """A neighbour suggested a statement; it waits for a look."""

    kind = "discuss:statement_suggested"
    stage = 2
    map_id: int
    waiting: int


@dataclass(frozen=True, kw_only=True)
class StatementLookedOver(Event):
    """A statement is put to the neighbours, or left out with a public reason."""

    kind = "discuss:statement_looked_over"
    stage = 2
    map_id: int
    shown: bool
    waiting: int


@dataclass(frozen=True, kw_only=True)
class LooksSeen(Event):
    """Somebody read what became of their statements."""

    kind = "discuss:looks_seen"
    stage = 2
    map_id: int
    statements: int


@dataclass(frozen=True, kw_only=True)
class OpinionGiven(Event):
    """Somebody answered a statement, or answered it otherwise."""

    kind = "discuss:opinion_given"
    stage = 2
    map_id: int


@dataclass(frozen=True, kw_only=True)
class OpinionTakenBack(Event):
    """Somebody took an answer back."""

    kind = "discuss:opinion_taken_back"
    stage = 2
    map_id: int
