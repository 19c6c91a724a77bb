"""An opinion map as JSON and as lines to read."""

from collections.abc import Iterator, Mapping
from typing import Any

from civic.discuss.rules.opinion import WHY_UNCLEAR, Agreed, Group, OpinionMap

DIGITS = 9
"""Rounded, so that the last bits of a processor's sums do not show."""


def as_json(drawn: OpinionMap) -> dict[str, Any]:
    """The published keys. Members are named as the file names them: whoever holds the file can compare them with
    ours, and learns nothing that is not in it. Our pages never list them, and our exports number people anew."""
    return {
        "participants": drawn.participants,
        "statements": len(drawn.statements),
        "clustered": drawn.clustered,
        "axes": [{name: _rounded(value) for name, value in axis.items()} for axis in drawn.axes],
        "groups": None if drawn.groups is None else [_group(group, drawn.group_of) for group in drawn.groups],
        "k": drawn.k,
        "silhouette": None if drawn.silhouette is None else _rounded(drawn.silhouette),
        "stability": None if drawn.stability is None else _rounded(drawn.stability),
        "consensus": {
            "agree": [vars(each) for each in drawn.consensus.agree],
            "disagree": [vars(each) for each in drawn.consensus.disagree],
        },
    }


def as_text(drawn: OpinionMap) -> str:
    """What is shared first, then what differs."""
    return "\n".join(_lines(drawn))


def _lines(drawn: OpinionMap) -> Iterator[str]:
    yield f"{drawn.participants} people, {len(drawn.statements)} statements; {drawn.clustered} people compared"
    yield f"Most people agree with: {_agreed(drawn.consensus.agree)}"
    yield f"Most people disagree with: {_agreed(drawn.consensus.disagree)}"
    if drawn.groups:
        shared = [
            f"{each.statement} ({', '.join(f'{t.agrees} of {t.votes}' for t in each.tallies)})"
            for each in drawn.common
            if each.shared
        ]
        yield f"All groups agree with: {', '.join(shared[:5]) or 'nothing'}"
    if drawn.unclear:
        yield WHY_UNCLEAR[drawn.unclear].text
    if drawn.k is not None:
        clear = f"silhouette {drawn.silhouette:.2f}, stability {drawn.stability:.2f}"
        yield (
            f"{drawn.k} groups ({clear})"
            if drawn.groups
            else f"The best split, not shown: {drawn.k} ({clear})"
        )
    yield from (_described(group) for group in drawn.groups or ())


def _agreed(found: tuple[Agreed, ...]) -> str:
    return ", ".join(f"{each.statement} ({each.count} of {each.votes})" for each in found) or "nothing"


def _described(group: Group) -> str:
    said = [
        f"{each.side}s with {each.statement} ({each.count} of {each.votes})" for each in group.representative
    ]
    return f"{group.letter}, {group.members} people: {'; '.join(said)}"


def _group(group: Group, of: Mapping[str, str]) -> dict[str, Any]:
    members = sorted(
        (who for who, letter in of.items() if letter == group.letter), key=lambda who: (len(who), who)
    )
    return {
        "members": members,
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
