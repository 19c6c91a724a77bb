"""Days as lists write them: 1943-05-12, 1943.5.12, 1943年5月12日, 19430512, Excel's 15838."""

import re
from datetime import date, timedelta

from civic.core.message import say
from civic.people.rules.importing import words
from civic.people.rules.importing.fault import Fault
from civic.people.rules.importing.numbers import plain

DAY = re.compile(words.DAY)
TOGETHER = re.compile(r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})")
SERIAL = re.compile(r"[1-9][0-9]{4}")
SERIAL_ZERO = date(1899, 12, 30)
"""Excel counts days from here, for every day after February 1900."""
IDENTITY_CARD = re.compile(r"[0-9]{17}[0-9Xx]|[0-9]{15}")
FIRST = date(1900, 1, 1)


def day_of(text: str) -> date:
    """The day; Fault where it is none, not a whole one, or before 1900."""
    said = plain(text)
    if IDENTITY_CARD.fullmatch(said):
        raise Fault(say("Identity card numbers are not kept here. Please write the date of birth alone."))
    if SERIAL.fullmatch(said):
        return SERIAL_ZERO + timedelta(days=int(said))
    found = DAY.fullmatch(said) or TOGETHER.fullmatch(said)
    if found is None:
        raise Fault(say("“%(text)s” is no whole day. Please write it as 1943-05-12.", text=text[:60]))
    try:
        day = date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        raise Fault(
            say("There is no such day as “%(text)s”. Please look it up again.", text=text[:60])
        ) from None
    if day < FIRST:
        raise Fault(say("“%(text)s” lies before 1900. Please look it up again.", text=text[:60]))
    return day


def past_day_of(text: str, today: date) -> date:
    """A day up to today; Fault for one that is still to come."""
    day = day_of(text)
    if day > today:
        raise Fault(say("“%(text)s” is still to come. Please look it up again.", text=text[:60]))
    return day
