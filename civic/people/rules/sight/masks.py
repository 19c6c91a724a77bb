"""How a field reads when it is masked (domain paper, section 6)."""

from datetime import date
from typing import TypeVar

from civic.core.names import masked
from civic.people.rules.sight.table import Field, Sight

T = TypeVar("T")
MOBILE = 11
"""Digits of a mobile number."""


def masked_phone(phone: str) -> str:
    """138********; of any other number no digit; "" where there is none. Never the last four: with the code of a slip,
    which building heads hold, they open an account."""
    digits = "".join(sign for sign in phone if sign.isascii() and sign.isdigit())
    if len(digits) == MOBILE + 2 and digits.startswith("86"):
        digits = digits[2:]
    if len(digits) == MOBILE and digits.startswith("1"):
        return f"{digits[:3]}********"
    return "****" if phone.strip() else ""


def masked_day(day: date | None) -> str:
    """The century of a birthday, 19**; "" where nobody knows it."""
    return f"{day.year // 100:02d}**" if day else ""


def shown(
    field: Field, value: T, sight: Sight, *, pressed: bool = False, in_office: bool = False
) -> T | str | None:
    """A field as the viewer reads it; None for what must not be there at all.

    `pressed`: the look has been logged. `in_office`: whose name is public with the post. What has no masked
    form is left out where it would have to be masked.
    """
    if sight is Sight.FULL or (sight is Sight.SHOWN_ON_PRESS and pressed):
        return value
    if sight is Sight.ABSENT:
        return None
    if field is Field.NAME and isinstance(value, str):
        return value if in_office else masked(value)
    if field is Field.PHONE and isinstance(value, str):
        return masked_phone(value)
    if field is Field.BORN_ON and (value is None or isinstance(value, date)):
        return masked_day(value)
    return None
