"""What is typed on the pages of the sealed box."""

from typing import Annotated, Literal

from pydantic import Field

from civic.web.forms import Form, Line, Paragraph

About = Annotated[str, Field(pattern="^(o[0-9]{1,15}|[a-z_]{3,30})$")]


class ComplaintForm(Form):
    """About whom, what, and whether the supervisors may know who complains."""

    about: About
    text: Paragraph
    named: Literal["yes", "no"]


class PaperForm(Form):
    """What came on paper."""

    about: About
    text: Paragraph


class AnswerForm(Form):
    """The answer, and whether it is settled with that."""

    text: Paragraph
    final: Literal["yes", "no"]


class CodeForm(Form):
    """The code from the receipt."""

    code: Line
