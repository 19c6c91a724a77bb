"""What the acts ask before they change anything: postings, resolutions, the orders of an issue."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select

from civic.decide.tables import Vote
from civic.discuss.tables import Outcome
from civic.manage.rules import OPEN, Line, OrderPhase
from civic.manage.tables import WorkOrder
from civic.notices.tables import Notice
from civic.permissions import Standing
from civic.work import UnitOfWork


@dataclass(frozen=True)
class Promised:
    """The promise of an outcome: how one sees it, who answers for it, by when, money in fen, who pays."""

    criterion: str
    duty: str
    deadline_on: date | None
    cost_fen: int
    payer: str


def posting_ends_at(work: UnitOfWork, issue_id: int) -> datetime | None:
    """When the posting of an outcome or a result that hangs now ends."""
    return work.session.scalar(
        select(func.max(Notice.ends_at)).where(
            Notice.community_id == work.community.id,
            Notice.issue_id == issue_id,
            Notice.subject.in_(["outcome", "provisional", "result"]),
            Notice.ends_at > work.now,
        )
    )


def resolution_of(work: UnitOfWork, issue_id: int) -> int | None:
    """The adopted and final vote that orders of this issue carry out."""
    return work.session.scalar(
        select(func.max(Vote.id)).where(
            Vote.community_id == work.community.id,
            Vote.issue_id == issue_id,
            Vote.outcome == "adopted",
            Vote.finalised_at.is_not(None),
        )
    )


def promised(work: UnitOfWork, issue_id: int) -> Promised | None:
    """What the outcome of the discussion promised, for whoever gives out the work; None without one."""
    row = work.session.execute(
        select(Outcome.criterion, Outcome.duty, Outcome.deadline_on, Outcome.cost_fen, Outcome.payer).where(
            Outcome.community_id == work.community.id, Outcome.issue_id == issue_id, Outcome.criterion != ""
        )
    ).one_or_none()
    return Promised(*row) if row else None


def lines_of(work: UnitOfWork, issue_id: int) -> list[Line]:
    """All orders of an issue, for its outlook."""
    rows = work.session.execute(
        select(
            WorkOrder.id, WorkOrder.lead_office, WorkOrder.phase, WorkOrder.due_on, WorkOrder.cost_fen
        ).where(WorkOrder.community_id == work.community.id, WorkOrder.issue_id == issue_id)
    )
    return [
        Line(row.id, Standing(row.lead_office), OrderPhase(row.phase), row.due_on, row.cost_fen)
        for row in rows
    ]


def earliest_due(work: UnitOfWork, issue_id: int) -> date | None:
    """The day that the first open order of an issue is due; None when none is open."""
    return work.session.scalar(
        select(func.min(WorkOrder.due_on)).where(
            WorkOrder.community_id == work.community.id,
            WorkOrder.issue_id == issue_id,
            WorkOrder.phase.in_(OPEN),
        )
    )


def unfinished(work: UnitOfWork, issue_id: int) -> list[int]:
    """Numbers of the orders that are still open."""
    rows = work.session.scalars(
        select(WorkOrder.number)
        .where(
            WorkOrder.community_id == work.community.id,
            WorkOrder.issue_id == issue_id,
            WorkOrder.phase.in_(OPEN),
        )
        .order_by(WorkOrder.number)
    )
    return list(rows)
