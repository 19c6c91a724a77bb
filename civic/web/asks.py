"""Short lists of what waits, that say how much more there is."""

from collections.abc import Sequence

from civic.core.message import Message, say_n
from civic.web.house import Ask

MOST = 10


def shortened(asks: Sequence[Ask], label: Message, path: str) -> list[Ask]:
    """The first ten, then one line that says how many more wait and where they stand."""
    left = len(asks) - MOST
    if left < 1:
        return list(asks)
    rest = say_n("and %(n)s more", "and %(n)s more", left)
    return [*asks[:MOST], Ask(asks[0].seal, rest, label, path)]
