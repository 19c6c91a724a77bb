"""The name and the one fact of the roll that somebody types to prove who they are."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

DOTS = str.maketrans(dict.fromkeys("•・‧∙⋅.．｡", "·"))
LEAST_PHONE = 7
"""Digits: a shorter number is no telephone and proves nothing."""


@dataclass(frozen=True)
class Entry:
    """An adult whom the roll has in the card's dwelling and who has no account yet."""

    person_id: int
    name: str
    phone: str = ""
    born_on: date | None = None


def fits_roll(name: str, fact: str, entries: Iterable[Entry]) -> int | None:
    """The person whom the full name and the fact fit; None for nobody and for more than one.

    The fact: the last four digits of the telephone or all of it, or the birthday in full. Whoever gives
    half of either is not let in.
    """
    fitting = [entry for entry in entries if _name(entry.name) == _name(name) != "" and _fits(fact, entry)]
    return fitting[0].person_id if len(fitting) == 1 else None


def birthday_typed(text: str) -> date | None:
    """1944-3-8, 1944.03.08, 1944/3/8, 19440308, with or without the Chinese signs for year, month and day,
    full-width or not; None for anything else."""
    numbers = re.findall("[0-9]+", unicodedata.normalize("NFKC", text))
    if len(numbers) == 1 and len(numbers[0]) == 8:
        numbers = [numbers[0][:4], numbers[0][4:6], numbers[0][6:]]
    if len(numbers) != 3 or len(numbers[0]) != 4 or max(len(numbers[1]), len(numbers[2])) > 2:
        return None
    try:
        return date(int(numbers[0]), int(numbers[1]), int(numbers[2]))
    except ValueError:
        return None


def _fits(fact: str, entry: Entry) -> bool:
    typed, phone = _digits(fact), _digits(entry.phone)
    if entry.born_on is not None and birthday_typed(fact) == entry.born_on:
        return True
    if len(phone) < LEAST_PHONE:
        return False
    return typed in {phone, phone[-4:], phone.removeprefix("86")}


def _digits(text: str) -> str:
    return "".join(re.findall("[0-9]", unicodedata.normalize("NFKC", text)))


def _name(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text.translate(DOTS)).casefold()
    return "".join(sign for sign in plain if not sign.isspace())
