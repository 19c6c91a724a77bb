"""What the page of a draft shows: its text, what each version changed, the amendments text against text."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from civic.core.days import day_of, days_late
from civic.core.message import Message
from civic.discuss import acts
from civic.discuss.queries import drafting as found
from civic.discuss.rules import Piece, difference
from civic.discuss.rules.drafting import OPEN, STATES, TAKEN_BACK, passages
from civic.discuss.spoken import OFFICES
from civic.discuss.tables import Amendment, DraftVersion
from civic.work import UnitOfWork


@dataclass(frozen=True)
class Version:
    """A version and what it changed against the one before."""

    number: int
    on: date
    why: str
    pieces: list[Piece]
    """Empty for the first."""


def versions(work: UnitOfWork, rows: list[DraftVersion]) -> list[Version]:
    """The newest first, each against the one before."""
    before = [*(each.text for each in rows[1:]), ""][: len(rows)]
    return [
        Version(
            row.number, day_of(row.at, work.zone), row.why, difference(old, row.text) if old else []
        )
        for row, old in zip(rows, before, strict=True)
    ]  # fmt: skip


def amendment(work: UnitOfWork, row: Amendment) -> dict[str, Any]:
    """One, with both texts: what is taken out marked in the old, what is added in the new."""
    pieces = difference(row.old, row.new) if row.state != TAKEN_BACK else []
    until = day_of(row.answered_at, work.zone) if row.answered_at else work.today
    return {
        "id": row.id,
        "version": row.version,
        "who": row.shown_as,
        "office": OFFICES[row.role],
        "on": day_of(row.at, work.zone),
        "state": row.state,
        "state_words": STATES[row.state],
        "old": [each for each in pieces if each.kind != "added"],
        "new": [each for each in pieces if each.kind != "gone"],
        "why": row.why,
        "answer": row.answer,
        "answered_on": until if row.answered_at else None,
        "due_on": row.due_on,
        "late": days_late(row.due_on, until) if row.state in _ANSWERABLE else 0,
        "may_answer": acts.may_answer_amendment(work, row),
        "may_withdraw": acts.may_withdraw_amendment(work, row),
        "unread": acts.may_see_amendment_answer(work, row),
    }


_ANSWERABLE = {OPEN, "accepted", "declined"}
"""Where lateness is the committee's."""


def options_of(draft: DraftVersion) -> list[tuple[str, Message | str]]:
    """The paragraphs to choose from, by number of the version and place."""
    return [(f"{draft.number}.{place}", words) for place, words in enumerate(passages(draft.text))]


def page_of(work: UnitOfWork, topic_id: int, page_no: int) -> dict[str, Any]:
    """Versions and amendments: two statements."""
    rows = found.draft_versions(work, topic_id)
    return {
        "draft": rows[0] if rows else None,
        "passages": passages(rows[0].text) if rows else [],
        "versions": versions(work, rows),
        "amendments": [amendment(work, row) for row in found.amendments_to(work, topic_id, page_no)],
    }
