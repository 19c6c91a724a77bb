"""Votes whose roll is fixed and which are not over yet, by who stands on it: what an edit of the roll meets."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from civic.decide.rules.phases import VotePhase
from civic.decide.tables import RollEntry, Vote
from civic.work import UnitOfWork


@dataclass(frozen=True)
class OnRoll:
    """A vote that keeps its roll, whatever is edited now."""

    question: str
    path: str
    opens_at: datetime
    opened: bool
    """Then the roll is final; until then an objection corrects it."""


def rolls_now(work: UnitOfWork, people: Collection[int]) -> Sequence[OnRoll]:
    """Those on whose roll one of these people stands, for themselves and not by an office: one statement."""
    rows = work.session.execute(
        select(Vote.id, Vote.question, Vote.opens_at)
        .where(
            Vote.community_id == work.community.id, Vote.closes_at > work.now,
            Vote.phase.in_([VotePhase.NOTIFIED.value, VotePhase.OPEN.value]),
            Vote.id.in_(
                select(RollEntry.vote_id).where(RollEntry.person_id.in_(list(people)), RollEntry.office == "")
            ),
        )
        .order_by(Vote.opens_at, Vote.id)
    )  # fmt: skip
    return [
        OnRoll(row.question, f"/votes/{row.id}/roll", row.opens_at, row.opens_at <= work.now) for row in rows
    ]
