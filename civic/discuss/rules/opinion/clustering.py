"""k-means with weights, from many starts (steps 4 and 5), and how clear it is. Needs numpy."""

from dataclasses import dataclass

import numpy as np

from civic.discuss.rules.opinion.axes import Floats, Numbers
from civic.discuss.rules.opinion.lots import numbers

ROUNDS = 100
STARTS = 20
BASE = 100
"""From so many people on they are first gathered in that many base clusters."""


@dataclass(frozen=True)
class Gathered:
    """Base clusters: centres, how many people each holds, how many base clusters it stands for, and the
    one of each person."""

    centres: Floats
    weights: Floats
    counts: Floats
    of: Numbers


@dataclass(frozen=True)
class Split:
    """One way to part the base clusters: the group of each, the groups' centres."""

    of: Numbers
    centres: Floats


def gather(points: Floats, weights: Floats) -> Gathered:
    """Step 4: k-means from the first 100 distinct points. Under 100 people each is their own; so are many
    people on fewer than 100 points, or two camps of one mind would be two lonely base clusters."""
    distinct, first, spot, people = np.unique(
        points, axis=0, return_index=True, return_inverse=True, return_counts=True
    )
    spot = spot.reshape(-1)
    if len(distinct) < BASE:
        held = np.bincount(spot, weights, len(distinct)).astype(np.float64)
        return Gathered(distinct, held, people.astype(np.float64), spot)
    of, centres, _ = _settle(points, weights, points[np.sort(first)[:BASE]][None])
    kept, renumbered = np.unique(of[0], return_inverse=True)
    held = np.bincount(renumbered, weights).astype(np.float64)
    return Gathered(centres[0][kept], held, np.ones(len(kept)), renumbered)


def split(base: Gathered, k: int, seed: str, before: Floats | None = None) -> Split | None:
    """Step 5, ours: the best of 20 k-means++ starts and the centres of last time; None if k are not there."""
    starts = _starts(base, k, seed)
    if before is not None and before.shape == (k, 2):
        starts = np.concatenate([before[None], starts])
    of, centres, costs = _settle(base.centres, base.weights, starts)
    full = [at for at in range(len(starts)) if len(np.unique(of[at])) == k]
    if not full:
        return None
    best = min(full, key=lambda at: costs[at])
    return Split(of[best], centres[best])


def silhouette(base: Gathered, of: Numbers) -> float:
    """The mean over base clusters, whatever they hold; 0 for one that is alone in its group."""
    apart = np.sqrt(((base.centres[:, None] - base.centres[None]) ** 2).sum(axis=2))
    member = (of[:, None] == np.unique(of)) * base.counts[:, None]
    size = member.sum(axis=0)
    summed = apart @ member
    mine = member > 0
    fellows = (mine @ size) - 1
    own = (summed * mine).sum(axis=1) / np.maximum(fellows, 1)
    others = np.where(mine, np.inf, summed / size).min(axis=1)
    wide = np.maximum(own, others)
    fits = np.where((fellows > 0) & (wide > 0), (others - own) / np.where(wide > 0, wide, 1), 0)
    return float(fits @ base.counts / base.counts.sum())


def _starts(base: Gathered, k: int, seed: str) -> Floats:
    """k-means++: each next centre drawn by weight x squared distance to the nearest one so far."""
    points, weights = base.centres, base.weights
    chances = np.array(numbers(seed, f"starts of {k}", STARTS * k)).reshape(k, STARTS, 1)
    chosen = np.empty((STARTS, k), np.intp)
    far = np.ones((STARTS, len(points)))
    for at in range(k):
        sums = np.cumsum(weights * far, axis=1)
        chosen[:, at] = np.minimum((sums <= chances[at] * sums[:, -1:]).sum(axis=1), len(points) - 1)
        reached = ((points[None] - points[chosen[:, at]][:, None]) ** 2).sum(axis=-1)
        far = reached if at == 0 else np.minimum(far, reached)
    return points[chosen]


def _settle(points: Floats, weights: Floats, centres: Floats) -> tuple[Numbers, Floats, Floats]:
    """Lloyd's rounds for many starts at once; a centre that nobody is nearest to stays where it is."""
    starts, k, _ = centres.shape
    shift = np.arange(starts)[:, None] * k
    of: Numbers = np.full((starts, len(points)), -1, np.intp)
    for _ in range(ROUNDS):
        before, of = of, np.argmin(_apart(points, centres), axis=2)
        if np.array_equal(before, of):
            break
        flat = (of + shift).ravel()
        held, *sums = (
            np.bincount(flat, np.tile(each, starts), starts * k).reshape(starts, k)
            for each in (weights, weights * points[:, 0], weights * points[:, 1])
        )
        moved = np.stack(sums, axis=2) / np.maximum(held, 1)[..., None]
        centres = np.where(held[..., None] > 0, moved, centres)
    nearest = ((points[None] - np.take_along_axis(centres, of[..., None], axis=1)) ** 2).sum(axis=2)
    return of, centres, nearest @ weights


def _apart(points: Floats, centres: Floats) -> Floats:
    """Squared distance less the part that is the same for every centre."""
    apart: Floats = (centres**2).sum(axis=2)[:, None] - 2 * (points @ centres.transpose(0, 2, 1))
    return apart
