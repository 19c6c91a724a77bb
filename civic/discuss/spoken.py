"""What a list of contributions shows, drawn up so that two hundred of them cost little."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from markupsafe import Markup

from civic.core.message import Message, say_p
from civic.discuss.queries import Said
from civic.discuss.rules import GROUNDS, REPLIES_SHOWN, REPLY, STANCES, WITHDRAWN
from civic.permissions import NAMES, NEIGHBOURS, Standing
from civic.web.filters import day
from civic.web.words import text_of
from civic.work import UnitOfWork


class Words(dict[str, str]):
    """Words of the present reader, each looked up once a page however often it stands there."""

    def __init__(self, said: dict[str, Message]) -> None:
        super().__init__()
        self.said = said

    def __missing__(self, key: str) -> str:
        self[key] = text_of(self.said[key])
        return self[key]


class Days(dict[date, Markup]):
    """Days of the present reader, each written once a page."""

    def __missing__(self, key: date) -> Markup:
        self[key] = day(key)
        return self[key]


OFFICES = {s.value: NAMES[s] if s not in NEIGHBOURS else Message("") for s in Standing}
"""What stands beside a name: the office it was said in; nothing beside a neighbour's."""

SIDES = {**STANCES, REPLY: say_p("stance", "Reply"), WITHDRAWN: say_p("stance", "Withdrawn")}
"""What stands before a name."""

Line = tuple[Any, ...]
"""A template unpacks a tuple without looking up a name in each row: number, stance, who, role, day, words, on the
outcome or not, adopted or not and in which words, and what is more to say: nothing, or (replies, changes, ground, reason, answers)."""


def spoken(
    work: UnitOfWork, rows: Sequence[Said], replies: Iterable[Said] = (), *, answering: bool = False
) -> dict[str, Any]:
    """Rows newest first, replies among them or apart, newest first too; and the words that repeat in them.

    `answering`: whether the reader may reply now.
    """
    lines, under = _lines((*rows, *replies), work.zone)
    return {
        "rows": lines,
        "under": under,
        "stances": Words(SIDES),
        "offices": Words(OFFICES),
        "grounds": Words(GROUNDS),
        "days": Days(),
        "answering": answering,
        "shown": REPLIES_SHOWN,
    }


def answers(work: UnitOfWork, rows: Sequence[Said]) -> dict[str, Any]:
    """Replies of one contribution alone, in the order they came."""
    said = spoken(work, rows[::-1])
    return {**said, "rows": next(iter(said["under"].values()), [])}


def _lines(rows: Iterable[Said], zone: ZoneInfo) -> tuple[list[Line], dict[int, list[Line]]]:
    """What stands by itself, and the replies under each, in the order they came. Rows are unpacked, not asked."""
    lines: list[Line] = []
    under: dict[int, list[Line]] = defaultdict(list)
    for (
        ident,
        who,
        role,
        stance,
        html,
        at,
        on_outcome,
        adopted,
        treatment,
        parent,
        replies,
        edits,
        ground,
        because,
    ) in rows:
        more = (replies, edits, ground, because) if replies or edits or ground else None
        # Hidden words stay below.
        words = "" if ground else as_written(html)
        line = (
            ident,
            stance,
            who,
            role,
            at.astimezone(zone).date(),
            words,
            on_outcome,
            adopted,
            treatment,
            more,
        )
        if parent is None:
            lines.append(line)
        else:
            under[parent].insert(0, line)
    return lines, under


def as_written(html: str) -> Markup:
    """Escaped when it was written (`rules.paragraphs`)."""
    return Markup(html)  # noqa: S704
