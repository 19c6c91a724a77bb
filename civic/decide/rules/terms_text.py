"""Terms as canonical JSON: what is frozen, hashed, printed and checked by others."""

import dataclasses
import hashlib
import json
import unicodedata
from typing import Any

from civic.core.share import Share
from civic.decide.rules.kinds import Base, Counter, Effect, Secrecy
from civic.decide.rules.terms import Shares, Terms


def terms_json(terms: Terms) -> str:
    """The terms as JSON text: sorted keys, no spaces, no floats, NFC (counting: rules frozen)."""
    values = {f.name: _plain(getattr(terms, f.name)) for f in dataclasses.fields(terms)}
    text = json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return unicodedata.normalize("NFC", text)


def terms_from_json(text: str) -> Terms:
    """The terms that such a text tells of; ValueError, KeyError or TypeError if it is none."""
    values: dict[str, Any] = json.loads(text)
    return Terms(
        **values
        | {
            "counters": tuple(Counter(c) for c in values["counters"]),
            "quorum": _shares(values["quorum"]),
            "quorum_base": Base(values["quorum_base"]),
            "approval": _shares(values["approval"]),
            "approval_base": Base(values["approval_base"]),
            "secrecy": Secrecy(values["secrecy"]),
            "effect": Effect(values["effect"]),
        }
    )


def terms_hash(terms: Terms) -> str:
    """SHA-256 of the canonical text, in hex: the decision id that everyone is shown."""
    return hashlib.sha256(terms_json(terms).encode()).hexdigest()


def _shares(pairs: list[list[str]]) -> Shares:
    return tuple((Counter(counter), Share.parse(share)) for counter, share in pairs)


def _plain(value: Any) -> Any:
    if isinstance(value, float):
        raise TypeError("no floats in the terms")
    if isinstance(value, Share):
        return str(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value
