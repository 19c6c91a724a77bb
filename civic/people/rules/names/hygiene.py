"""What a name may be made of (security paper, section 1.5: Names)."""

import re
import unicodedata
from itertools import pairwise

from civic.core.message import say
from civic.core.verdict import YES, Verdict, no

LONGEST = 60
DOTS = str.maketrans(dict.fromkeys("•・‧∙⋅･", "·"))
FORBIDDEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})
JOINERS = "\u200c\u200d"
"""Joiners that some scripts need between two letters."""
SCRIPTS = ("LATIN", "CYRILLIC", "GREEK")
"""Whose letters pass for one another's."""


def tidy(name: str) -> str:
    """One spelling: NFC, spaces in a row as one and none around, any middle dot as ·."""
    plain = " ".join(unicodedata.normalize("NFC", name).translate(DOTS).split())
    return re.sub(r"\s*·\s*", "·", plain)


def may_be_name(name: str) -> Verdict:
    """Whether this can stand in the roll as somebody's name; rare Han letters and · may."""
    plain = unicodedata.normalize("NFC", name)
    if not any(unicodedata.category(sign).startswith("L") for sign in plain):
        return no(say("A name needs at least one letter."))
    if len(plain) > LONGEST:
        return no(say("This name is longer than %(n)s characters.", n=LONGEST))
    if any(_hidden(before, sign, after) for before, sign, after in _in_context(plain)):
        return no(say("This name contains signs that cannot be seen; please type it anew."))
    if len(_scripts(plain)) > 1:
        return no(say("This name mixes letters of different scripts that look alike; please type it anew."))
    return YES


def _in_context(plain: str) -> list[tuple[str, str, str]]:
    around = f" {plain} "
    return [
        (before, sign, after) for (before, sign), after in zip(pairwise(around), around[2:], strict=False)
    ]


def _hidden(before: str, sign: str, after: str) -> bool:
    if sign in JOINERS:
        return not all(unicodedata.category(each)[0] in "LM" for each in (before, after))
    return unicodedata.category(sign) in FORBIDDEN


def _scripts(plain: str) -> set[str]:
    """Which of the three scripts its letters belong to, full-width ones too."""
    letters = (unicodedata.name(sign, "") for sign in unicodedata.normalize("NFKC", plain) if sign.isalpha())
    return {script for name in letters for script in SCRIPTS if name.startswith(script)}
