"""The only clock. Everything else is told the time."""

from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Tells the time; the product asks nobody else."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The present instant in UTC."""
        return datetime.now(UTC)  # noqa: TID251 - the one place that may ask


class ManualClock:
    """A clock that stands until it is moved: tests, the loading of the demo."""

    def __init__(self, at: datetime) -> None:
        self._at = at

    def now(self) -> datetime:
        """The instant it was set to."""
        return self._at

    def set(self, at: datetime) -> None:
        """Put the hands to `at`."""
        self._at = at

    def advance(self, **delta: float) -> None:
        """Move forward, e.g. `advance(days=15)`."""
        self._at += timedelta(**delta)
