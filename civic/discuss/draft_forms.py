"""What people type about the draft of a resolution."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from civic.discuss.forms import Words
from civic.web.forms import Form, Paragraph


class DraftForm(Form):
    """The first version."""

    text: Paragraph


class AmendmentForm(Form):
    """A paragraph of a version (number of the version, place of the paragraph), the new words, the reason."""

    passage: Annotated[str, StringConstraints(pattern=r"^[0-9]{1,4}[.][0-9]{1,4}$")]
    text: Words
    because: Words


class AmendmentAnswerForm(Form):
    """Accepted or declined; declined only with a reason."""

    decision: Literal["accept", "decline"]
    reason: Paragraph | None = None
