"""What waits for supervision, the longest overdue first: one statement a list, each with its total."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, exists, func, select
from sqlalchemy.orm import aliased

from civic.core.days import day_of, days_late
from civic.manage.tables import WorkOrder
from civic.propose.rules import OVER, Phase
from civic.propose.tables import Issue
from civic.supervise.queries.orders import OPEN
from civic.supervise.tables import CloseOut, Demand, Observation, Watch
from civic.work import UnitOfWork


@dataclass(frozen=True)
class Waiting:
    """One thing on the list: which issue, which document, since or until when."""

    reference: str
    title: str
    number: int
    about: str
    person_id: int | None
    day: date
    late_days: int


@dataclass(frozen=True)
class Listed:
    """One page of a list and how long the list is."""

    rows: list[Waiting]
    total: int


def _listed(
    work: UnitOfWork, statement: Select[*tuple[Any, ...]], page_no: int, per_page: int, *, late: bool
) -> Listed:
    rows = work.session.execute(
        statement.add_columns(func.count().over().label("total"))
        .limit(per_page)
        .offset((page_no - 1) * per_page)
    ).all()
    found = [
        Waiting(
            r.reference, r.title, r.number, r.about, r.person_id, day := _day(r.day, work),
            days_late(day, work.today) if late else 0,
        )
        for r in rows
    ]  # fmt: skip
    return Listed(found, rows[0].total if rows else 0)


def _day(value: date | datetime, work: UnitOfWork) -> date:
    return day_of(value, work.zone) if isinstance(value, datetime) else value


def late_orders(work: UnitOfWork, page_no: int = 1, per_page: int = 20) -> Listed:
    """Work orders past their day, the oldest first."""
    return _listed(work, _late_orders(work), page_no, per_page, late=True)


def undemanded_orders(work: UnitOfWork, page_no: int = 1, per_page: int = 20) -> Listed:
    """Of these, those of live issues about which no demand waits for its answer."""
    demanded = exists().where(Demand.order_id == WorkOrder.id, Demand.answered_at.is_(None))
    statement = _late_orders(work).where(Issue.status.not_in(sorted(OVER)), ~demanded)
    return _listed(work, statement, page_no, per_page, late=True)


def _late_orders(work: UnitOfWork) -> Select[*tuple[Any, ...]]:
    return (
        select(
            Issue.reference, Issue.title, WorkOrder.id.label("number"), WorkOrder.task.label("about"),
            WorkOrder.lead_id.label("person_id"), WorkOrder.due_on.label("day"),
        )
        .join(Issue, Issue.id == WorkOrder.issue_id)
        .where(
            WorkOrder.community_id == work.community.id,
            WorkOrder.phase.in_(sorted(OPEN)),
            WorkOrder.due_on < work.today,
        )
        .order_by(WorkOrder.due_on, WorkOrder.id)
    )  # fmt: skip


def open_demands(work: UnitOfWork, page_no: int = 1, per_page: int = 20) -> Listed:
    """Demands without an answer, the longest due first; those not yet late come last."""
    statement = (
        select(
            Issue.reference, Issue.title, Demand.id.label("number"), Demand.text.label("about"),
            WorkOrder.lead_id.label("person_id"), Demand.due_on.label("day"),
        )
        .join(Issue, Issue.id == Demand.issue_id)
        .outerjoin(WorkOrder, WorkOrder.id == Demand.order_id)
        .where(Demand.community_id == work.community.id, Demand.answered_at.is_(None))
        .order_by(Demand.due_on, Demand.id)
    )  # fmt: skip
    return _listed(work, statement, page_no, per_page, late=True)


def waiting_close_outs(work: UnitOfWork, page_no: int = 1, per_page: int = 20) -> Listed:
    """Close-outs that wait for a key, the oldest first; `person_id` is whoever turned one of them."""
    statement = (
        select(
            Issue.reference, Issue.title, CloseOut.id.label("number"), CloseOut.proof.label("about"),
            func.coalesce(CloseOut.first_key_id, CloseOut.second_key_id).label("person_id"),
            CloseOut.asked_at.label("day"),
        )
        .join(Issue, Issue.id == CloseOut.issue_id)
        .where(
            CloseOut.community_id == work.community.id,
            CloseOut.closed_at.is_(None),
            CloseOut.refused_at.is_(None),
        )
        .order_by(CloseOut.asked_at, CloseOut.id)
    )  # fmt: skip
    return _listed(work, statement, page_no, per_page, late=False)


def unseen_watches(work: UnitOfWork, page_no: int = 1, per_page: int = 20) -> Listed:
    """Promises being watched at which nobody looked today; `day` is the last of the watch."""
    seen = exists().where(Observation.watch_id == Watch.id, Observation.day == work.today)
    statement = _watches(work).where(Watch.first_on <= work.today, Watch.last_on >= work.today, ~seen)
    return _listed(work, statement, page_no, per_page, late=False)


def ended_watches(work: UnitOfWork, page_no: int = 1, per_page: int = 20) -> Listed:
    """Watches whose last day has gone and that nobody has asked to close."""
    statement = _watches(work).where(Watch.last_on < work.today)
    return _listed(work, statement, page_no, per_page, late=True)


def closable_watches(work: UnitOfWork, page_no: int = 1, per_page: int = 20) -> Listed:
    """Of these, those whose work orders are all done: it can be asked to close them."""
    undone = exists().where(WorkOrder.issue_id == Issue.id, WorkOrder.phase.in_(sorted(OPEN)))
    statement = _watches(work).where(Watch.last_on < work.today, ~undone)
    return _listed(work, statement, page_no, per_page, late=True)


def _watches(work: UnitOfWork) -> Select[*tuple[Any, ...]]:
    """The newest watch of each issue that is watched."""
    newer = aliased(Watch)
    return (
        select(
            Issue.reference, Issue.title, Watch.id.label("number"), Watch.criterion.label("about"),
            Issue.raiser_id.label("person_id"), Watch.last_on.label("day"),
        )
        .join(Issue, Issue.id == Watch.issue_id)
        .where(
            Watch.community_id == work.community.id,
            Issue.phase == Phase.WATCHED.value,
            ~exists().where(newer.issue_id == Watch.issue_id, newer.id > Watch.id),
        )
        .order_by(Watch.last_on, Watch.id)
    )  # fmt: skip
