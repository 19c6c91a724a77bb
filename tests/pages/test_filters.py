"""Days, moments, sums, masks and clauses, in both languages."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from markupsafe import Markup

from civic.core.amount import Area, Money
from civic.core.message import say
from civic.core.names import masked, surname
from civic.web.filters import area, day, day_week, left, money, ph, when
from civic.web.look import COOKIE, Look, read_look
from civic.web.words import Reader, reading

SHANGHAI = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 25, 9, 0, tzinfo=SHANGHAI)


@pytest.fixture(params=["zh_CN", "en"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    with reading(Reader(request.param, SHANGHAI, NOW)):
        yield request.param


def test_the_day_of_an_instant_is_its_day_here(language: str) -> None:
    after_midnight = datetime(2026, 11, 25, 16, 5, tzinfo=UTC)
    assert ("11月26日" if language == "zh_CN" else "26 Nov") in day(after_midnight)


@pytest.mark.parametrize(
    ("instant", "chinese", "english"),
    [
        (datetime(2026, 11, 28, 20, 0, tzinfo=SHANGHAI), "11月28日 周六 20:00", "Sat 28 Nov 20:00"),
        (datetime(2026, 11, 28, 12, 0, tzinfo=UTC), "11月28日 周六 20:00", "Sat 28 Nov 20:00"),
        (datetime(2026, 11, 29, 0, 0, tzinfo=SHANGHAI), "11月28日 周六 24:00", "Sat 28 Nov 24:00"),
        (datetime(2027, 1, 1, 0, 0, tzinfo=SHANGHAI), "12月31日 周四 24:00", "Thu 31 Dec 24:00"),
        (datetime(2027, 1, 1, 8, 30, tzinfo=SHANGHAI), "2027年1月1日 周五 08:30", "Fri 1 Jan 2027 08:30"),
    ],
)
def test_moments(language: str, instant: datetime, chinese: str, english: str) -> None:
    html = when(instant)
    assert (chinese if language == "zh_CN" else english) in html
    assert html.startswith('<time datetime="')


def test_days(language: str) -> None:
    chinese = language == "zh_CN"
    assert ("11月28日" if chinese else ">28 Nov<") in day(date(2026, 11, 28))
    assert ("11月28日 周六" if chinese else "Sat 28 Nov") in day_week(date(2026, 11, 28))
    assert ("2025年" if chinese else "2025") in day(date(2025, 11, 28))
    assert day(None) == when(None) == ""


@pytest.mark.parametrize(
    ("ahead", "chinese", "english"),
    [
        (timedelta(seconds=-1), "", "The time is up"),
        (timedelta(seconds=0), "", "The time is up"),
        (timedelta(seconds=30), "1", "1 minute left"),
        (timedelta(minutes=59, seconds=59), "59", "59 minutes left"),
        (timedelta(hours=1), "1", "1 hour left"),
        (timedelta(hours=23, minutes=59), "23", "23 hours left"),
        (timedelta(days=1), "1", "1 day left"),
        (timedelta(days=15, hours=3), "15", "15 days left"),
    ],
)
def test_what_is_left(language: str, ahead: timedelta, chinese: str, english: str) -> None:
    text = left(NOW + ahead)
    assert chinese in text if language == "zh_CN" else text == english


def test_sums() -> None:
    assert money(685000) == "¥6,850.00"
    assert money(Money(-5)) == "¥-0.05"
    assert area(1310240) == "13,102.40"
    assert area(Area(5)) == "0.05"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("王桂兰", "王**"),
        ("王五", "王**"),
        ("欧阳修", "欧阳**"),
        ("司马相如", "司马**"),
        ("欧阳", "欧**"),
        ("阿依古丽·买买提", "阿依古丽**"),
        ("𠮷野", "𠮷**"),
        ("王", "王**"),
        ("", "**"),
    ],
)
def test_names_are_masked(name: str, shown: str) -> None:
    """Always two marks, so that the length tells nothing; compound surnames whole."""
    assert masked(name) == shown
    assert surname(name) == shown.removesuffix("**")


EVIL = '<img src=x onerror="alert(1)">，好'


def test_clauses_are_escaped(language: str) -> None:
    html = ph(EVIL)
    assert "<img" not in html
    assert Markup(html).striptags() == EVIL
    assert "<b>" not in ph(say("%(x)s", x="<b>3月4日"))


def test_markup_of_ours_passes() -> None:
    assert ph(Markup("<b>3</b>")) == "<b>3</b>"
    assert "<" not in ph(Markup("1 &lt; 2")).replace('<span class="ph">', "").replace("</span>", "").replace(
        '<span class="nb">', ""
    )


def test_clauses_keep_dates_whole() -> None:
    with reading(Reader("zh_CN", SHANGHAI, NOW)):
        assert '<span class="nb">4月18日</span>' in ph("到4月18日，为止。")


@pytest.mark.parametrize(
    ("cookie", "look"),
    [
        ("xl.dark.en", Look("xl", "dark", "en")),
        ("", Look()),
        ("xl", Look("xl")),
        ("huge.pink.fr", Look()),
        ('"><script>.x.y', Look()),
        ("....", Look()),
        ("m" * 9000, Look()),
        ("l.hc.zh_CN.more", Look("l", "hc")),
    ],
)
def test_how_it_looks(cookie: str, look: Look) -> None:
    assert read_look({COOKIE: cookie}, "zh_CN") == look
    assert read_look({COOKIE: look.cookie()}, "en") == look
