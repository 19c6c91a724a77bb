"""Text of cells made plain, and the numbers in it; never a float."""

import re
import unicodedata
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from civic.core.message import say
from civic.people.rules.importing import words
from civic.people.rules.importing.fault import Fault

WHOLE = re.compile(r"(-?[0-9]+)\.0+")
NUMBER = re.compile(r"-?[0-9]{1,9}(\.[0-9]{0,20})?")
THOUSANDS = re.compile(r"[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?")
MOST_AREA = 200_000
"""2,000.00 m² in hundredths: what is larger is a slip of the pen."""
CLOSE = Fraction(1, 1_000_000)
MOST_OWNERS = 1000


def plain(text: str) -> str:
    """Full-width signs narrow, spaces at the ends gone, 101.0 as 101, an export's apostrophe gone."""
    narrow = unicodedata.normalize("NFKC", text).strip().removeprefix("'").strip()
    whole = WHOLE.fullmatch(narrow)
    return whole[1] if whole else narrow


def tight(text: str) -> str:
    """Plain, in lower case, without any space: how words are compared."""
    return "".join(plain(text).casefold().split())


@lru_cache(1024)
def area_of(text: str) -> int:
    """An area in 0.01 m²: 89.6㎡ is 8960. Fault for none at all, too large, more than two decimals."""
    number = re.sub(words.AREA_END, "", tight(text))
    if THOUSANDS.fullmatch(number):
        number = number.replace(",", "")
    if not NUMBER.fullmatch(number):
        raise Fault(say("“%(text)s” is no area. Please write square metres, as 89.60.", text=text[:60]))
    hundredths = Decimal(number) * 100
    if not 0 < hundredths <= MOST_AREA:
        raise Fault(
            say(
                "An area of “%(text)s” cannot be right. It must be more than 0 and at most 2,000 m².",
                text=text,
            )
        )
    whole = round(hundredths)
    if abs(hundredths - whole) > Decimal("0.0001"):
        raise Fault(
            say(
                "“%(text)s” has more than two decimals. Please write the area as the document says it.",
                text=text,
            )
        )
    return whole


@lru_cache(1024)
def share_of(text: str) -> tuple[int, int]:
    """A share as numerator and denominator in lowest terms: 1/2, 50%, 0.5, 1. Fault for anything else."""
    number = tight(text)
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", number):
        raise Fault(
            say(
                "Excel has turned this share into a day. Please format the column as text and write it again, as 1/2."
            )
        )
    share = _fraction(number)
    if share is None or not 0 < share <= 1:
        raise Fault(say("“%(text)s” is no share. Please write it as 1/2 or 50%%.", text=text[:60]))
    rounded = share.limit_denominator(MOST_OWNERS)
    share = rounded if share != rounded and abs(share - rounded) < CLOSE else share
    if share.denominator > 10**6:
        raise Fault(say("“%(text)s” is no share. Please write it as 1/2 or 50%%.", text=text[:60]))
    return share.numerator, share.denominator


def _fraction(number: str) -> Fraction | None:
    if not re.fullmatch(r"[0-9]{1,9}/[0-9]{1,9}|[0-9]{1,9}(\.[0-9]{1,20})?%?", number):
        return None
    try:
        return Fraction(number[:-1]) / 100 if number.endswith("%") else Fraction(number)
    except ZeroDivisionError:
        return None


def counted(text: str) -> int:
    """A number in digits or Chinese numerals up to 999: 十二 is 12."""
    if text.isascii() and text.isdigit():
        return int(text)
    hundreds, _, rest = text.rpartition(words.HUNDRED)
    tens, ten, ones = rest.rpartition(words.TEN)
    if words.HUNDRED not in text and not ten:
        return int("".join(str(words.DIGITS[sign]) for sign in text))
    total = words.DIGITS.get(hundreds, 1) * 100 if words.HUNDRED in text else 0
    total += words.DIGITS.get(tens.lstrip(words.ZEROS), 1) * 10 if ten else 0
    return total + words.DIGITS.get(ones.lstrip(words.ZEROS), 0)
