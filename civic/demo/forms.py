"""What the button in the demo's banner sends."""

from civic.web.forms import Form


class ClockForm(Form):
    """`then` is the page to come back to."""

    then: str = "/"
