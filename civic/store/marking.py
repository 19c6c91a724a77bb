"""Where in a text the words stand that somebody looked for: for the marks, and for the part that is shown."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from civic.store.search import WORD, Phrase, smoothed

Piece = tuple[str, bool]
"""Some text, and whether it is marked."""


def marked(text: str, phrases: Sequence[Phrase]) -> list[Piece]:
    """The whole text in pieces, in its own spelling."""
    return _cut(text, _merged(_spans(text, phrases)))


def excerpt(text: str, phrases: Sequence[Phrase], length: int) -> list[Piece]:
    """About so many characters of it around the first place where something fits, or its beginning."""
    text = " ".join(text.split())
    spans = _merged(_spans(text, phrases))
    first, last = spans[0] if spans else (0, 0)
    begin = _begin(text, first) if last > length else 0
    end = begin + length
    inside = [(max(a, begin) - begin, min(b, end) - begin) for a, b in spans if a < end and b > begin]
    pieces = _cut(text[begin:end], inside)
    ahead: list[Piece] = [("…", False)] if begin else []
    behind: list[Piece] = [("…", False)] if end < len(text) else []
    return [*ahead, *pieces, *behind]


LOOK_BACK = 24
CLAUSE_END = re.compile(r"[，。；：！？,;.!?\s]")


def _begin(text: str, first: int) -> int:
    """A little before the place, at the beginning of a clause if one is near."""
    start = max(0, first - LOOK_BACK)
    ends = [found.end() for found in CLAUSE_END.finditer(text, start, first)]
    return ends[0] if ends else start


def _spans(text: str, phrases: Sequence[Phrase]) -> Iterator[tuple[int, int]]:
    """From where to where each phrase stands in the text."""
    flat, origin = _flattened(text)
    words = list(WORD.finditer(flat))
    for phrase in phrases:
        for number in range(len(words) - len(phrase.words) + 1):
            run = words[number : number + len(phrase.words)]
            if _fits([word[0] for word in run], phrase):
                yield origin[run[0].start()], origin[run[-1].end() - 1] + 1


def _fits(run: list[str], phrase: Phrase) -> bool:
    *head, last = run
    *wanted, end = phrase.words
    return head == wanted and (last == end or (phrase.open_end and last.startswith(end)))


def _flattened(text: str) -> tuple[str, list[int]]:
    """The text smoothed character by character, and from which character of the text each one comes."""
    pieces = [_smooth(c) for c in text]
    return "".join(pieces), [number for number, piece in enumerate(pieces) for _ in piece]


@lru_cache(maxsize=4096)
def _smooth(c: str) -> str:
    return smoothed(c)


def _merged(spans: Iterator[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def _cut(text: str, spans: Sequence[tuple[int, int]]) -> list[Piece]:
    pieces: list[Piece] = []
    last = 0
    for start, end in spans:
        pieces += [(text[last:start], False), (text[start:end], True)]
        last = end
    return [piece for piece in [*pieces, (text[last:], False)] if piece[0]]
