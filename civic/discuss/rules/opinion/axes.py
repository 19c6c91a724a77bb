"""People x statements, its two axes, and where everybody stands (steps 2 and 3). Needs numpy."""

from collections.abc import Sequence, Set
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from civic.discuss.rules.opinion.people import Votes

Floats = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.intp]

NOTHING = 1e-12
"""An axis that explains less of the whole variance than this is none."""
LEVEL = 1e-9
"""Loadings closer together than this count as equal when an axis is given its direction."""


@dataclass(frozen=True)
class Matrix:
    """Rows are people, columns statements: `given` 1, -1, 0 (0 where unseen), `seen` 1 or 0."""

    given: Floats
    seen: Floats


@dataclass(frozen=True)
class Plane:
    """Column means, and two axes of unit length (all zero where nobody differs)."""

    means: Floats
    axes: Floats


def matrix(votes: Votes, people: Sequence[str], statements: Sequence[str], moderated: Set[str]) -> Matrix:
    """Statements left out are not deleted: everybody has passed on them, as in Polis."""
    row = {name: at for at, name in enumerate(people)}
    column = {name: at for at, name in enumerate(statements)}
    given, seen = np.zeros((2, len(people), len(statements)))
    places = (
        np.array([row[person] for person, _ in votes], np.intp),
        np.array([column[statement] for _, statement in votes], np.intp),
    )
    given[places] = list(votes.values())
    seen[places] = 1
    left_out = [column[name] for name in statements if name in moderated]
    given[:, left_out] = 0
    seen[:, left_out] = 1
    return Matrix(given, seen)


def plane(table: Matrix, weights: Floats) -> Plane:
    """Empty cells filled with the column's mean, centred, and the two leading eigenvectors.

    Polis comes near to them by 100 rounds of power iteration from wherever it stood before; they are
    taken exactly, so that no starting point plays a part. A person counts `weights` times."""
    votes = weights @ table.seen
    means = (weights @ table.given) / np.maximum(votes, 1)
    centred = _centred(table, means)
    count = table.given.shape[1]
    variances, vectors = np.linalg.eigh((centred * weights[:, None]).T @ centred)
    axes = np.zeros((2, count))
    for at in range(min(2, count)):
        if variances[-1 - at] > NOTHING * max(variances.sum(), 1):
            axes[at] = _directed(vectors[:, -1 - at])
    return Plane(means, axes)


def places(table: Matrix, drawn: Plane) -> Floats:
    """Everybody's place: own votes only, stretched by sqrt(statements / own votes)."""
    own = np.maximum(table.seen.sum(axis=1), 1)
    stretched: Floats = np.sqrt(table.given.shape[1] / own)[:, None]
    return np.asarray(_centred(table, drawn.means) @ drawn.axes.T * stretched, np.float64)


def extremities(drawn: Plane) -> Floats:
    """How far out somebody would stand who only agreed to that statement."""
    count = len(drawn.means)
    return np.asarray(np.abs(1 - drawn.means) * np.sqrt((drawn.axes**2).sum(axis=0) * count), np.float64)


def _centred(table: Matrix, means: Floats) -> Floats:
    return (table.given - means) * table.seen


def _directed(vector: Floats) -> Floats:
    """An eigenvector has no direction of its own: the first of the greatest loadings is positive."""
    size = np.abs(vector)
    first = int(np.argmax(size >= size.max() - LEVEL))
    directed: Floats = vector * np.sign(vector[first])
    return directed / np.linalg.norm(directed)
