"""An uploaded list; the file itself travels beside the form."""

from typing import Literal

from civic.web.forms import Form


class UploadForm(Form):
    """Nothing but the file."""


class CommitForm(Form):
    """What is taken of people of whom the list does not say whether they are registered here."""

    registered: Literal["yes", "open"] | None = None


class DecideForm(Form):
    """Nothing but the press of the button."""
