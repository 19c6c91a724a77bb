"""What is handed over with an office: demands about its holder's work orders that wait for an answer."""

from collections.abc import Sequence

from sqlalchemy import select

from civic.core.days import end_of
from civic.core.message import say
from civic.manage.tables import WorkOrder
from civic.people.tables import Office
from civic.propose.tables import Issue
from civic.supervise.tables import Demand
from civic.web.asks import shortened
from civic.web.house import Ask
from civic.work import UnitOfWork


def handed(work: UnitOfWork, office: Office) -> Sequence[Ask]:
    """Unanswered demands, the first due on top: one statement."""
    rows = work.session.execute(
        select(Demand.id, Demand.due_on, Issue.reference, Issue.title)
        .join(WorkOrder, WorkOrder.id == Demand.order_id)
        .join(Issue, Issue.id == Demand.issue_id)
        .where(
            Demand.community_id == work.community.id, Demand.answered_at.is_(None),
            WorkOrder.lead_id == office.person_id, WorkOrder.lead_office == office.kind,
        )
        .order_by(Demand.due_on, Demand.id)
    )  # fmt: skip
    asks = [
        Ask(
            "answer", row.title, say("Demand to answer"), f"/issues/{row.reference}/demands/{row.id}",
            end_of(row.due_on, work.zone), say("Issue %(reference)s", reference=row.reference),
        )
        for row in rows
    ]  # fmt: skip
    return shortened(asks, say("Demands without an answer"), "/supervision?list=demands")
