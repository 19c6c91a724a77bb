"""What people type about an option paper: one step at a time, a version, a question, an answer."""

from typing import Annotated, Literal

from pydantic import Field

from civic.discuss.forms import Words
from civic.web.forms import Form, LongLine, Paragraph, Yuan


class OptionForm(Form):
    """One option."""

    text: Paragraph
    cost: Yuan = 0
    bearer: LongLine
    risks: Paragraph
    effects: Paragraph


class AdviceForm(Form):
    """What the panel advises, and what speaks against it."""

    advised: Literal["A", "B", "C", "D", "E"]
    for_advice: Annotated[int, Field(ge=1, le=99)]
    against_advice: Annotated[int, Field(ge=0, le=99)] = 0
    law_basis: Paragraph | None = None
    dissent: Paragraph | None = None


class VersionForm(Form):
    """Why there is a further version, and with which one it was compared."""

    begun_from: Annotated[int, Field(ge=0, le=9999)]
    reason: LongLine | None = None


class AskForm(Form):
    """A question, or its answer."""

    text: Words
