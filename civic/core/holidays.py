"""The State Council's holiday table: which days are legal holidays, which weekend days are worked.

Source: General Office of the State Council, notice on holidays of 2026 (4 November 2025). The
notice for a year comes out in the autumn before; until its row stands here, that year's only days
off are its weekends, and `civic check` says so.
"""

from datetime import date

from civic.core.days import Calendar, span

DAYS_OFF: dict[int, tuple[tuple[date, date], ...]] = {
    2026: (
        (date(2026, 1, 1), date(2026, 1, 3)),
        (date(2026, 2, 15), date(2026, 2, 23)),
        (date(2026, 4, 4), date(2026, 4, 6)),
        (date(2026, 5, 1), date(2026, 5, 5)),
        (date(2026, 6, 19), date(2026, 6, 21)),
        (date(2026, 9, 25), date(2026, 9, 27)),
        (date(2026, 10, 1), date(2026, 10, 7)),
    ),
}
"""New Year, Spring Festival, Qingming, Labour Day, Dragon Boat, Mid-Autumn, National Day."""

WORKED: dict[int, tuple[date, ...]] = {
    2026: (
        date(2026, 1, 4),
        date(2026, 2, 14),
        date(2026, 2, 28),
        date(2026, 5, 9),
        date(2026, 9, 20),
        date(2026, 10, 10),
    ),
}


def official_calendar() -> Calendar:
    """All years that are known; in others only the weekends are free."""
    return Calendar(
        frozenset(day for year in DAYS_OFF.values() for first, last in year for day in span(first, last)),
        frozenset(day for year in WORKED.values() for day in year),
    )


def is_known(year: int) -> bool:
    """Whether the table of that year is here."""
    return year in DAYS_OFF
