"""Ways on from the roll, each only for whom it opens."""

from civic.core.message import Message, say
from civic.people.queries.reach import Reach
from civic.permissions import Permission
from civic.work import UnitOfWork

P = Permission
DOORS: tuple[tuple[Permission, str, Message], ...] = (
    (P.READ_ROLL, "/admin/buildings", say("Buildings and dwellings")),
    (P.IMPORT_ROLL, "/admin/import", say("Import a list")),
    (P.ANSWER_CORRECTION, "/admin/corrections", say("Requests for correction")),
    (P.APPOINT, "/admin/offices", say("Give and end offices")),
    (P.EXPORT_ROLL, "/admin/exports", say("Take a list out")),
    (P.READ_LOOKS, "/admin/looks", say("Who looked at whose data")),
)


def roll_doors(work: UnitOfWork, reach: Reach) -> list[tuple[str, Message]]:
    """Address and name; slips of one's own building stand first, for whoever has one."""
    own = sorted({*reach.buildings, *(building for building, _entrance in reach.entrances)})
    slips = [(f"/admin/slips/{each}", say("Household slips")) for each in own[:1] if len(own) == 1]
    allowed = slips if work.may(P.ISSUE_SLIPS) else []
    return [*allowed, *((path, name) for permission, path, name in DOORS if work.may(permission))]
