"""What the acts on work orders share: who issues, whether a step may be taken, what is written down."""

from typing import Any

from civic.core.verdict import Verdict
from civic.manage import rules
from civic.manage.queries.facts import lines_of
from civic.manage.rules import OrderPhase
from civic.manage.tables import WorkOrder
from civic.permissions import Permission, Standing, granted
from civic.propose.rules import Phase
from civic.propose.tables import Issue
from civic.work import UnitOfWork


def orders_as(work: UnitOfWork) -> Standing | None:
    """The office under which the actor issues orders."""
    return granted(Permission.ORDER_WORK, work.standings())


def may_take(work: UnitOfWork, order: WorkOrder, step: str) -> Verdict:
    """Whether the order takes this step now."""
    issue = work.get(Issue, order.issue_id)
    return rules.may_take(step, OrderPhase(order.phase), Phase(issue.phase))


def standing_of(work: UnitOfWork, issue: Issue, order: WorkOrder) -> dict[str, Any]:
    """What every event of an order carries: which one, and how all orders of the issue stand now."""
    work.session.flush()
    return {
        "issue_id": issue.id,
        "order_id": order.id,
        "number": order.number,
        "office": Standing(order.lead_office),
        "managing": issue.phase == Phase.MANAGING.value,
        **vars(rules.outlook(lines_of(work, issue.id))),
    }
