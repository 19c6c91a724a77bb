"""What is typed to join, to sign in by a code, and to keep the cards of an entrance."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from civic.web.forms import Form, Line

Ident = Annotated[int, Field(ge=1, le=2**31 - 1)]

Idents = tuple[Ident, ...]


class JoinForm(Form):
    """Who one is: the name as on the roll, and one fact."""

    name: Line
    fact: Line


class AccountForm(Form):
    """The name to sign in with; the password is taken out and hashed before."""

    login: Line


class CodeForm(Form):
    """A code from a slip, from a building head or from the console."""

    code: Line
    shared: Literal["yes"] | None = None
    then: Annotated[str, StringConstraints(max_length=2000)] = ""


class EntranceForm(Form):
    """Which entrance of the building."""

    entrance: Ident


class TickForm(Form):
    """The doors of an entrance that have their card: as the page showed them, and as they are ticked now."""

    entrance: Ident
    was: Idents = ()
    handed: Idents = ()


class NothingForm(Form):
    """A button alone."""
