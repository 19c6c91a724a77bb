"""How often somebody may ask for what is costly to read. Pages cannot write, so it is kept in this process."""

from collections import OrderedDict, deque
from datetime import datetime, timedelta
from threading import Lock

KNOWN = 10_000
"""So many askers are remembered; then the one who was quiet longest is forgotten, which forgives."""


class Pace:
    """At most so many steps within that time, whoever asks counted apart. A restart forgives all."""

    def __init__(self, most: int, within: timedelta) -> None:
        self.most, self.within = most, within
        self._steps: OrderedDict[str, deque[datetime]] = OrderedDict()
        self._lock = Lock()

    def step(self, who: str, now: datetime) -> int:
        """Counts one more and returns 0; or, when that is too many, the seconds to wait, and nothing is counted."""
        with self._lock:
            steps = self._steps.setdefault(who, deque())
            self._steps.move_to_end(who)
            # A clock that was set back forgives rather than shuts out.
            while steps and not now - self.within < steps[0] <= now:
                steps.popleft()
            if len(steps) >= self.most:
                return max(1, -int((now - self.within - steps[0]).total_seconds() // 1))
            steps.append(now)
            while len(self._steps) > KNOWN:
                self._steps.popitem(last=False)
            return 0
