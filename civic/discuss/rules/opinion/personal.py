"""What is kept of a map and never public: everybody's letter, what the next drawing takes over."""

from collections.abc import Mapping
from typing import Any

from civic.discuss.rules.opinion.answer import Earlier, OpinionMap


def personal(drawn: OpinionMap) -> dict[str, Any]:
    """What is never public: everybody's letter, and what the next drawing takes over."""
    later = drawn.later and {
        **vars(drawn.later),
        "centres": [list(centre) for centre in drawn.later.centres],
        "clustered": sorted(drawn.later.clustered),
    }
    return {"letters": dict(drawn.group_of), "later": later}


def earlier_of(kept: Mapping[str, Any] | None) -> Earlier | None:
    """What the last drawing left, out of what `personal` kept."""
    later = (kept or {}).get("later")
    if later is None:
        return None
    centres = tuple((x, y) for x, y in later["centres"])
    return Earlier(later["k"], later["tried"], later["times"], centres, frozenset(later["clustered"]))
