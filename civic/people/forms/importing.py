"""An uploaded list; the file itself travels beside the form."""

from civic.web.forms import Form


class UploadForm(Form):
    """Nothing but the file."""


class DecideForm(Form):
    """Nothing but the press of the button."""
