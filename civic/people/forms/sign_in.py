"""What people type to sign in and to set how the pages look."""

import unicodedata
from typing import Annotated, Literal

from pydantic import AfterValidator, StringConstraints

from civic.web.forms import Form, Line

Password = Annotated[str, StringConstraints(min_length=1, max_length=1024)]
"""Taken as it was typed: nothing is trimmed or changed."""


def _visible(password: str) -> str:
    if any(unicodedata.category(s) in HIDDEN and s not in "\u200d\u200c" for s in password):
        raise ValueError("invisible")
    return password


HIDDEN = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
NewPassword = Annotated[Password, AfterValidator(_visible)]
"""What nobody sees, nobody types a second time."""


class SignInForm(Form):
    """Name and password; `then` is the page to go on to."""

    login: Line
    password: Password
    shared: Literal["yes"] | None = None
    then: str = ""


class AgainForm(Form):
    """The password once more; `then` is the page to go on to."""

    again: Password
    then: str = ""


class PasswordForm(Form):
    """A new password, and the old one where it is asked for."""

    old: Password | None = None
    new: NewPassword


class FirstForm(Form):
    """A new password; the code stands in the address."""

    password: NewPassword


class LookForm(Form):
    """Text size, theme, language: each button sends one of them."""

    size: Literal["m", "l", "xl"] | None = None
    theme: Literal["auto", "light", "dark", "hc"] | None = None
    lang: Literal["zh_CN", "en"] | None = None
    then: str = "/"
