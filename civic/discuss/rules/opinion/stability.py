"""Whether the same groups come back when other people had answered. Needs numpy."""

import numpy as np

from civic.discuss.rules.opinion.axes import Floats, Matrix, Numbers, places, plane
from civic.discuss.rules.opinion.clustering import gather, split
from civic.discuss.rules.opinion.lots import numbers

RUNS = 20


def adjusted_rand(one: Numbers, other: Numbers) -> float:
    """How far two partings of the same people agree: 1 the same, about 0 by chance (Hubert and Arabie)."""
    if len(one) < 2:
        return 1.0
    met = np.zeros((int(np.max(one)) + 1, int(np.max(other)) + 1))
    np.add.at(met, (one, other), 1)
    both, rows, columns = (_pairs(each) for each in (met, met.sum(axis=1), met.sum(axis=0)))
    expected = rows * columns / _pairs(np.array([len(one)]))
    most = (rows + columns) / 2
    return 1.0 if most == expected else (both - expected) / (most - expected)


def stability(table: Matrix, inside: Numbers, groups: Numbers, k: int, seed: str) -> float:
    """Mean adjusted Rand of 20 bootstrap runs.

    Each draws as many people as there are, with replacement, draws axes, places and k groups anew, and
    compares the groups of those people who were drawn."""
    found = []
    count = len(table.given)
    for run in range(RUNS):
        drawn = (np.array(numbers(seed, f"people of run {run}", count)) * count).astype(np.intp)
        weights = np.bincount(drawn, minlength=count).astype(np.float64)
        found.append(_same(table, inside, groups, k, weights, f"{seed}|{run}"))
    return sum(found) / RUNS


def _same(table: Matrix, inside: Numbers, groups: Numbers, k: int, weights: Floats, seed: str) -> float:
    there = np.flatnonzero(weights[inside] > 0)
    points = places(table, plane(table, weights))[inside[there]]
    base = gather(points, weights[inside[there]])
    again = split(base, k, seed)
    return 0.0 if again is None else adjusted_rand(groups[there], again.of[base.of])


def _pairs(counts: Floats) -> float:
    return float((counts * (counts - 1) / 2).sum())
