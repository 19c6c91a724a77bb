"""Who reads the words of a matter that is not public: pages, photos and acts ask here."""

from typing import Any

from civic.permissions import HEADS, Permission, Standing
from civic.propose.rules.private import is_private, may_read
from civic.work import Actor, UnitOfWork


def reads(work: UnitOfWork, issue: Any) -> bool:
    """Everybody what is public; else the raiser, who entered it, the committee, the supervisors, the head of that
    building or entrance. `issue` is the row, or one with its nature, raiser, collector and place."""
    if not is_private(issue.nature):
        return True
    actor = work.actor
    if actor is None:
        return False
    raiser = issue.raiser_id == actor.person_id
    if not work.may(Permission.READ_PRIVATE, *([Standing.RAISER] if raiser else [])):
        return False
    held = set(actor.standings)
    return may_read(
        raiser=raiser,
        collector=issue.collector_id == actor.person_id,
        everywhere=bool(held & {Standing.COMMITTEE, Standing.SUPERVISOR}),
        heads_here=bool(held & HEADS) and _keeps(actor, issue.building_id, issue.entrance),
    )


def _keeps(actor: Actor, building: int | None, entrance: int | None) -> bool:
    """Narrower than where they check: of a matter of no entrance in particular, the heads of entrances read nothing."""
    return building in actor.buildings or (building, entrance) in actor.entrances
