"""What is handed over with an office: what is to be checked in its building or entrance, what its head took on there."""

from collections.abc import Sequence

from civic.core.days import end_of
from civic.core.message import say
from civic.people.tables import Office, OfficeKind
from civic.propose.queries.today import Waiting, unanswered
from civic.propose.reach import Reach
from civic.propose.rules import Phase
from civic.web.asks import shortened
from civic.web.house import Ask
from civic.work import UnitOfWork

HEADS = frozenset({OfficeKind.BUILDING_HEAD, OfficeKind.ENTRANCE_HEAD})
CHECKERS = HEADS | {OfficeKind.GRID_WORKER}


def handed(work: UnitOfWork, office: Office) -> Sequence[Ask]:
    """Submitted issues of the place, for its head also those taken on there; other offices check none of their own: at
    most one statement."""
    if office.kind not in CHECKERS or office.building_id is None:
        return []
    where = (
        Reach(frozenset({office.building_id}))
        if office.entrance is None
        else Reach(frozenset(), frozenset({(office.building_id, office.entrance)}))
    )
    found = unanswered(work, (Phase.SUBMITTED,), where, None, heads=office.kind in HEADS)
    return shortened([_ask(work, each) for each in found], say("Issues of the place"), "/issues")


def _ask(work: UnitOfWork, each: Waiting) -> Ask:
    label = (
        say("Taken on in the building, not settled yet") if each.in_building else say("To check on the spot")
    )
    return Ask(
        "check", each.title, label, f"/issues/{each.reference}", end_of(each.due_on, work.zone),
        say("Issue %(reference)s", reference=each.reference),
    )  # fmt: skip
