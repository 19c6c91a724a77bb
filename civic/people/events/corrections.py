"""Somebody says that the roll is wrong about them; the committee answers."""

from dataclasses import dataclass
from datetime import date

from civic.core.event import Event


@dataclass(frozen=True, kw_only=True)
class CorrectionAsked(Event):
    """A request for correction, to be answered by that day."""

    kind = "people:correction_asked"
    correction_id: int
    person_id: int
    due_on: date


@dataclass(frozen=True, kw_only=True)
class CorrectionWithdrawn(Event):
    """Taken back before it was answered."""

    kind = "people:correction_withdrawn"
    correction_id: int
    person_id: int


@dataclass(frozen=True, kw_only=True)
class CorrectionAnswered(Event):
    """The committee corrected the roll, or said why not."""

    kind = "people:correction_answered"
    correction_id: int
    person_id: int
    done: bool
    days_late: int


@dataclass(frozen=True, kw_only=True)
class AnswerSeen(Event):
    """Whoever is concerned read the answer."""

    kind = "people:answer_seen"
    correction_id: int
    person_id: int
