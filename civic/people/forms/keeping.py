"""What is typed to look at the roll and to take lists out of it."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from civic.web.call import LARGEST
from civic.web.forms import Form, LongLine


class ShowForm(Form):
    """A press of the button; back to where it was pressed: the page that corrects the entry, or a list of calls."""

    back: Literal["edit", "calls"] | None = None
    issue: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9-]{1,24}$")] | None = None
    correction: Annotated[int, Field(ge=1, le=LARGEST)] | None = None


class GlassForm(Form):
    """Why the roll must be opened; `then` is the page that was asked for."""

    reason: LongLine
    then: str = ""


class ExportForm(Form):
    """Of which building (none: the whole community), masked or in full, and why."""

    building: Annotated[int, Field(ge=1, le=LARGEST)] | None = None
    data: Literal["masked", "full"]
    reason: LongLine | None = None
