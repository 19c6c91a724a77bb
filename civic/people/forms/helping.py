"""What is typed to name a helper, and to write down a consent on paper."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from civic.web.call import LARGEST
from civic.web.forms import Form, Line

Kind = Literal["relative", "building_head", "volunteer"]
Who = Annotated[str, StringConstraints(pattern=r"^(other|[1-9][0-9]{0,9})$")]
"""Somebody of the own household by id, or somebody else by name and door."""


class NamingForm(Form):
    """One question a page; what was answered before is carried along."""

    step: Literal["who", "kind", "until", "check"]
    who: Who | None = None
    name: Line | None = None
    door: Line | None = None
    kind: Kind | None = None
    until: date | None = None


class ConsentForm(Form):
    """A consent as an officer writes it down."""

    name: Line
    door: Line | None = None
    kind: Kind
    consent: Literal["paper", "in_person"]
    witness: Line | None = None
    witness_door: Line | None = None
    until: date


class UpToForm(Form):
    """Up to which thing somebody was told; 0 where nothing was done for them."""

    up_to: Annotated[int, Field(ge=0, le=LARGEST)]


class PressForm(Form):
    """A button alone."""
