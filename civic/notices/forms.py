"""An objection and its answer."""

from typing import Literal

from civic.web.forms import Form, Paragraph


class ObjectionForm(Form):
    """What is not right, in the person's own words."""

    text: Paragraph


class AnswerForm(Form):
    """The public answer, and whether the objection was right."""

    answer: Paragraph
    upheld: Literal["yes", "no"]
