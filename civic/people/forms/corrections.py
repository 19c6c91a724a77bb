"""What is typed to have the roll corrected, and to answer that."""

from typing import Literal

from civic.people.rules.corrections import About
from civic.web.forms import Form, Paragraph


class WrongForm(Form):
    """Which line is wrong, and what is right."""

    about: About
    wanted: Paragraph


class AnswerForm(Form):
    """Corrected, or not with the reason."""

    done: Literal["yes", "no"]
    answer: Paragraph | None = None


class WithdrawForm(Form):
    """A button alone."""


class SeenForm(Form):
    """A button alone."""
