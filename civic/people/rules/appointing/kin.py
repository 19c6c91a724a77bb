"""Who is close kin of whom: as declared, and as follows from the relations within a household."""

from collections.abc import Iterable, Sequence
from itertools import permutations

Tie = tuple[int, int, str]
"""What the second is to the first: spouse, parent, child, sibling, grandparent or grandchild."""

BACK = {
    "spouse": "spouse", "parent": "child", "child": "parent", "sibling": "sibling", "grandparent": "grandchild",
    "grandchild": "grandparent",
}  # fmt: skip

BETWEEN = {
    ("householder", "spouse"): "spouse",
    ("householder", "child"): "child",
    ("householder", "parent"): "parent",
    ("spouse", "child"): "child",
    ("child", "child"): "sibling",
    ("parent", "child"): "grandchild",
    ("parent", "parent"): "spouse",
}
"""What the second is to the first, from what each is to the householder. A householder's parent is not kin of
the spouse; "kin", "other" and "tenant" say nothing."""


def kin_in_household(members: Sequence[tuple[int, str]]) -> frozenset[Tie]:
    """The ties that follow from (person, relation to the householder) of one household, in both directions."""
    found = set()
    for (one, first), (other, second) in permutations(members, 2):
        tie = BETWEEN.get((first, second))
        if tie is not None and one != other:
            found |= {(one, other, tie), (other, one, BACK[tie])}
    return frozenset(found)


def close_kin(person: int, ties: Iterable[Tie]) -> frozenset[int]:
    """Spouse, parents, children, siblings, grandparents and grandchildren (Civil Code, art. 1045).

    A tie counts in both directions; the parent of a parent is a grandparent, children of one parent are
    siblings.
    """
    known = {each for one, other, tie in ties for each in ((one, other, tie), (other, one, BACK[tie]))}
    mine = _of(person, known)
    found = set(mine)
    for step in ("parent", "child"):
        for middle in (other for other, tie in mine.items() if step in tie):
            for other, tie in _of(middle, known).items():
                if step in tie or (step == "parent" and "child" in tie):
                    found.add(other)
    return frozenset(found - {person})


def _of(person: int, ties: set[Tie]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    for one, other, tie in ties:
        if one == person:
            found.setdefault(other, set()).add(tie)
    return found
