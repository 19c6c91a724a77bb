"""In which order contributions are read, so that no side buries the other."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

SIDES = ("for", "against")


def balanced(said: Iterable[tuple[int, str]]) -> list[int]:
    """Numbers in turn: one of each side, then a question, and again; within each the order they came in.

    `said` has (number, stance), newest first. The side with fewer voices begins, or else the one that spoke
    last. When one side has no more to say the other goes on; what was withdrawn comes at the end.
    """
    lines: dict[str, list[int]] = defaultdict(list)
    for number, stance in said:
        lines[stance].append(number)
    begins = sorted(SIDES, key=lambda side: (len(lines[side]), -max(lines[side], default=0)))
    turns = [lines[stance] for stance in (*begins, "question")]
    longest = max(map(len, turns))
    return [line[turn] for turn in range(longest) for line in turns if turn < len(line)] + lines["withdrawn"]


def page_of(numbers: Sequence[int], page_no: int, per_page: int) -> Sequence[int]:
    """The numbers on one page, the first page is 1."""
    return numbers[(page_no - 1) * per_page : page_no * per_page]
