"""Text made ready for search, and what somebody typed to be found in it. Pure: no database, no language.

Chinese is written without spaces, so every Han character counts as a word and a Chinese word is a phrase of them:
早市 is found as 早 followed by 市, and one character alone is found too. Any other run of letters or digits is one
word. What is stored and what is typed go through the same hands, so full-width and half-width, capitals and small
letters are the same.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

LONGEST_WORD = 60
"""Letters of one word that count; nobody searches for more, and PostgreSQL takes no word of 2 KB."""
MOST_PHRASES = 8
MOST_WORDS = 40
"""So much of what was typed is looked for; the rest would only narrow a search that is narrow already."""
OPEN_FROM = 3
"""From so many letters on, the beginning of a word is enough: lamp finds lamps."""

BREAK = "ǀ"
"""Stands between title and text, so that no phrase runs across; a letter that nobody types."""

HAN = "".join(
    f"{chr(first)}-{chr(last)}"
    for first, last in (
        (0x3007, 0x3007), (0x2E80, 0x2FDF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF),
    )
)  # fmt: skip
"""Zero, radicals and ideographs, those of the higher planes too."""
WORD = re.compile(rf"[{HAN}]|[^\W_{HAN}]+")
QUOTES = str.maketrans(dict.fromkeys("“”„‟〝〞「」『』«»", '"'))
QUOTED = re.compile(r'"([^"]*)"')
APART = re.compile(r"[\s\"，、。,;!?()\[\]{}<>|&*《》【】…]+")
"""What separates one wanted word from the next; a hyphen, a dot or a colon keeps them together: GF-2026-017."""


@dataclass(frozen=True)
class Phrase:
    """Words that must follow one another; with an open end, the last may go on."""

    words: tuple[str, ...]
    open_end: bool = False


def smoothed(text: str) -> str:
    """One spelling for all: NFKC, small letters, no marks above or below."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    if folded.isascii():
        return folded
    return "".join(c for c in folded if not unicodedata.category(c).startswith("M"))


def words_of(text: str) -> list[str]:
    """Every Han character and every other run of letters or digits."""
    return [word[:LONGEST_WORD] for word in WORD.findall(smoothed(text))]


def prepared(*parts: str) -> str:
    """The words of a text with spaces between, as the index keeps them; title, text and so on kept apart."""
    return f" {BREAK} ".join(" ".join(words) for part in parts if (words := words_of(part)))


def phrases_of(typed: str) -> tuple[Phrase, ...]:
    """What somebody looks for: each word, and what stands in quotation marks as it stands. Never an error:
    AND, OR, NEAR are words, an odd quotation mark and signs are nothing."""
    found: list[Phrase] = []
    count = 0
    for text, exact in _pieces(smoothed(typed).translate(QUOTES)):
        words = tuple(words_of(text))[: MOST_WORDS - count]
        phrase = Phrase(words, not exact and bool(words) and _may_go_on(words[-1]))
        if words and phrase not in found and len(found) < MOST_PHRASES:
            found.append(phrase)
            count += len(words)
    return tuple(found)


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Runs of what was typed in their order, and whether each stood in quotation marks."""
    last = 0
    for quoted in QUOTED.finditer(text):
        yield from ((piece, False) for piece in APART.split(text[last : quoted.start()]))
        yield quoted[1], True
        last = quoted.end()
    yield from ((piece, False) for piece in APART.split(text[last:]))


def _may_go_on(word: str) -> bool:
    return len(word) >= OPEN_FROM and word.isalpha()


def for_fts5(phrases: Sequence[Phrase], place: str) -> str:
    """A MATCH of SQLite's FTS5 on the columns `place` and `words`. Words are letters and digits alone."""
    wanted = (f'words : "{" ".join(each.words)}"{" *" * each.open_end}' for each in phrases)
    return " AND ".join([f'place : "{place}"', *wanted])


def any_for_fts5(phrases: Sequence[Phrase], place: str) -> str:
    """The same, where one of them is enough."""
    wanted = " OR ".join(f'words : "{" ".join(each.words)}"' for each in phrases)
    return f'place : "{place}" AND ({wanted})'


def for_tsquery(phrases: Sequence[Phrase]) -> str:
    """A tsquery of PostgreSQL, in its own spelling, past any dictionary of the server."""
    return " & ".join(
        "(" + " <-> ".join(f"'{word}'" for word in each.words) + ":*" * each.open_end + ")"
        for each in phrases
    )


def any_for_tsquery(phrases: Sequence[Phrase]) -> str:
    """The same, where one of them is enough."""
    return " | ".join("(" + " <-> ".join(f"'{word}'" for word in each.words) + ")" for each in phrases)


LAST_POSITION = 16_383
MOST_POSITIONS = 255
"""What a tsvector holds: places beyond the last are the last, and of one word not more than so many."""


def as_tsvector(words: str) -> str:
    """Prepared words as PostgreSQL spells a tsvector of the configuration `simple`."""
    places: dict[str, list[str]] = {}
    for number, word in enumerate(words.split(), 1):
        places.setdefault(word, []).append(str(min(number, LAST_POSITION)))
    return " ".join(f"'{word}':{','.join(each[:MOST_POSITIONS])}" for word, each in places.items())
