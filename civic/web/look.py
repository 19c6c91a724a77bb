"""How this reader wants to see it: text size, theme, language. A cookie, no account needed."""

from collections.abc import Mapping
from dataclasses import dataclass

SIZES = ("m", "l", "xl")
THEMES = ("auto", "light", "dark", "hc")
LANGUAGES = ("zh_CN", "en")
COOKIE = "civic-look"


@dataclass(frozen=True)
class Look:
    """The three choices."""

    size: str = "m"
    theme: str = "auto"
    language: str = "zh_CN"

    def cookie(self) -> str:
        """As it is kept."""
        return f"{self.size}.{self.theme}.{self.language}"


def read_look(cookies: Mapping[str, str], language: str) -> Look:
    """The reader's choices; whatever is not understood falls back to the community's."""
    size, theme, chosen = ([*cookies.get(COOKIE, "").split("."), "", "", ""])[:3]
    return Look(
        size if size in SIZES else "m",
        theme if theme in THEMES else "auto",
        chosen if chosen in LANGUAGES else language,
    )
