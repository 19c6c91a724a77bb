"""What templates may do to values: dates, sums, masks, clauses. All for the present reader."""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any

from markupsafe import Markup, escape

from civic.core.amount import Area, Money
from civic.core.days import day_of, days_late
from civic.core.message import Message, building, say, say_n
from civic.core.names import masked
from civic.web.qr import qr
from civic.web.words import clock_text, day_text, instant_text, reader, spoken, text_of

CLAUSE = re.compile(r"[^，；。：、？！]+[，；。：、？！]*|[，；。：、？！]+")
KEEP = re.compile(r"\d{1,2}月\d{1,2}日|\d[\d,.]*(?: ?[\u4e00-\u9fff])?")


def _time(value: date | datetime, words: str) -> Markup:
    # Both are our own digits and signs; Markup.format would take half the time of a list.
    return Markup(f'<time datetime="{value.isoformat()}" class="nb">{words}</time>')  # noqa: S704 - our own words


def when(instant: datetime | None) -> Markup:
    """<time> with the moment as people say it."""
    return Markup("") if instant is None else _time(instant, instant_text(instant))


def day(value: date | None) -> Markup:
    """<time> with the day."""
    return Markup("") if value is None else _time(value, day_text(value))


def day_week(value: date) -> Markup:
    """<time> with day and weekday."""
    return _time(value, day_text(value, week=True))


def ph(value: Message | str | None) -> Markup:
    """Each clause may break only when it is longer than the line (Chinese typography)."""
    if isinstance(value, Markup) and "<" in value:
        return value
    text = value.unescape() if isinstance(value, Markup) else text_of(value)
    return _phrased(text) if reader().chinese else escape(text)


@lru_cache(maxsize=8192)
def _phrased(text: str) -> Markup:
    return Markup("").join(
        Markup('<span class="ph">{}</span>').format(_kept(clause)) for clause in CLAUSE.findall(text)
    )


def _kept(clause: str) -> Markup:
    """Dates and counts never break; each piece is escaped by itself."""
    pieces, last = [], 0
    for found in KEEP.finditer(clause):
        pieces += [
            escape(clause[last : found.start()]),
            Markup('<span class="nb">{}</span>').format(found[0]),
        ]
        last = found.end()
    return Markup("").join([*pieces, escape(clause[last:])])


def left(deadline: datetime) -> str:
    """How long until then: days, hours, minutes; past says so, and from the next day on by how many days."""
    now = reader().now
    seconds = int((deadline - now).total_seconds())
    if seconds <= 0:
        zone = reader().zone
        late = days_late(day_of(deadline - timedelta(microseconds=1), zone), day_of(now, zone))
        return text_of(say_n("%(n)s day late", "%(n)s days late", late) if late else say("The time is up"))
    if seconds < 3600:
        n = max(1, seconds // 60)
        return text_of(say_n("%(n)s minute left", "%(n)s minutes left", n))
    if seconds < 86400:
        return text_of(say_n("%(n)s hour left", "%(n)s hours left", seconds // 3600))
    return text_of(say_n("%(n)s day left", "%(n)s days left", seconds // 86400))


def money(value: Money | int) -> str:
    """¥6,850.00."""
    return f"¥{value if isinstance(value, Money) else Money(value)}"


def area(value: Area | int) -> str:
    """13,102.40, in m²."""
    return str(value if isinstance(value, Area) else Area(value))


def building_name(name: str) -> str:
    """2号楼, Building 2; any other name as it is."""
    return text_of(building(name))


FILTERS: dict[str, Callable[..., Any]] = {
    "when": when, "day": day, "day_week": day_week, "clock": clock_text, "ph": ph, "left": left,
    "money": money, "area": area, "say": text_of, "spoken": spoken, "masked": masked, "qr": qr, "building": building_name,
}  # fmt: skip
