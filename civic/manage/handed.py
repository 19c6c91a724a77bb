"""What is handed over with an office: the work orders that its holder leads."""

from collections.abc import Sequence

from sqlalchemy import select

from civic.core.days import end_of
from civic.core.message import say
from civic.manage.rules import OrderPhase
from civic.manage.tables import WorkOrder
from civic.people.tables import Office
from civic.propose.tables import Issue
from civic.web.asks import shortened
from civic.web.house import Ask
from civic.work import UnitOfWork


def handed(work: UnitOfWork, office: Office) -> Sequence[Ask]:
    """Orders that went to the holder in this office and are not done: one statement."""
    rows = work.session.execute(
        select(WorkOrder.id, WorkOrder.task, WorkOrder.due_on, Issue.reference)
        .join(Issue, Issue.id == WorkOrder.issue_id)
        .where(
            WorkOrder.community_id == work.community.id, WorkOrder.lead_id == office.person_id,
            WorkOrder.lead_office == office.kind,
            WorkOrder.phase.in_([OrderPhase.ISSUED.value, OrderPhase.ACCEPTED.value]),
        )
        .order_by(WorkOrder.due_on, WorkOrder.id)
    )  # fmt: skip
    asks = [
        Ask(
            "answer", row.task, say("Work order"), f"/work-orders/{row.id}", end_of(row.due_on, work.zone),
            say("Issue %(reference)s", reference=row.reference),
        )
        for row in rows
    ]  # fmt: skip
    return shortened(asks, say("Work orders"), "/work-orders")
