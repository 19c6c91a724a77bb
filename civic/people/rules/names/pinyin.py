"""The first letters of a name in pinyin: 王桂兰 is found by wgl, 单晓 by sx."""

import re
import unicodedata

from civic.people.rules.names.hygiene import tidy
from civic.people.rules.names.surnames import SURNAMES

RUNS = re.compile(r"[^\W\d_]+")
"""Letters of any script in a row; a dot, a space or a dash begins a new part of the name."""


def initials(name: str) -> str:
    """Lower-case a to z; of each Han character the first letter of its pinyin, of a Latin word its first.

    The family name is read as a family name. Letters that nobody can read (rare Han, other scripts) are left
    out. "" for a name without any.
    """
    plain = tidy(name)
    family = next((plain[:size] for size in (2, 1) if plain[:size] in SURNAMES), "")
    if "·" in plain:
        family = ""
    read = [sound[0] for sound in SURNAMES[family].split()] if family else []
    for run in RUNS.findall(plain[len(family) :]):
        read += _letters(run)
    return "".join(read)


def initials_typed(text: str) -> str:
    """What somebody typed into the search, if it can be initials: small letters without spaces; else ""."""
    plain = "".join(unicodedata.normalize("NFKC", text).lower().split())
    return plain if re.fullmatch("[a-z]+", plain) else ""


def _letters(run: str) -> list[str]:
    """Of one run; pinyin takes a Latin word between Han characters as one.

    Its dictionary takes 58 MB: only a process that enters names carries it.
    """
    from pypinyin import Style, lazy_pinyin

    sounds = (_bare(sound) for sound in lazy_pinyin(run, style=Style.FIRST_LETTER))
    return [sound[0] for sound in sounds if sound and "a" <= sound[0] <= "z"]


def _bare(sound: str) -> str:
    """Without accents: Émile is found by e."""
    return "".join(
        sign for sign in unicodedata.normalize("NFKD", sound).lower() if not unicodedata.combining(sign)
    )
