"""The clock of a running demo: the machine's own, moved by what stands in a file."""

from datetime import datetime, timedelta
from pathlib import Path

from civic.core.clock import Clock


class DemoClock:
    """Runs like its base, ahead or behind by whole seconds that survive a restart."""

    def __init__(self, base: Clock, file: Path) -> None:
        self._base, self._file = base, file
        kept = file.read_text().strip() if file.exists() else "0"
        self._offset = timedelta(seconds=int(kept))

    def now(self) -> datetime:
        """The instant in the demo."""
        return self._base.now() + self._offset

    def move_to(self, at: datetime) -> None:
        """Put the hands to `at`; they run on from there."""
        seconds = -(-(at - self._base.now()) // timedelta(seconds=1))
        self._offset = timedelta(seconds=seconds)
        fresh = self._file.with_suffix(".new")
        fresh.write_text(f"{seconds}\n")
        fresh.replace(self._file)
