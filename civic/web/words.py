"""The reader's language: sentences, days, instants, sums."""

import gettext
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from civic.core.amount import Area, Article, Money, Numbered
from civic.core.days import day_of
from civic.core.message import Message

LANGUAGES = ("zh_CN", "en")
FOLDER = Path(__file__).parent.parent / "words"

WEEKDAYS = {"zh_CN": "一二三四五六日", "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")}
HOUSE = re.compile("([0-9]{1,4})号楼")
NUMERALS, PLACES = "零一二三四五六七八九", ("", "十", "百", "千")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True)
class Reader:
    """Who reads: the language, the zone that days belong to, the instant called now."""

    language: str
    zone: ZoneInfo
    now: datetime

    @property
    def chinese(self) -> bool:
        """Whether the page is Chinese."""
        return self.language == "zh_CN"


_reader: ContextVar[Reader] = ContextVar("reader")


@contextmanager
def reading(reader: Reader) -> Iterator[None]:
    """All formatting inside is for this reader."""
    mark = _reader.set(reader)
    try:
        yield
    finally:
        _reader.reset(mark)


def reader() -> Reader:
    """The present reader; UTC and Chinese outside a page."""
    return _reader.get(Reader("zh_CN", ZoneInfo("Asia/Shanghai"), datetime(2026, 1, 1, tzinfo=UTC)))


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """English sentences are the ids; Chinese comes from the compiled catalogue."""
    if language == "en":
        return gettext.NullTranslations()
    return gettext.translation("civic", localedir=FOLDER, languages=[language])


def text_of(message: Message | str | None, language: str | None = None) -> str:
    """The sentence in the reader's language, its parameters filled in."""
    if message is None:
        return ""
    if isinstance(message, str):
        return message
    if not message.text:
        return ""
    words = catalogue(language or reader().language)
    if message.context and message.plural:
        text = words.npgettext(message.context, message.text, message.plural, message.n)
    elif message.context:
        text = words.pgettext(message.context, message.text)
    elif message.plural:
        text = words.ngettext(message.text, message.plural, message.n)
    else:
        text = words.gettext(message.text)
    return text % {name: spoken(value) for name, value in message.params.items()} if message.params else text


def spoken(value: Any) -> str:
    """A parameter as people write it."""
    match value:
        case Message():
            return text_of(value)
        case datetime():
            return instant_text(value)
        case date():
            return day_text(value)
        case Money():
            return f"¥{value}"
        case bool() | None:
            return ""
        case int():
            return f"{value:,}"
        case Article() if reader().chinese:
            return numeral(value.number)
        case Numbered() if not reader().chinese and (found := HOUSE.fullmatch(value.name)):
            return f"Building {found[1]}"
        case Area() | Article() | Numbered():
            return str(value)
        case _:
            return str(value)


def numeral(n: int) -> str:
    """278 as a law writes it; from 1 to 9,999."""
    digits = f"{n:d}"
    text = "".join(
        NUMERALS[int(digit)] + (PLACES[len(digits) - place - 1] if digit != "0" else "")
        for place, digit in enumerate(digits)
    )
    text = re.sub(f"{NUMERALS[0]}+", NUMERALS[0], text).rstrip(NUMERALS[0])
    return text.removeprefix(NUMERALS[1]) if 10 <= n < 20 else text


def day_text(day: date, *, week: bool = False) -> str:
    """11月28日 / 28 Nov; the year only when it is not this one. Of an instant, its day here."""
    now = reader()
    if isinstance(day, datetime):
        day = day_of(day, now.zone)
    other = day.year != day_of(now.now, now.zone).year
    if now.chinese:
        text = f"{day.year}年" * other + f"{day.month}月{day.day}日"
        return f"{text} 周{WEEKDAYS['zh_CN'][day.weekday()]}" if week else text
    text = f"{day.day} {MONTHS[day.month - 1]}" + f" {day.year}" * other
    return f"{WEEKDAYS['en'][day.weekday()]} {text}" if week else text


def instant_text(instant: datetime) -> str:
    """11月28日 周六 20:00 / Sat 28 Nov 20:00; midnight is the end of the day before, 24:00."""
    local = instant.astimezone(reader().zone)
    if (local.hour, local.minute, local.second) == (0, 0, 0):
        return f"{day_text(date.fromordinal(local.date().toordinal() - 1), week=True)} 24:00"
    return f"{day_text(local.date(), week=True)} {local:%H:%M}"


def clock_text(instant: datetime) -> str:
    """20:00."""
    return f"{instant.astimezone(reader().zone):%H:%M}"
