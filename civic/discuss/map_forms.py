"""What people type and press at an opinion map. Shape only."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from civic.discuss.forms import Step
from civic.discuss.rules.mapping import STATEMENT_LIMIT
from civic.web.forms import Form, LongLine, Paragraph

Number = Annotated[int, Field(ge=1, le=99_999)]


class MapForm(Form):
    """The first statements, one a line, and the last day."""

    step: Step = "check"
    statements: Paragraph
    closes_on: date

    @property
    def lines(self) -> list[str]:
        """The statements without blank lines."""
        return [line.strip() for line in self.statements.split("\n") if line.strip()]


class AnswerForm(Form):
    """One of three buttons under one statement."""

    statement: Number
    choice: Literal["agree", "disagree", "pass"]


class TakeBackForm(Form):
    """Which answer is taken back."""

    statement: Number


class SuggestionForm(Form):
    """A statement of one's own."""

    text: Annotated[LongLine, StringConstraints(max_length=STATEMENT_LIMIT)]


class LookForm(Form):
    """Put to everybody, or left out and why."""

    shown: Literal["yes", "no"]
    reason: LongLine | None = None
