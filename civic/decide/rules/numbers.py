"""How resolutions are numbered: the body's own series, begun again each year (domain 3.3)."""

import re
from collections.abc import Iterable

from civic.core.message import Message, say_p

NUMBER = re.compile(r"(?P<series>\D*)(?P<year>\d{4})(?P<between>\D{1,5})(?P<number>\d{1,6})(?P<end>\D{0,5})")


def next_number(used: Iterable[str], year: int) -> str | None:
    """The number after those that were used, newest first, in the series of the newest; None before any."""
    read = [found for each in used if (found := NUMBER.fullmatch(each))]
    if not read:
        return None
    newest = read[0]
    numbers = [
        int(each["number"])
        for each in read
        if (each["series"], int(each["year"])) == (newest["series"], year)
    ]
    return f"{newest['series']}{year}{newest['between']}{max(numbers, default=0) + 1}{newest['end']}"


def first_number(name: str, year: int, *, of_owners: bool) -> Message:
    """What a body's first resolution of the year may be called; the committee knows its own short name."""
    if of_owners:
        return say_p("number of a resolution", "%(name)s, owners, %(year)s No. 1", name=name, year=str(year))
    return say_p("number of a resolution", "%(name)s, residents, %(year)s No. 1", name=name, year=str(year))
