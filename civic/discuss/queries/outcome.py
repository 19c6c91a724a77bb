"""The outcome of a discussion and what became of the comments on it."""

from dataclasses import dataclass, fields
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from civic.discuss.rules import NO_STANCE, Promise
from civic.discuss.tables import Contribution, Outcome
from civic.work import UnitOfWork


@dataclass(frozen=True)
class CommentCount:
    """Comments on an outcome and what became of them."""

    comments: int
    adopted: int
    untreated: int


def comment_count(work: UnitOfWork, topic_id: int) -> CommentCount:
    """How many comments the outcome has, how many were adopted, how many still wait."""
    rows = work.session.execute(
        select(Contribution.adopted, func.count())
        .where(
            Contribution.topic_id == topic_id, Contribution.on_outcome,
            Contribution.stance.not_in(NO_STANCE),
        )
        .group_by(Contribution.adopted)
    )  # fmt: skip
    by = {row[0]: row[1] for row in rows}
    return CommentCount(sum(by.values()), by.get(True, 0), by.get(None, 0))


def outcome_of(work: UnitOfWork, issue_id: int) -> Outcome | None:
    """The outcome of an issue's discussion, if it is written."""
    return work.session.scalar(
        select(Outcome).where(Outcome.community_id == work.community.id, Outcome.issue_id == issue_id)
    )


def promise_of(outcome: Outcome) -> Promise:
    """What an outcome promises, as it was typed."""
    return Promise(**{each.name: getattr(outcome, each.name) for each in fields(Promise)})


def comments_ending(session: Session, community_id: int) -> list[tuple[datetime, int]]:
    """Outcomes whose comment days were not yet written down as over: the instant, the outcome."""
    rows = session.execute(
        select(Outcome.comments_end_at, Outcome.id).where(
            Outcome.community_id == community_id, Outcome.comments_ended_at.is_(None)
        )
    )
    return [(row.comments_end_at, row.id) for row in rows]
