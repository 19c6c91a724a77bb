"""The map once more, slowly and by another route: plain lists, power iteration, decimals, every pair.

Nothing of the product is used here. It was written from the paper (counting.md, opinion map) alone.
"""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal, getcontext
from itertools import combinations
from math import dist, hypot, sqrt

getcontext().prec = 40
Z90 = Decimal("1.2816")
Point = tuple[float, ...]


@dataclass
class Naive:
    """What came out."""

    axes: list[dict[str, float]]
    places: dict[str, Point]
    inside: list[str]
    k: int
    silhouette: float
    camps: set[frozenset[str]]


def compute(votes: dict[tuple[str, str], int], moderated: set[str]) -> Naive:
    """Steps 1 to 5 for fewer than 100 people."""
    people = sorted({person for person, _ in votes})
    statements = sorted({statement for _, statement in votes})
    table: dict[str, dict[str, int]] = {person: {} for person in people}
    for (person, statement), vote in votes.items():
        table[person][statement] = vote
    activity = {person: len(row) for person, row in table.items()}
    for row in table.values():
        row.update({statement: 0 for statement in moderated if statement in statements})
    means = {}
    for statement in statements:
        column = [row[statement] for row in table.values() if statement in row]
        means[statement] = sum(column) / len(column)
    filled = [[table[p].get(s, means[s]) - means[s] for s in statements] for p in people]
    one = _leading(filled)
    two = _leading([_without(row, one) for row in filled])
    axes = [dict(zip(statements, axis, strict=True)) for axis in (one, two)]
    places = {}
    for person, row in table.items():
        factor = sqrt(len(statements) / len(row))
        places[person] = tuple(factor * sum((row[s] - means[s]) * axis[s] for s in row) for axis in axes)
    inside = [p for p in people if activity[p] >= min(7, len(statements))]
    rest = sorted((p for p in people if p not in inside), key=lambda p: -activity[p])
    inside += rest[: max(0, 15 - len(inside))]
    k, silhouette, labels = _best(sorted(inside), places)
    named = dict(zip(sorted(inside), labels, strict=True))
    camps = {frozenset(p for p, of in named.items() if of == each) for each in labels}
    return Naive(axes, places, sorted(inside), k, silhouette, camps)


def _leading(rows: list[list[float]]) -> list[float]:
    """Power iteration on X'X, until it moves no more."""
    vector = [1.0 + at / 7 for at in range(len(rows[0]))]
    for _ in range(20_000):
        summed = [0.0] * len(vector)
        for row in rows:
            weight = sum(a * b for a, b in zip(row, vector, strict=True))
            summed = [a + weight * b for a, b in zip(summed, row, strict=True)]
        size = hypot(*summed)
        after = [a / size for a in summed]
        moved = max(abs(a - b) for a, b in zip(after, vector, strict=True))
        vector = after
        if moved < 1e-13:
            break
    return vector


def _without(row: list[float], axis: list[float]) -> list[float]:
    weight = sum(a * b for a, b in zip(row, axis, strict=True))
    return [a - weight * b for a, b in zip(row, axis, strict=True)]


