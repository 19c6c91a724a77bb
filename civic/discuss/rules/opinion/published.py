"""An opinion map as plain values: what is kept of ours, in figures and unnamed dots, without any name."""

from typing import Any

from civic.discuss.rules.opinion.answer import Group, OpinionMap
from civic.discuss.rules.opinion.counted import agreed_as_values

DIGITS = 9
"""Rounded, so that the last bits of a processor's sums do not show."""


def figured(drawn: OpinionMap) -> dict[str, Any]:
    """The keys of `civic opinion-map --json`; of a group it says how many are in it, never who."""
    return {
        "participants": drawn.participants,
        "statements": len(drawn.statements),
        "clustered": drawn.clustered,
        "axes": [{name: rounded(value) for name, value in axis.items()} for axis in drawn.axes],
        "groups": None if drawn.groups is None else [_group(group) for group in drawn.groups],
        "k": drawn.k,
        "silhouette": None if drawn.silhouette is None else rounded(drawn.silhouette),
        "stability": None if drawn.stability is None else rounded(drawn.stability),
        "consensus": agreed_as_values(drawn.consensus),
    }


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


def rounded(value: float) -> float:
    """To nine digits; no minus nought."""
    return round(value, DIGITS) + 0.0
