"""What the actor is to an issue: its raiser, the lead of its work, affected by it."""

from civic.core.verdict import YES, Verdict
from civic.people.queries.helping import helper_standings
from civic.people.rules.helping import Party, may_use
from civic.permissions import Permission, Standing
from civic.propose.tables import Issue
from civic.supervise.queries.orders import Orders, orders_of
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


def may_judge(work: UnitOfWork, permission: Permission, issue: Issue) -> Verdict:
    """Whether whoever acts here in another's place may judge this work: not those whose work it is.
    No statement for whoever acts themselves."""
    if work.actor is None or work.actor.helper_id is None:
        return YES
    held = helper_standings(work)
    if work.actor.helper_id in orders_of(work, issue.id).leads:
        held |= {Standing.LEAD}
    return may_use(permission, Party(of_age=True, standings=held))
