"""The opinion map from votes, step by step. Needs numpy; imported by `draw_map` alone, never at a start."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from string import ascii_uppercase

import numpy as np

from civic.discuss.rules.opinion import axes
from civic.discuss.rules.opinion.answer import Earlier, Group, OpinionMap, Unclear
from civic.discuss.rules.opinion.axes import Floats, Numbers
from civic.discuss.rules.opinion.clustering import Gathered, Split, gather, silhouette, split
from civic.discuss.rules.opinion.consensus import across_groups, consensus
from civic.discuss.rules.opinion.figures import Tally
from civic.discuss.rules.opinion.people import FEWEST, Votes, by_lot, in_order, inside, tallies
from civic.discuss.rules.opinion.representing import representatives
from civic.discuss.rules.opinion.stability import stability

MOST_GROUPS = 5
CLEAR = 0.25
"""The least mean silhouette of groups that are shown."""
FEWEST_MEMBERS, LEAST_SHARE = 5, 20
"""The smallest group holds at least five people and one in twenty."""
STEADY = 0.65
"""The least stability. The silhouette alone does not do: 60 people who answer 10 to 40 statements by the
toss of a coin reach 0.35 to 0.48 on two axes, but at most 0.57 here; planted groups 0.68 to 1, and a
wrong number of them up to 0.62."""
PATIENCE = 4
"""So many recomputations must agree on another number of groups before it is shown."""


@dataclass(frozen=True)
class Fit:
    """The best split of the people inside, their groups numbered from the largest."""

    k: int
    tried: int
    silhouette: float
    of: Numbers
    centres: Floats


def drawn_map(votes: Votes, moderated: Set[str], seed: str, earlier: Earlier | None) -> OpinionMap:
    """See `draw_map`."""
    people = by_lot(votes, seed)
    statements = in_order(statement for _, statement in votes)
    table = axes.matrix(votes, people, statements, moderated)
    plane = axes.plane(table, np.ones(len(people)))
    where = axes.places(table, plane)
    within = inside(votes, earlier.clustered if earlier else frozenset())
    rows = np.array([at for at, name in enumerate(people) if name in within], np.intp)
    fit = fitted(gather(where[rows], np.ones(len(rows))), seed, earlier) if len(rows) >= FEWEST else None
    steady = stability(table, rows, fit.of, fit.k, seed) if fit else None
    unclear = why_unclear(len(rows), fit, steady)
    named = [people[row] for row in rows]
    group_of = {} if unclear or not fit else _lettered(named, fit)
    open_to_all = [name for name in statements if name not in moderated]
    groups = _groups(votes, open_to_all, group_of) if group_of else ()
    whole = tallies(votes, open_to_all)
    return OpinionMap(
        participants=len(people),
        statements=tuple(statements),
        clustered=len(rows),
        axes=(_by_name(statements, plane.axes[0]), _by_name(statements, plane.axes[1])),
        k=fit.k if fit else None,
        silhouette=fit.silhouette if fit else None,
        stability=steady,
        unclear=unclear,
        groups=groups or None,
        consensus=consensus(whole),
        common=across_groups([group.tallies for group in groups]),
        tallies=whole,
        extremity=_by_name(statements, axes.extremities(plane)),
        places={name: (float(x), float(y)) for name, (x, y) in zip(people, where, strict=True)},
        group_of=group_of,
        later=_later(fit, within, earlier),
    )


def why_unclear(clustered: int, fit: Fit | None, steady: float | None) -> Unclear | None:
    """The safeguards: 15 people, silhouette 0.25, five people and 5 % in the smallest, stability 0.65."""
    if clustered < FEWEST:
        return Unclear.FEW
    if fit is None or steady is None or fit.silhouette < CLEAR:
        return Unclear.ALIKE
    smallest = int(np.min(np.bincount(fit.of)))
    if smallest < FEWEST_MEMBERS or smallest * LEAST_SHARE < clustered:
        return Unclear.SMALL
    return Unclear.UNSTABLE if steady < STEADY else None


def fitted(base: Gathered, seed: str, earlier: Earlier | None) -> Fit | None:
    """The split for k = 2 to 5 with the best mean silhouette; None when all stand on one spot.

    With an earlier map its k stays until another one was best four times in a row."""
    found: dict[int, tuple[float, Split]] = {}
    before = np.array(earlier.centres) if earlier else None
    for k in range(2, min(MOST_GROUPS, 2 + int(base.counts.sum()) // 12) + 1):
        parted = split(base, k, seed, before)
        if parted is not None:
            found[k] = silhouette(base, parted.of), parted
    if not found:
        return None
    tried = max(found, key=lambda k: (found[k][0], -k))
    k = tried
    if earlier and earlier.k in found and _times(tried, earlier) < PATIENCE:
        k = earlier.k
    clear, parted = found[k]
    of, centres = _largest_first(parted, base)
    return Fit(k, tried, clear, of, centres)


def _largest_first(parted: Split, base: Gathered) -> tuple[Numbers, Floats]:
    of = parted.of[base.of]
    sizes = np.bincount(of)
    order = sorted(range(len(sizes)), key=lambda at: (-sizes[at], *parted.centres[at].round(9)))
    return np.argsort(order)[of], parted.centres[order]


def _times(tried: int, earlier: Earlier | None) -> int:
    return earlier.times + 1 if earlier and earlier.tried == tried else 1


def _later(fit: Fit | None, within: frozenset[str], earlier: Earlier | None) -> Earlier | None:
    if fit is None:
        return None
    centres = tuple((float(x), float(y)) for x, y in fit.centres)
    return Earlier(fit.k, fit.tried, _times(fit.tried, earlier), centres, within)


def _lettered(named: Sequence[str], fit: Fit) -> dict[str, str]:
    return {name: ascii_uppercase[at] for name, at in zip(named, fit.of, strict=True)}


def _groups(votes: Votes, statements: Sequence[str], group_of: Mapping[str, str]) -> tuple[Group, ...]:
    letters = sorted(set(group_of.values()))
    members = {letter: {name for name, of in group_of.items() if of == letter} for letter in letters}
    answered = {letter: tallies(votes, statements, of) for letter, of in members.items()}
    return tuple(
        Group(
            letter,
            len(members[letter]),
            representatives(own, _others(answered, letter, statements)),
            own,
        )
        for letter, own in answered.items()
    )


def _others(
    answered: Mapping[str, Mapping[str, Tally]], letter: str, statements: Sequence[str]
) -> dict[str, Tally]:
    rest = [own for each, own in answered.items() if each != letter]
    return {name: sum((own[name] for own in rest), Tally()) for name in statements}


def _by_name(statements: Sequence[str], values: Floats) -> dict[str, float]:
    return {name: float(value) for name, value in zip(statements, values, strict=True)}
