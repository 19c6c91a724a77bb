"""What people type in Supervise. Shape only."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from civic.supervise.rules.promise import LONGEST_DAYS
from civic.web.forms import Form, Line, LongLine, Paragraph

Days = Annotated[int, Field(ge=1, le=LONGEST_DAYS)]
Forms = Annotated[int, Field(ge=0, le=1_000_000)]
Grade = Literal["5", "4", "3", "2", "1"]


class WatchForm(Form):
    """From when; and the promise itself where no outcome made one."""

    first_on: date
    criterion: LongLine | None = None
    need: Days | None = None
    of_days: Days | None = None


class ObservationForm(Form):
    """One look."""

    day: date
    kept: Literal["yes", "no"]
    cleared_at: Line | None = None
    note: LongLine | None = None


class DemandForm(Form):
    """About which work order, or (late) about a late day; what is demanded, until when."""

    about: Line
    text: Paragraph
    due_on: date


class AnswerForm(Form):
    """The public answer to a demand."""

    answer: Paragraph


class CloseOutForm(Form):
    """What proves that it is done."""

    proof: Paragraph


class ViewForm(Form):
    """How the first key sees the result."""

    view: Paragraph


class NothingForm(Form):
    """A press and no more."""


class ReasonForm(Form):
    """A public reason."""

    reason: Paragraph


class RatingForm(Form):
    """One grade, and a sentence if one likes."""

    grade: Grade
    text: LongLine | None = None


class PaperForm(Form):
    """A paper form: whose, and which grade."""

    name: Line
    person: Annotated[int, Field(ge=1)]
    grade: Grade


class FormsForm(Form):
    """Forms given out in all, and those that came back unusable."""

    given: Forms
    spoiled: Forms = 0


class CallBackForm(Form):
    """What was found on the telephone or at the door; stays with the committee."""

    note: LongLine | None = None
