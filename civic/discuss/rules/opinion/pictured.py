"""What is shown of a map: what groups share and where they differ, unnamed dots."""

from collections.abc import Sequence
from typing import Any

from civic.discuss.rules.opinion.answer import OpinionMap
from civic.discuss.rules.opinion.counted import as_values
from civic.discuss.rules.opinion.figures import Tally, share
from civic.discuss.rules.opinion.published import rounded

WIDE, HIGH = 1000, 640
"""The picture's size; half of it to each side of the middle, the same scale both ways."""


def pictured(drawn: OpinionMap) -> dict[str, Any]:
    """What is shown of a map beside `figured`: why there are no groups, what groups share, unnamed dots."""
    return {
        "unclear": drawn.unclear and drawn.unclear.value,
        "common": [
            {"statement": each.statement, "groups": [as_values(tally) for tally in each.tallies]}
            for each in drawn.common
            if 2 * sum(_leans(tally) for tally in each.tallies) > len(each.tallies)
        ],
        "differing": [
            {"statement": each.statement, "groups": [as_values(tally) for tally in each.tallies]}
            for each in sorted(drawn.common, key=lambda each: -_spread(each.tallies))
            if _apart(each.tallies)
        ],
        "extremity": {name: rounded(value) for name, value in drawn.extremity.items()},
        "dots": _dots(drawn),
    }


def _dots(drawn: OpinionMap) -> list[list[Any]]:
    """Where people stand, as x, y and their group's letter; in the order of the places, so unnamed."""
    reach = max((max(abs(x) / WIDE, abs(y) / HIGH) for x, y in drawn.places.values()), default=0.0) or 1.0
    return sorted(
        [
            WIDE // 2 + round(x / reach * 0.46),
            HIGH // 2 - round(y / reach * 0.46),
            drawn.group_of.get(name, ""),
        ]
        for name, (x, y) in drawn.places.items()
    )


def _leans(tally: Tally) -> bool:
    return share(tally.agrees, tally.votes) > 0.5


def _apart(found: Sequence[Tally]) -> bool:
    """One group agrees by more than half of its votes, another disagrees so."""
    return any(map(_leans, found)) and any(share(each.disagrees, each.votes) > 0.5 for each in found)


def _spread(found: Sequence[Tally]) -> float:
    agreed = [share(each.agrees, each.votes) for each in found]
    return max(agreed) - min(agreed)