def _best(inside: list[str], places: dict[str, Point]) -> tuple[int, float, list[int]]:
    """Lloyd from every choice of a dozen points, the least sum of squares; then the best silhouette."""
    points = [places[person] for person in inside]
    dozen = points[:: max(1, len(points) // 12)][:12]
    found = []
    for k in range(2, min(5, 2 + len(points) // 12) + 1):
        tries = [_lloyd(points, list(starts)) for starts in combinations(dozen, k)]
        _, labels = min((each for each in tries if len(set(each[1])) == k), key=lambda each: each[0])
        found.append((_silhouette(points, labels), -k, labels))
    silhouette, minus_k, labels = max(found)
    return -minus_k, silhouette, labels


def _lloyd(points: list[Point], centres: list[Point]) -> tuple[float, list[int]]:
    labels: list[int] = []
    while True:
        after = [min(range(len(centres)), key=lambda c: dist(p, centres[c])) for p in points]
        if after == labels:
            cost = sum(dist(p, centres[c]) ** 2 for p, c in zip(points, labels, strict=True))
            return cost, labels
        labels = after
        for c in set(labels):
            mine = [p for p, of in zip(points, labels, strict=True) if of == c]
            centres[c] = tuple(sum(column) / len(mine) for column in zip(*mine, strict=True))


def _silhouette(points: list[Point], labels: list[int]) -> float:
    total = 0.0
    for at, here in enumerate(points):
        far: dict[int, list[float]] = {}
        for other, there in enumerate(points):
            if other != at:
                far.setdefault(labels[other], []).append(dist(here, there))
        own = far.pop(labels[at], [])
        if own:
            a, b = sum(own) / len(own), min(sum(each) / len(each) for each in far.values())
            total += (b - a) / max(a, b)
    return total / len(points)


def adjusted_rand(one: list[int], other: list[int]) -> float:
    """By looking at every pair of people."""
    seen = Counter((one[a] == one[b], other[a] == other[b]) for a, b in combinations(range(len(one)), 2))
    both, first, second, none = seen[True, True], seen[True, False], seen[False, True], seen[False, False]
    below = (both + first) * (first + none) + (both + second) * (second + none)
    return 1.0 if below == 0 else 2 * (both * none - first * second) / below


Row = tuple[int, int, int]


def representative(groups: list[dict[str, Row]], at: int) -> list[tuple[str, str, int, int]]:
    """Step 7 from counts (agrees, disagrees, votes): statement, side, count, votes."""
    mine = groups[at]
    rest = {
        s: tuple(map(sum, zip(*(g[s] for i, g in enumerate(groups) if i != at), strict=True))) for s in mine
    }
    figures = {s: {side: _figures(mine[s], rest[s], side) for side in (0, 1)} for s in mine}
    side_of = {s: 0 if figures[s][0][3] > figures[s][1][3] else 1 for s in mine}
    passing = [s for s in mine if any(f[1] > Z90 and f[3] > Z90 for f in figures[s].values())]
    star = None
    for s in mine:
        p, z, r, _ = figures[s][0]
        if mine[s][0] == mine[s][1] == 0:
            continue
        if star is None:
            good = z > Z90 or (r > 1 and p > Decimal(1) / 2)
        elif figures[star][0][2] > 1:
            good = _product(figures[s][0]) > _product(figures[star][0])
        else:
            good = p * z > figures[star][0][0] * figures[star][0][1]
        star = s if good else star
    order = sorted((s for s in passing if s != star), key=lambda s: -_product(figures[s][side_of[s]]))
    if passing:
        chosen = ([star] if star else [])[:1] + order
    else:
        chosen = [star] if star else [max(mine, key=lambda s: max(f[3] for f in figures[s].values()))]
    chosen = chosen[:5]
    chosen = [s for s in chosen if side_of[s] == 0] + [s for s in chosen if side_of[s] == 1]
    return [(s, ("agree", "disagree")[side_of[s]], mine[s][side_of[s]], mine[s][2]) for s in chosen]


def _product(figures: tuple[Decimal, ...]) -> Decimal:
    p, z, r, rz = figures
    return p * z * r * rz


def _figures(mine: Row, rest: tuple[int, ...], side: int) -> tuple[Decimal, Decimal, Decimal, Decimal]:
    a, s, b, t = Decimal(mine[side]), Decimal(mine[2]), Decimal(rest[side]), Decimal(rest[2])
    p, q = (a + 1) / (s + 2), (b + 1) / (t + 2)
    z = 2 * (s + 1).sqrt() * ((a + 1) / (s + 1) - Decimal("0.5"))
    pool = (a + b + 2) / (s + t + 2)
    if pool == 1:
        return p, z, p / q, Decimal(0)
    under = (pool * (1 - pool) * (1 / (s + 1) + 1 / (t + 1))).sqrt()
    return p, z, p / q, ((a + 1) / (s + 1) - (b + 1) / (t + 1)) / under
