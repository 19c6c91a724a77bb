"""What people type to sign in and to set how the pages look."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from civic.web.forms import Form, Line


class SignInForm(Form):
    """Name and password; `then` is the page to go on to."""

    login: Line
    password: Annotated[str, StringConstraints(min_length=1, max_length=1024)]
    shared: Literal["yes"] | None = None
    then: str = ""


class FirstForm(Form):
    """A new password; the code stands in the address."""

    password: Annotated[str, StringConstraints(min_length=1, max_length=1024)]


class LookForm(Form):
    """Text size, theme, language: each button sends one of them."""

    size: Literal["m", "l", "xl"] | None = None
    theme: Literal["auto", "light", "dark", "hc"] | None = None
    lang: Literal["zh_CN", "en"] | None = None
    then: str = "/"
