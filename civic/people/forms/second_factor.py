"""What is typed for the second factor."""

from civic.web.forms import Form, Line


class FactorForm(Form):
    """Six digits, or a recovery code; `then` is the page to go on to."""

    code: Line
    then: str = ""


class DigitsForm(Form):
    """The six digits of the phone that is being set up, or a code that allows a change."""

    code: Line


class NothingTyped(Form):
    """A button alone."""
