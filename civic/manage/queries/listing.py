"""The list of work orders: mine first, late ones first."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, case, func, select, true

from civic.core.message import Message
from civic.manage.queries.leads import who
from civic.manage.rules import OPEN, OrderPhase, late_by
from civic.manage.tables import WorkOrder
from civic.propose.tables import Issue
from civic.work import UnitOfWork

PER_PAGE = 20
STATES = ("open", "late", "mine", "done")


@dataclass(frozen=True, slots=True)
class Listed:
    """One order in a list."""

    ident: int
    number: int
    task: str
    lead: Message | str
    phase: OrderPhase
    due_on: date
    late_days: int
    mine: bool
    reference: str
    title: str


def listed(work: UnitOfWork, state: str, page_no: int) -> list[Listed]:
    """One page; the reader's own orders first, then by the day they are due. One statement."""
    newest_first = state == "done"
    rows = work.session.execute(
        select(
            WorkOrder.id, WorkOrder.number, WorkOrder.task, WorkOrder.lead_id, WorkOrder.lead_office,
            WorkOrder.lead_title, WorkOrder.phase, WorkOrder.due_on, Issue.reference, Issue.title,
        )
        .join(Issue, Issue.id == WorkOrder.issue_id)
        .where(WorkOrder.community_id == work.community.id, _wanted(work, state))
        .order_by(
            case((_mine(work), 0), else_=1),
            WorkOrder.done_at.desc() if newest_first else WorkOrder.due_on,
            WorkOrder.id,
        )
        .limit(PER_PAGE)
        .offset((page_no - 1) * PER_PAGE)
    )  # fmt: skip
    return [_listed(work, row) for row in rows]


def _listed(work: UnitOfWork, row: Any) -> Listed:
    phase, me = OrderPhase(row.phase), work.actor.person_id if work.actor else None
    return Listed(
        row.id, row.number, row.task, who(row.lead_office, row.lead_title), phase, row.due_on,
        late_by(phase, row.due_on, work.today), row.lead_id == me, row.reference, row.title,
    )  # fmt: skip


def _mine(work: UnitOfWork) -> ColumnElement[bool]:
    return WorkOrder.lead_id == (work.actor.person_id if work.actor else -1)


def _wanted(work: UnitOfWork, state: str) -> ColumnElement[bool]:
    is_open = WorkOrder.phase.in_(OPEN)
    return {
        "late": is_open & (WorkOrder.due_on < work.today),
        "mine": is_open & _mine(work),
        "done": WorkOrder.phase == OrderPhase.DONE.value,
    }.get(state, is_open)


def counts(work: UnitOfWork) -> dict[str, int]:
    """How many are open, late, the reader's own, done: one statement."""
    row = work.session.execute(
        select(*(func.count().filter(_wanted(work, state)).label(state) for state in STATES))
        .select_from(WorkOrder)
        .where(WorkOrder.community_id == work.community.id, true())
    ).one()
    return {state: getattr(row, state) for state in STATES}
