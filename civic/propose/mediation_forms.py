"""What is typed about a mediation."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from civic.propose.rules.mediation import Settled
from civic.web.forms import Form, Line, LongLine, Paragraph

Consent = Literal["phone", "paper", "person"]


class MediateForm(Form):
    """Who mediates, how both sides agreed, until when."""

    mediator: Annotated[int, Field(ge=1, le=2**53)]
    raiser_consent: Consent
    raiser_on: date
    other: Line
    door: Line | None = None
    other_consent: Consent
    other_on: date
    until_on: date


class SessionForm(Form):
    """When and where they meet."""

    on: date
    hour: Annotated[str, StringConstraints(pattern="^([01][0-9]|2[0-3]):[0-5][0-9]$")]
    place: LongLine


class EndForm(Form):
    """What came of it, the agreement, and when it is looked at."""

    outcome: Settled
    agreement: Paragraph | None = None
    review_on: date | None = None


class ReviewForm(Form):
    """Whether the agreement is kept."""

    kept: Literal["yes", "no"]
