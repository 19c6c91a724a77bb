"""The shape of a receipt code: it proves that a ballot is counted and names no choice."""

import re

from civic.decide.rules.kinds import Secrecy

NAMED_LENGTH = 8
SECRET_LENGTH = 16
_SHAPE = re.compile(r"[0-9A-HJKMNP-TV-Z]+")
_MISREAD = str.maketrans("OIL", "011")


def receipt_length(secrecy: Secrecy) -> int:
    """Signs of a code: 16 for a secret ballot (8 a side, so that no two meet), else 8 (counting, modes)."""
    return SECRET_LENGTH if secrecy is Secrecy.SECRET else NAMED_LENGTH


def tidy_receipt(typed: str) -> str | None:
    """The code that somebody typed: spaces and hyphens dropped, O I L read as 0 1 1; None if it is none."""
    code = re.sub(r"[\s-]+", "", typed).upper().translate(_MISREAD)
    return code if len(code) in (NAMED_LENGTH, SECRET_LENGTH) and _SHAPE.fullmatch(code) else None


def printed_receipt(code: str) -> str:
    """The code in groups of four, for the eye and the voice: 7K4M 29QX."""
    return " ".join(code[i : i + 4] for i in range(0, len(code), 4))
