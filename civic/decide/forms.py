"""What people type in Decide. Shape only; what it must hold together is for the rules."""

from datetime import date, time
from typing import Annotated, Literal

from pydantic import Field

from civic.web.forms import Form, Line, LongLine, Paragraph

Chosen = Literal["yes", "no", "abstain"]


class BallotForm(Form):
    """One choice; `again` when a ballot on record is changed."""

    choice: Chosen
    again: Literal["yes"] | None = None


class NoticeForm(Form):
    """The notice of a vote, looked over once before it goes out."""

    step: Literal["check", "change", "send"] = "check"
    preset: Line
    question: LongLine
    text: Paragraph
    number: Line
    opens_on: date
    opens_time: time
    closes_on: date
    closes_time: time
    place: Line


class ReadingForm(Form):
    """What a clerk reads on a sheet."""

    number: Annotated[int, Field(ge=1, le=99999)]
    choice: Literal["yes", "no", "abstain", "invalid"]
    reason: Literal["not_owner", "double_mark", "unsigned", "late"] | None = None


class SettlingForm(Form):
    """What the third person reads on a sheet."""

    choice: Literal["yes", "no", "abstain", "invalid"]
    reason: Literal["not_owner", "double_mark", "unsigned", "late"] | None = None


class DeliveryForm(Form):
    """How the sheets went out."""

    delivered: Annotated[int, Field(ge=0, le=99999)]
    posted: Annotated[int, Field(ge=0, le=99999)] = 0
