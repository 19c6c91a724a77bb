"""Demand an answer about lateness 督办, and answer it in public."""

from datetime import date

from civic.core.days import days_late
from civic.core.errors import NotFound
from civic.core.verdict import Verdict
from civic.permissions import Permission
from civic.propose.rules import Phase
from civic.propose.tables import Issue
from civic.supervise.events import DemandAnswered, DemandMade
from civic.supervise.queries import orders, promises
from civic.supervise.queries.orders import Orders
from civic.supervise.rules import lateness as rules
from civic.supervise.rules.promise import Promise
from civic.supervise.standing import as_lead
from civic.supervise.tables import Demand
from civic.work import UnitOfWork

P = Permission


def may_make_demand(work: UnitOfWork, issue: Issue, found: Orders, promise: Promise | None) -> Verdict:
    """The supervisory committee, while a work order is overdue or a day of the promise was late."""
    late = bool(found.late(work.today)) or bool(promise and promise.late)
    return work.may(P.DEMAND).then(lambda: rules.may_demand(Phase(issue.phase), late=late))


def make_demand(work: UnitOfWork, issue_id: int, *, order_id: int | None, text: str, due_on: date) -> Demand:
    """About one overdue work order, or (no order) about late days of the promise."""
    issue = work.get(Issue, issue_id, lock=True)
    found = orders.orders_of(work, issue.id)
    watched = promises.newest_watch(work, issue.id)
    promise = watched.promise if watched else None
    may_make_demand(work, issue, found, promise).demand()
    late = _lateness(work, found, order_id, promise)
    rules.may_demand(Phase(issue.phase), late=late is not None).demand()
    rules.may_set_due(due_on, work.today).demand()
    work.require(P.DEMAND)
    demand = work.add(
        Demand(
            issue_id=issue.id, order_id=order_id, number=orders.next_number(work, issue.id), text=text,
            days_late=late or 0, due_on=due_on, made_at=work.now,
        )
    )  # fmt: skip
    work.record(
        DemandMade(
            issue_id=issue.id, demand_id=demand.id, number=demand.number, days_late=demand.days_late,
            due_on=due_on,
        )
    )  # fmt: skip
    return demand


def _lateness(work: UnitOfWork, found: Orders, order_id: int | None, promise: Promise | None) -> int | None:
    """By how many days the order is late; 0 for a late day of the promise; None if nothing is."""
    if order_id is None:
        return 0 if promise and promise.late else None
    order = found.find(order_id)
    if order is None:
        raise NotFound
    return order.days_late(work.today) or None


def may_answer_demand(work: UnitOfWork, demand: Demand, found: Orders) -> Verdict:
    """Whoever leads the work, or the committee; once."""
    lead = as_lead(work, found, demand.order_id)
    return work.may(P.ANSWER_DEMAND, *lead).then(
        lambda: rules.may_answer(answered=demand.answered_at is not None)
    )


def answer_demand(work: UnitOfWork, demand_id: int, answer: str) -> None:
    """The public answer; a late one is called late."""
    demand = work.get(Demand, demand_id, lock=True)
    found = orders.orders_of(work, demand.issue_id)
    may_answer_demand(work, demand, found).demand()
    work.require(P.ANSWER_DEMAND, *as_lead(work, found, demand.order_id))
    demand.answer, demand.answered_at, demand.answered_role = answer, work.now, work.role
    watched = promises.newest_watch(work, demand.issue_id)
    running = watched and Phase(work.get(Issue, demand.issue_id).phase) is Phase.WATCHED
    work.record(
        DemandAnswered(
            issue_id=demand.issue_id, demand_id=demand.id, number=demand.number,
            days_late=days_late(demand.due_on, work.today),
            watched_until_on=watched.promise.last_on if watched and running else None,
        )
    )  # fmt: skip
