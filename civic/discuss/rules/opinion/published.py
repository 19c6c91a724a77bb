"""An opinion map as plain values: what is kept of ours, in figures and unnamed dots, and what is never public."""

from collections.abc import Mapping, Sequence, Set
from typing import Any

from civic.discuss.rules.opinion.answer import Earlier, Group, OpinionMap
from civic.discuss.rules.opinion.consensus import Consensus, consensus
from civic.discuss.rules.opinion.figures import Tally, share
from civic.discuss.rules.opinion.people import Votes, in_order, tallies

DIGITS = 9
"""Rounded, so that the last bits of a processor's sums do not show."""


def figured(drawn: OpinionMap) -> dict[str, Any]:
    """The keys of `civic opinion-map --json`; of a group it says how many are in it, never who."""
    return {
        "participants": drawn.participants,
        "statements": len(drawn.statements),
        "clustered": drawn.clustered,
        "axes": [{name: _rounded(value) for name, value in axis.items()} for axis in drawn.axes],
        "groups": None if drawn.groups is None else [_group(group) for group in drawn.groups],
        "k": drawn.k,
        "silhouette": None if drawn.silhouette is None else _rounded(drawn.silhouette),
        "stability": None if drawn.stability is None else _rounded(drawn.stability),
        "consensus": _consensus(drawn.consensus),
    }


def counted(votes: Votes, moderated: Set[str]) -> dict[str, Any]:
    """What can be said without numpy: how many said what to each statement, and what most people share."""
    shown = [name for name in in_order(what for _, what in votes) if name not in moderated]
    whole = tallies(votes, shown)
    return {
        "participants": len({who for who, _ in votes}),
        "answers": len(votes),
        "tallies": _tallies(whole),
        "consensus": _consensus(consensus(whole)),
    }


def pictured(drawn: OpinionMap) -> dict[str, Any]:
    """What is shown of a map beside `figured`: why there are no groups, what groups share, unnamed dots."""
    return {
        "unclear": drawn.unclear and drawn.unclear.value,
        "common": [
            {"statement": each.statement, "groups": [_tally(tally) for tally in each.tallies]}
            for each in drawn.common
            if 2 * sum(_leans(tally) for tally in each.tallies) > len(each.tallies)
        ],
        "differing": [
            {"statement": each.statement, "groups": [_tally(tally) for tally in each.tallies]}
            for each in sorted(drawn.common, key=lambda each: -_spread(each.tallies))
            if _apart(each.tallies)
        ],
        "extremity": {name: _rounded(value) for name, value in drawn.extremity.items()},
        "dots": _dots(drawn),
    }


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


WIDE, HIGH = 1000, 640
"""The picture's size; half of it to each side of the middle, the same scale both ways."""


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


def _consensus(found: Consensus) -> dict[str, Any]:
    return {
        "agree": [vars(each) for each in found.agree],
        "disagree": [vars(each) for each in found.disagree],
    }


def _tallies(found: Mapping[str, Tally]) -> dict[str, list[int]]:
    return {name: _tally(tally) for name, tally in found.items()}


def _tally(tally: Tally) -> list[int]:
    return [tally.agrees, tally.disagrees, tally.passes]


def _group(group: Group) -> dict[str, Any]:
    return {
        "members": group.members,
        "representative": [
            {
                "statement": each.statement,
                "side": each.side,
                f"{each.side}s": each.count,
                "votes": each.votes,
            }
            for each in group.representative
        ],
    }


def _rounded(value: float) -> float:
    return round(value, DIGITS) + 0.0
