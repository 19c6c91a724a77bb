"""What is typed about who lives and owns in a dwelling."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from civic.people.tables import Relation
from civic.web.call import LARGEST
from civic.web.forms import Form, Line

Ident = Annotated[int, Field(ge=1, le=LARGEST)]
Household = Annotated[int, Field(ge=1, le=20)]


class StayForm(Form):
    """As what somebody lives there, in which household."""

    household: Household
    relation: Relation
    registered: Literal["yes", "no", "open"]


class MoveInForm(StayForm):
    """As what, since when; blank where nobody knows."""

    from_on: date | None = None


class OwnForm(Form):
    """Which share (1, 1/2, 50%), since when; blank where nobody knows."""

    share: Line
    from_on: date | None = None


class ShareForm(Form):
    """What the share really is, and why it stood wrongly on the roll."""

    share: Line
    why: Literal["typed", "register", "imported"]


class EndForm(Form):
    """The last day."""

    to_on: date


class VoterForm(Form):
    """Whose ownership was named to vote."""

    ownership: Ident


class MistakeForm(Form):
    """What was the mistake: all of it, or its end alone."""

    mistake: Literal["all", "end"]
