"""What changed between two versions of a text, so that it can be seen."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

CLAUSES = re.compile(r"(?<=[，。；：、！？;!?\n])|(?<=[,.:])(?![0-9])")
WORDS = re.compile(r"[0-9A-Za-z]+(?:[.,:][0-9]+)*|\s+|.", re.DOTALL)
FINE = 400
"""So many words are compared one by one; longer stretches are shown as a whole."""


@dataclass(frozen=True)
class Piece:
    """A stretch of text: kept, added or taken out."""

    kind: str
    """same, added, gone."""
    text: str


def difference(before: str, after: str) -> list[Piece]:
    """From one text to the other: clause by clause, and within a changed clause word by word (a Han character
    counts as a word)."""
    found = [
        piece
        for old, new in _steps(CLAUSES.split(before), CLAUSES.split(after))
        for piece in _within(old, new)
    ]
    return [
        Piece(kind, "".join(piece.text for piece in run))
        for kind, run in groupby(found, lambda piece: piece.kind)
    ]


def _within(old: str, new: str) -> Iterator[Piece]:
    """The pieces of one stretch that is the same or was replaced."""
    before, after = WORDS.findall(old), WORDS.findall(new)
    if old == new or not old or not new or max(len(before), len(after)) > FINE:
        yield from _whole(old, new)
        return
    for gone, added in _steps(before, after):
        yield from _whole(gone, added)


def _whole(old: str, new: str) -> Iterator[Piece]:
    pieces = [("same", old)] if old == new else [("gone", old), ("added", new)]
    yield from (Piece(kind, text) for kind, text in pieces if text)


def _steps(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Stretches of both in turn, joined; equal ones are the same text twice."""
    for _tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        yield "".join(before[a:b]), "".join(after[c:d])
