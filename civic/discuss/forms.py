"""What people type in Discuss. Shape only; what it must hold together is for the rules."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from civic.core.message import say
from civic.discuss.rules import LETTERS, PARTIES, TEXT_LIMIT, Promise, TypedOption
from civic.web.forms import Filled, Form, Line, LongLine, Paragraph, Yuan

Words = Annotated[Paragraph, StringConstraints(max_length=TEXT_LIMIT)]
Heads = Annotated[int, Field(ge=0, le=999)]
Step = Literal["check", "change", "send"]
"""Papers are looked over once before they are public: check, change, send."""


class ContributionForm(Form):
    """What somebody says, on the topic or on its outcome."""

    stance: Literal["for", "against", "question"]
    text: Words
    about: Literal["topic", "outcome"]


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
        return {party: getattr(self, party) for party in PARTIES}


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


class OptionPaperForm(Form):
    """Two to five options, a row each; the panel's advice, its votes, its dissent."""

    step: Step = "check"
    text_A: Paragraph
    text_B: Paragraph
    text_C: Paragraph | None = None
    text_D: Paragraph | None = None
    text_E: Paragraph | None = None
    cost_A: Yuan = 0
    cost_B: Yuan = 0
    cost_C: Yuan = 0
    cost_D: Yuan = 0
    cost_E: Yuan = 0
    bearer_A: LongLine
    bearer_B: LongLine
    bearer_C: LongLine | None = None
    bearer_D: LongLine | None = None
    bearer_E: LongLine | None = None
    risks_A: Paragraph
    risks_B: Paragraph
    risks_C: Paragraph | None = None
    risks_D: Paragraph | None = None
    risks_E: Paragraph | None = None
    advised: Literal["A", "B", "C", "D", "E"]
    for_advice: Annotated[int, Field(ge=1, le=99)]
    against_advice: Annotated[int, Field(ge=0, le=99)] = 0
    dissent: Paragraph | None = None


def typed_options(form: Filled[OptionPaperForm]) -> list[TypedOption]:
    """The rows that were filled in; a half-filled row or a gap before one is refused at its field."""
    options, clean = [], form.clean
    if clean is None:
        return []
    last = max(letter for letter in LETTERS if any(form.raw(f"{part}_{letter}").strip() for part in PARTS))
    for letter in (letter for letter in LETTERS if letter <= last):
        given = {part: getattr(clean, f"{part}_{letter}") for part in PARTS}
        for part, value in given.items():
            if value is None:
                form.refuse(f"{part}_{letter}", say("Please fill this in."))
        if None not in given.values():
            options.append(TypedOption(letter=letter, cost_fen=getattr(clean, f"cost_{letter}"), **given))
    return options


PARTS = ("text", "bearer", "risks")
"""What each option must hold beside its cost."""
