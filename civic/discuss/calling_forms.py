"""What is typed about a talk: its call, a move, why it is called off, what came of it."""

from datetime import date, time
from typing import Annotated, Literal

from pydantic import Field

from civic.discuss.forms import Heads, Step
from civic.discuss.rules import PARTIES
from civic.web.forms import Form, LongLine, Paragraph

Body = Literal[
    "residents", "building_head", "representative", "committee", "party_committee", "grid_worker",
    "owners_committee", "property_firm", "supervisor", "advisor", "department",
]  # fmt: skip


class CallForm(Form):
    """Kind, who is invited, when, where, about what."""

    step: Step = "check"
    kind: Literal["open_talk", "hearing", "four_body", "parlour"]
    bodies: Annotated[list[Body], Field(max_length=11)] = Field(default_factory=list)
    on: date
    hour: time
    place: LongLine
    agenda: Paragraph


class MoveForm(Form):
    """When and where instead, and why."""

    on: date
    hour: time
    place: LongLine
    because: LongLine


class OffForm(Form):
    """Why it does not take place."""

    because: LongLine


class ConclusionForm(Form):
    """Heads by party, what was agreed, what not."""

    step: Step = "check"
    residents: Heads = 0
    affected: Heads = 0
    building_heads: Heads = 0
    representatives: Heads = 0
    committee: Heads = 0
    party_committee: Heads = 0
    owners_committee: Heads = 0
    property_firm: Heads = 0
    supervisors: Heads = 0
    advisors: Heads = 0
    departments: Heads = 0
    other: Heads = 0
    consensus: Paragraph
    not_agreed: Paragraph | None = None
    dissent: Paragraph | None = None

    @property
    def present(self) -> dict[str, int]:
        """Heads by party."""
        return {party: getattr(self, party) for party in PARTIES}
