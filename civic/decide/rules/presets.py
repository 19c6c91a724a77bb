"""The legal presets, shipped as data, and the terms made from them."""

import json
from functools import cache
from importlib.resources import files
from typing import Any

from civic.decide.rules.inherit import resolve
from civic.decide.rules.kinds import Effect, Secrecy
from civic.decide.rules.making import terms_of
from civic.decide.rules.preset import Preset, preset_from
from civic.decide.rules.terms import Terms


@cache
def _rows() -> dict[str, dict[str, Any]]:
    text = files("civic.decide").joinpath("presets.jsonl").read_text(encoding="utf-8")
    rows = (json.loads(line) for line in text.splitlines() if line.strip())
    return {row["id"]: row for row in rows}


def preset_ids() -> tuple[str, ...]:
    """The ids of all presets, in the order of the file."""
    return tuple(_rows())


@cache
def preset(preset_id: str, used: str | None = None) -> Preset:
    """One preset; `used` picks the body where several may act (RES_CHARTER, RC_RECALL).

    KeyError for an unknown id, ValueError for a body that this preset does not offer.
    """
    row = resolve(_rows(), preset_id, used)
    return preset_from(row, used)


def for_vote(
    preset_id: str,
    *,
    used: str | None = None,
    notice_days: int | None = None,
    secrecy: Secrecy | None = None,
    effect: Effect = Effect.BINDING,
) -> Terms:
    """The terms of a vote under a preset.

    `notice_days` may lengthen the notice, `secrecy` fills what the law leaves to the meeting;
    Refusal if the preset decides nothing by vote, or the law already says otherwise.
    """
    return terms_of(preset(preset_id, used), notice_days, secrecy, effect)
