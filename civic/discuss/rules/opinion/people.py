"""Votes as they come in: who is in, in which order, what was answered. Plain Python."""

from collections import Counter
from collections.abc import Iterable, Mapping, Set

from civic.discuss.rules.opinion.figures import Tally
from civic.discuss.rules.opinion.lots import lot

Votes = Mapping[tuple[str, str], int]
"""(participant, statement) → 1 agree, -1 disagree, 0 pass. Who has not seen a statement has no entry."""

ENOUGH_VOTES = 7
FEWEST = 15
"""With fewer people there is no map of groups."""


def in_order(names: Iterable[str]) -> list[str]:
    """2 before 10 before a: numbers by size, then words."""
    return sorted(set(names), key=_natural)


def by_lot(votes: Votes, seed: str) -> list[str]:
    """An order that depends on nothing but answers and seed: however people are numbered, and in whatever
    order they came, the map is the same. Who answered alike stands together, one as good as the other."""
    order = {name: lot(seed, said) for name, said in _answers(votes).items()}
    return sorted(order, key=lambda name: (order[name], _natural(name)))


def inside(votes: Votes, already: Set[str] = frozenset()) -> frozenset[str]:
    """Who is grouped (step 1): at least min(7, statements) votes, or in already; topped up to 15, by what
    they answered where they answered equally often."""
    own = Counter(participant for participant, _ in votes)
    enough = min(ENOUGH_VOTES, len({statement for _, statement in votes}))
    found = {name for name, count in own.items() if count >= enough or name in already}
    if len(found) < FEWEST:
        said = _answers(votes)
        others = sorted(own.keys() - found, key=lambda name: (-own[name], said[name], _natural(name)))
        found.update(others[: FEWEST - len(found)])
    return frozenset(found)


def _answers(votes: Votes) -> dict[str, str]:
    """What each person answered, by the places of the statements and not by their names."""
    column = {name: at for at, name in enumerate(in_order(statement for _, statement in votes))}
    given: dict[str, list[tuple[int, int]]] = {}
    for (person, statement), vote in votes.items():
        given.setdefault(person, []).append((column[statement], vote))
    return {person: str(sorted(each)) for person, each in given.items()}


def tallies(votes: Votes, statements: Iterable[str], of: Set[str] | None = None) -> dict[str, Tally]:
    """What was answered to each statement, by everybody or by those alone."""
    counts: Counter[tuple[str, int]] = Counter(
        (statement, vote) for (person, statement), vote in votes.items() if of is None or person in of
    )
    return {
        name: Tally(counts[name, 1], counts[name, -1], counts[name, 1] + counts[name, -1] + counts[name, 0])
        for name in statements
    }


def _natural(name: str) -> tuple[bool, int, str, str]:
    digits = name.lstrip("0") if name.isascii() and name.isdigit() else ""
    return (not name.isascii() or not name.isdigit(), len(digits), digits, name)
