"""What the buttons of the demo send."""

from civic.web.forms import Form


class ClockForm(Form):
    """`then` is the page to come back to."""

    then: str = "/"
