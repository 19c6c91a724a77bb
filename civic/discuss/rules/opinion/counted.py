"""What can be said of a map without numpy: plain counts and what most people share."""

from collections.abc import Mapping, Set
from typing import Any

from civic.discuss.rules.opinion.consensus import Consensus, consensus
from civic.discuss.rules.opinion.figures import Tally
from civic.discuss.rules.opinion.people import Votes, in_order, tallies


def counted(votes: Votes, moderated: Set[str]) -> dict[str, Any]:
    """What can be said without numpy: how many said what to each statement, and what most people share."""
    shown = [name for name in in_order(what for _, what in votes) if name not in moderated]
    whole = tallies(votes, shown)
    return {
        "participants": len({who for who, _ in votes}),
        "answers": len(votes),
        "tallies": _tallies(whole),
        "consensus": agreed_as_values(consensus(whole)),
    }


def agreed_as_values(found: Consensus) -> dict[str, Any]:
    """What all agree and disagree with, as plain values."""
    return {
        "agree": [vars(each) for each in found.agree],
        "disagree": [vars(each) for each in found.disagree],
    }


def _tallies(found: Mapping[str, Tally]) -> dict[str, list[int]]:
    return {name: as_values(tally) for name, tally in found.items()}


def as_values(tally: Tally) -> list[int]:
    """Agreed, disagreed, passed."""
    return [tally.agrees, tally.disagrees, tally.passes]
