"""What people type in Discuss. Shape only; what it must hold together is for the rules."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from civic.discuss.rules import IN_THE_PARLOUR, TEXT_LIMIT, Promise
from civic.web.forms import Form, Line, LongLine, Paragraph, Yuan

Words = Annotated[Paragraph, StringConstraints(max_length=TEXT_LIMIT)]
Heads = Annotated[int, Field(ge=0, le=999)]
Step = Literal["check", "change", "send"]
"""Papers are looked over once before they are public: check, change, send."""


class ContributionForm(Form):
    """What somebody says, on the topic or on its outcome."""

    stance: Literal["for", "against", "question"]
    text: Words
    about: Literal["topic", "outcome"]


class ExtendForm(Form):
    """Until when people may speak, and why longer."""

    to_on: date
    reason: Paragraph


class ReplyForm(Form):
    """An answer to a contribution."""

    text: Words


class EditForm(Form):
    """The same in other words; a reply has no side."""

    stance: Literal["for", "against", "question"] | None = None
    text: Words


class SureForm(Form):
    """A button that was pressed on a page of its own."""

    sure: Literal["yes"]


class NothingForm(Form):
    """A button alone."""


Ground = Literal["insult", "private", "advert", "off_topic", "unlawful"]


class ReportForm(Form):
    """Why somebody reports it: the button that was pressed."""

    report: Ground


class HideForm(Form):
    """Why it is hidden: a fixed ground and a sentence, both public."""

    ground: Ground
    because: LongLine


class AppealForm(Form):
    """Why the author thinks that it should be shown."""

    text: Words


class AppealAnswerForm(Form):
    """The supervisory committee's answer, public."""

    upheld: Literal["yes", "no"]
    answer: Paragraph


class ParlourForm(Form):
    """Minutes of a meeting in the parlour."""

    step: Step = "check"
    held_on: date
    place: Line
    residents: Heads = 0
    affected: Heads = 0
    building_heads: Heads = 0
    advisors: Heads = 0
    departments: Heads = 0
    other: Heads = 0
    consensus: Paragraph
    dissent: Paragraph | None = None

    @property
    def present(self) -> dict[str, int]:
        """Heads by party."""
        return {party: getattr(self, party) for party in IN_THE_PARLOUR}


class StudyForm(Form):
    """The record of the Party committee's study."""

    step: Step = "check"
    subject: Literal["topic", "outcome"]
    held_on: date
    present: Annotated[int, Field(ge=1, le=99)]
    opinion: Paragraph
    agreed: Literal["yes", "no"]


class OutcomeForm(Form):
    """What was agreed, the way on; the promise, its money, duty and deadline, or why there is none."""

    step: Step = "check"
    agreed: Paragraph
    not_agreed: Paragraph | None = None
    way: Literal["vote", "opinion_vote", "carry_out", "archive"]
    because: Paragraph | None = None
    conditions: Paragraph | None = None
    criterion: LongLine | None = None
    need: Annotated[int, Field(ge=1, le=366)] | None = None
    of_days: Annotated[int, Field(ge=1, le=366)] | None = None
    duty: LongLine | None = None
    deadline_on: date | None = None
    cost: Yuan = 0
    payer: LongLine | None = None

    @property
    def promise(self) -> Promise:
        """What is promised, empty where nothing was typed."""
        return Promise(
            criterion=self.criterion or "", need=self.need or 0, of_days=self.of_days or 0,
            conditions=self.conditions or "", cost_fen=self.cost, payer=self.payer or "", duty=self.duty or "",
            deadline_on=self.deadline_on, because=self.because or "",
        )  # fmt: skip


class TreatmentForm(Form):
    """Whether a comment on the outcome is taken up; what changed, or why nothing does."""

    adopted: Literal["yes", "no"]
    treatment: Paragraph
