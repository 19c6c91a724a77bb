"""What the actor is to an issue: its raiser, the lead of its work, affected by it."""

from civic.permissions import Standing
from civic.propose.tables import Issue
from civic.supervise.queries.orders import Orders
from civic.supervise.queries.ratings import Rater
from civic.work import UnitOfWork


def as_raiser(work: UnitOfWork, issue: Issue) -> tuple[Standing, ...]:
    """RAISER if the actor raised it."""
    return (Standing.RAISER,) if work.actor and work.actor.person_id == issue.raiser_id else ()


def as_lead(work: UnitOfWork, found: Orders, order_id: int | None = None) -> tuple[Standing, ...]:
    """LEAD if the actor leads that order, or (no order named) any order of the issue."""
    leads = {order.lead_id for order in found.all if order_id in {None, order.id}}
    return (Standing.LEAD,) if work.actor and work.actor.person_id in leads else ()


def as_rater(work: UnitOfWork, issue: Issue, rater: Rater) -> tuple[Standing, ...]:
    """RAISER, AFFECTED, both or neither."""
    return as_raiser(work, issue) + (Standing.AFFECTED,) * rater.affected
