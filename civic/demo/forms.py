"""What the buttons of the demo send."""

from civic.web.forms import Form


class ClockForm(Form):
    """`then` is the page to come back to, `to` the moment that stood on the pressed button."""

    then: str = "/"
    to: str = ""
