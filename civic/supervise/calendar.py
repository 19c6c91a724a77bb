"""The days of a promise as rows of weeks, for the calendar on the page."""

from dataclasses import dataclass
from datetime import date, timedelta

from civic.core.days import span
from civic.core.message import Message, say_p
from civic.supervise.rules.promise import Promise

MONTHS = (
    say_p("month", "Jan"), say_p("month", "Feb"), say_p("month", "Mar"), say_p("month", "Apr"),
    say_p("month", "May"), say_p("month", "Jun"), say_p("month", "Jul"), say_p("month", "Aug"),
    say_p("month", "Sep"), say_p("month", "Oct"), say_p("month", "Nov"), say_p("month", "Dec"),
)  # fmt: skip


@dataclass(frozen=True)
class Cell:
    """One day: its number, kept, late or not looked at; the month's name where a month begins."""

    number: int
    state: str
    month: Message | None


def weeks(promise: Promise) -> list[list[Cell | None]]:
    """Rows from Monday to Sunday; None before the first and after the last day."""
    states = {look.day: "ok" if look.kept else "late" for look in promise.looks}
    monday = promise.first_on - timedelta(days=promise.first_on.weekday())
    sunday = promise.last_on + timedelta(days=6 - promise.last_on.weekday())
    cells = [_cell(day, promise, states) for day in span(monday, sunday)]
    return [cells[start : start + 7] for start in range(0, len(cells), 7)]


def _cell(day: date, promise: Promise, states: dict[date, str]) -> Cell | None:
    if not promise.first_on <= day <= promise.last_on:
        return None
    begins = day.day == 1 or day == promise.first_on
    return Cell(day.day, states.get(day, "none"), MONTHS[day.month - 1] if begins else None)
