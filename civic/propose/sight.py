"""Whether a reader is shown the building of an issue whose raiser asked that it be not shown to the public."""

from civic.permissions import Permission, Standing
from civic.propose.reach import covers
from civic.propose.tables import Issue
from civic.work import UnitOfWork


def sees_building(work: UnitOfWork, issue: Issue) -> bool:
    """Everybody where nothing was asked; else whoever raised or entered it, the committee, and whoever checks
    there."""
    if not issue.hide_building:
        return True
    if work.actor is None:
        return False
    if work.actor.person_id in {issue.raiser_id, issue.collector_id} or work.may(Permission.SETTLE):
        return True
    everywhere = Standing.GRID_WORKER in work.actor.standings
    return bool(work.may(Permission.VERIFY)) and (
        everywhere or covers(work.actor, issue.building_id, issue.entrance)
    )
