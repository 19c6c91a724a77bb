"""What the product says: one catalogue a room, merged into one a language."""

import gettext
from functools import cache
from pathlib import Path

WORDS = Path(__file__).parent
DOMAIN = "civic"


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    if language == "en":
        return gettext.NullTranslations()
    return gettext.translation(DOMAIN, localedir=WORDS, languages=[language])


def written(text: str, language: str) -> str:
    """A sentence without parameters in a language, for what is written down once for all readers."""
    return _catalogue(language).gettext(text)
