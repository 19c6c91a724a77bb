"""Which matters sound alike: by the pairs of characters they share. Pure: words in, a figure out, no database."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from civic.finding.little_words import EVERYWHERE, LITTLE
from civic.store.search import HAN, Phrase, smoothed

RUN = re.compile(rf"[{HAN}]+|[^\W_{HAN}]+")
LEAST_LETTERS = 4
FEW, SOME = 2, 4
MOST_PHRASES = 40
"""So many pairs are looked for, those of the title first."""


@dataclass(frozen=True)
class Matter:
    """What is compared."""

    title: str
    text: str
    building_id: int | None
    category: str


def pairs(text: str) -> frozenset[str]:
    """Every two Han characters that follow one another, and every longer word of letters."""
    found = set[str]()
    for run in RUN.findall(smoothed(text)):
        if not re.match(rf"[{HAN}]", run):
            if len(run) >= LEAST_LETTERS and run.isalpha():
                found.add(run)
            continue
        two = (run[at : at + 2] for at in range(len(run) - 1))
        found.update(pair for pair in two if pair not in EVERYWHERE and not LITTLE & set(pair))
    return frozenset(found)


def phrases(matter: Matter) -> tuple[Phrase, ...]:
    """What is looked for in the index: one of them is enough."""
    title = pairs(matter.title)
    wanted = [*sorted(title), *sorted(pairs(matter.text) - title)][:MOST_PHRASES]
    return tuple(Phrase(tuple(each) if re.match(rf"[{HAN}]", each) else (each,)) for each in wanted)


def likeness(mine: Matter, other: Matter) -> int:
    """How much they sound alike; nought where it is too little to be shown.

    Two pairs of the titles, or one where the building or the category is the same, or much of the texts where both
    are. Of two buildings that differ, one thing can hardly be the other: then the titles must share more.
    """
    title, all_mine = pairs(mine.title), pairs(f"{mine.title}\n{mine.text}")
    same_title = len(title & pairs(other.title))
    near = len(all_mine & pairs(f"{other.title}\n{other.text}")) - same_title
    here = mine.building_id is not None and mine.building_id == other.building_id
    elsewhere = not here and None not in (mine.building_id, other.building_id)
    kind = mine.category == other.category
    enough = same_title >= FEW + elsewhere or (not elsewhere and _enough(same_title, near, here, kind))
    return 4 * same_title + min(near, SOME) + 3 * here + 2 * kind - 4 * elsewhere if enough else 0


def _enough(same_title: int, near: int, here: bool, kind: bool) -> bool:
    return (same_title > 0 and (here or kind)) or (near >= SOME and here and kind)


def best(mine: Matter, others: Collection[tuple[int, Matter]], most: int) -> list[int]:
    """The ids of those most alike, the most alike first, the newest of equals."""
    found = [(likeness(mine, other), ident) for ident, other in others]
    return [ident for figure, ident in sorted(found, reverse=True) if figure > 0][:most]
