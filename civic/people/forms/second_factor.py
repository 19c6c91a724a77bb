"""What is typed for the second factor."""

from typing import Annotated

from pydantic import AfterValidator

from civic.people.rules.second_factor import read_digits, read_recovery
from civic.web.forms import Form, Line


def _read(typed: str) -> str:
    if not read_digits(typed) and not read_recovery(typed):
        raise ValueError("code")
    return typed


Code = Annotated[Line, AfterValidator(_read)]
"""Six digits, or eight signs, however they were typed."""


class FactorForm(Form):
    """Six digits, or a recovery code; `then` is the page to go on to."""

    code: Code
    then: str = ""


class DigitsForm(Form):
    """The six digits of the phone that is being set up, or a code that allows a change."""

    code: Code
    then: str = ""


class NothingTyped(Form):
    """A button alone."""
