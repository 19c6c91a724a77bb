"""Whether a reader is shown the building of an issue: not where its raiser asked otherwise, nor of a private matter."""

from civic.permissions import Permission, Standing
from civic.propose.reach import covers
from civic.propose.readers import reads
from civic.propose.tables import Issue
from civic.work import UnitOfWork


def sees_building(work: UnitOfWork, issue: Issue) -> bool:
    """Everybody where nothing was asked; else whoever raised or entered it, the committee, and whoever checks
    there. Of a private matter whoever reads its words: in a house of few tenants the building would name one."""
    if not reads(work, issue):
        return False
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
