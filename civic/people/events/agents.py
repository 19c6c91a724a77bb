"""Somebody acts by law in another's name: who, for whom, by which kind of document; never what it says."""

from dataclasses import dataclass
from datetime import date

from civic.core.event import Event


@dataclass(frozen=True, kw_only=True)
class AgentNamed(Event):
    """A guardian or representative was recorded; whom they replace, and the number of the kind of document."""

    kind = "people:agent_named"
    helping_id: int
    person_id: int
    agent_id: int
    document_no: int
    document_on: date
    until_on: date
    replaced_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class AgentEnded(Event):
    """They act no more."""

    kind = "people:agent_ended"
    helping_id: int
    person_id: int
