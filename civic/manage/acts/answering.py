"""The lead's side: accept or return, report, complete."""

from civic.core.days import days_late
from civic.core.verdict import Verdict
from civic.manage import events
from civic.manage.acts.subject import may_take, standing_of
from civic.manage.rules import OrderPhase
from civic.manage.tables import Progress, WorkOrder
from civic.permissions import Permission, Standing
from civic.propose.tables import Issue
from civic.work import UnitOfWork

P = Permission


def _may(work: UnitOfWork, order: WorkOrder, step: str) -> Verdict:
    leads = work.actor is not None and work.actor.person_id == order.lead_id
    verdict = work.may(P.ANSWER_ORDER, *([Standing.LEAD] if leads else []))
    return verdict.then(lambda: may_take(work, order, step))


def may_accept_work_order(work: UnitOfWork, order: WorkOrder) -> Verdict:
    """Its lead, as long as it is not answered."""
    return _may(work, order, "accept")


def accept_work_order(work: UnitOfWork, order_id: int) -> None:
    """The lead takes it on."""
    order = work.get(WorkOrder, order_id, lock=True)
    may_accept_work_order(work, order).demand()
    work.require(P.ANSWER_ORDER, Standing.LEAD)
    order.phase, order.answered_at = OrderPhase.ACCEPTED.value, work.now
    work.record(events.OrderAccepted(**standing_of(work, work.get(Issue, order.issue_id), order)))


def may_return_work_order(work: UnitOfWork, order: WorkOrder) -> Verdict:
    """Its lead, instead of accepting it."""
    return _may(work, order, "return")


def return_work_order(work: UnitOfWork, order_id: int, reason: str) -> None:
    """Not ours: back to the committee, with a public reason."""
    order = work.get(WorkOrder, order_id, lock=True)
    may_return_work_order(work, order).demand()
    work.require(P.ANSWER_ORDER, Standing.LEAD)
    order.phase, order.answered_at, order.return_reason = OrderPhase.RETURNED.value, work.now, reason
    _put_down(work, order, "return", reason)
    work.record(events.OrderReturned(**standing_of(work, work.get(Issue, order.issue_id), order)))


def may_report_progress(work: UnitOfWork, order: WorkOrder) -> Verdict:
    """Its lead, between accepting and completing it."""
    return _may(work, order, "report")


def report_progress(work: UnitOfWork, order_id: int, text: str) -> None:
    """How far it is; public."""
    order = work.get(WorkOrder, order_id, lock=True)
    may_report_progress(work, order).demand()
    work.require(P.ANSWER_ORDER, Standing.LEAD)
    _put_down(work, order, "report", text)
    work.record(events.ProgressReported(**standing_of(work, work.get(Issue, order.issue_id), order)))


def may_complete_work_order(work: UnitOfWork, order: WorkOrder) -> Verdict:
    """Its lead, once it is accepted."""
    return _may(work, order, "complete")


def complete_work_order(work: UnitOfWork, order_id: int, text: str) -> None:
    """Done, with what proves it; late in the record when its day had passed."""
    order = work.get(WorkOrder, order_id, lock=True)
    may_complete_work_order(work, order).demand()
    work.require(P.ANSWER_ORDER, Standing.LEAD)
    order.phase, order.done_at = OrderPhase.DONE.value, work.now
    _put_down(work, order, "done", text)
    facts = standing_of(work, work.get(Issue, order.issue_id), order)
    work.record(events.OrderCompleted(days_late=days_late(order.due_on, work.today), **facts))


def _put_down(work: UnitOfWork, order: WorkOrder, kind: str, text: str) -> None:
    """Keep what the lead said, with the office it was said in."""
    work.add(
        Progress(
            order_id=order.id, person_id=work.person_id, office=order.lead_office, title=order.lead_title,
            kind=kind, text=text, at=work.now,
        )
    )  # fmt: skip
