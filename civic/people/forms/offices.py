"""What is typed to give and to end an office, and to hand it over."""

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from civic.people.forms.joining import Ident, Idents
from civic.people.rules.ending import EndReason
from civic.people.tables import HeldKind, Obtained, OfficeKind
from civic.web.forms import Form, Line, LongLine


def _near(day: date) -> date:
    if not 1980 <= day.year <= 2100:
        raise ValueError("day")
    return day


Day = Annotated[date, AfterValidator(_near)]
"""A day that a term can have."""


class GivingForm(Form):
    """The last question and the check page: who was chosen before is carried along."""

    step: Literal["check", "change", "give"]
    kind: OfficeKind
    person: Ident | None = None
    name: Line | None = None
    door: Line | None = None
    new: Literal["yes"] | None = None
    phone: Line | None = None
    building: Ident | None = None
    entrance: Annotated[int, Field(ge=1, le=99)] | None = None
    from_on: Day
    to_on: Day | None = None
    obtained: Obtained
    basis: LongLine | None = None
    title: Line | None = None


class EndingForm(Form):
    """Which day is the last, and why."""

    step: Literal["check", "change", "end"]
    last_on: Day
    reason: EndReason
    document: LongLine | None = None


class HeldForm(Form):
    """One more line on the hand-over sheet."""

    kind: HeldKind
    text: Line


class StrikeForm(Form):
    """Which line comes off the sheet."""

    held: Ident


class HandedForm(Form):
    """What was handed over, and to whom."""

    held: Idents
    to: Ident
