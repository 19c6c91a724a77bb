"""How a preset takes over what it does not say itself: the word `as`."""

from collections.abc import Mapping
from typing import Any

Row = Mapping[str, Any]


def resolve(rows: Mapping[str, Row], preset_id: str, used: str | None = None) -> dict[str, Any]:
    """The row with its parent's values filled in.

    Where `as` is a list, `used` names the one that was used (else the first): RES_CHARTER,
    RC_RECALL. Recall by representatives has a quorum of its own (Residents' Committees, art. 20).
    KeyError for an unknown id, ValueError for a `used` that the list does not have.
    """
    row = dict(rows[preset_id])
    parent = row.get("as")
    if parent is None:
        return row
    if isinstance(parent, list):
        parent = _pick(parent, used)
    if parent == "RC_ELECT_REP" and "q_if_reps" in row:
        row["q"] = row["q_if_reps"]
    return {**resolve(rows, parent), **row}


def _pick(choices: list[str], used: str | None) -> str:
    if used is None:
        return choices[0]
    if used not in choices:
        raise ValueError(f"{used} is none of {choices}")
    return used
