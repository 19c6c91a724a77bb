"""Merge the rooms' catalogues into one a language: `python -m civic.words.compile`."""

import sys
from collections.abc import Iterator
from pathlib import Path

from civic.words import DOMAIN, WORDS


class Contradiction(Exception):
    """Two rooms translate one sentence differently; a context would tell them apart."""


def compile_words(words: Path = WORDS) -> list[Path]:
    """Bring every language up to date; returns the files that were written."""
    stale = (folder for folder in sorted(words.iterdir()) if folder.is_dir() and _is_stale(folder))
    return [_compile(folder) for folder in stale]


def _is_stale(folder: Path) -> bool:
    target = _target(folder)
    sources = [folder, Path(__file__), *folder.glob("*.po")]  # the folder: a file was taken away
    return len(sources) > 2 and (
        not target.exists() or target.stat().st_mtime < max(source.stat().st_mtime for source in sources)
    )


def _target(folder: Path) -> Path:
    return folder / "LC_MESSAGES" / f"{DOMAIN}.mo"


def _compile(folder: Path) -> Path:
    from babel.messages.catalog import Catalog
    from babel.messages.mofile import write_mo

    merged = Catalog(locale=folder.name)
    seen: dict[tuple[str | None, str], tuple[object, str]] = {}
    for room, context, msgid, string in _messages(folder):
        key = (context, msgid if isinstance(msgid, str) else msgid[0])
        before, where = seen.setdefault(key, (string, room))
        if before != string:
            raise Contradiction(f"{key[1]!r} is {before!r} in {where} but {string!r} in {room}")
        merged.add(msgid, string, context=context)
    target = _target(folder)
    target.parent.mkdir(exist_ok=True)
    fresh = target.with_suffix(".new")
    with fresh.open("wb") as out:
        write_mo(out, merged)
    fresh.replace(target)
    return target


_Text = str | tuple[str, ...]


def _messages(folder: Path) -> Iterator[tuple[str, str | None, _Text, _Text]]:
    from babel.messages.pofile import read_po

    for source in sorted(folder.glob("*.po")):
        with source.open("rb") as lines:
            for message in read_po(lines, locale=folder.name):
                if message.id and message.string and not message.fuzzy:
                    yield (
                        source.name,
                        message.context,
                        _text(message.id),
                        _text(message.string),
                    )


def _text(value: object) -> _Text:
    return value if isinstance(value, str) else tuple(value)  # type: ignore[arg-type]


def main() -> int:
    """Compile what is out of date; a contradiction is told and refused."""
    try:
        compile_words()
    except Contradiction as contradiction:
        print(f"civic/words: {contradiction}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
