"""What is typed to enter and correct people, to say who is gone, suspended, whose kin."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from civic.people.tables import Kin, PersonKind
from civic.web.call import LARGEST
from civic.web.forms import Form, Line

Ident = Annotated[int, Field(ge=1, le=LARGEST)]


class PersonForm(Form):
    """Name, telephone, birthday; the last two only as far as they are known, and shown."""

    name: Line
    phone: Line | None = None
    born_on: date | None = None
    correction: Ident | None = None
    """The request that this answers."""


class NewPersonForm(Form):
    """The same of somebody new; an organisation can only own."""

    name: Line
    phone: Line | None = None
    born_on: date | None = None
    kind: PersonKind
    dwelling: Ident | None = None
    """Where they are entered next, as one who lives there or owns of it."""
    way: Literal["lives", "owns"] | None = None
    other: Literal["yes"] | None = None
    """None of those who have this name already."""


class GoneForm(Form):
    """Died or left for good, and the first day without any right here; then the page to check."""

    why: Literal["died", "left"]
    gone_on: date
    step: Literal["check", "enter", "change"] = "check"


class SuspendForm(Form):
    """Why the account is suspended."""

    why: Literal["misuse", "lost", "request"]


class KinForm(Form):
    """What the other is to this person."""

    other: Ident
    relation: Kin


class AgentForm(Form):
    """Who acts by law, by which document, of which day, until when."""

    agent: Ident
    document: Literal["licence", "authorisation", "register", "designation", "court"]
    document_on: date
    until_on: date


class StrikeKinForm(Form):
    """Of whom the declaration goes."""

    other: Ident


class PressForm(Form):
    """A button alone."""
