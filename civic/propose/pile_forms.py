"""What a collector types of a pile of paper."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from civic.propose.forms import Code, Ident
from civic.web.forms import Form, Line, Paragraph


class PileForm(Form):
    """What all of the pile have in common: how it came, on which day, where it was collected."""

    channel: Literal["slip", "phone", "visit", "meeting"]
    received_on: date
    building_id: Ident | None = None


class SlipForm(Form):
    """One of the pile: whose, the door where several bear that name, the matter and its place."""

    name: Line
    door: Line | None = None
    title: Line
    category: Code
    building_id: Ident | None = None
    entrance: Annotated[int, Field(ge=1, le=99)] | None = None
    facts: Paragraph
    wish: Paragraph
    danger: Literal["yes"] | None = None
