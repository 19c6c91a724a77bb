"""What is handed over with an office: what is to be checked in its building or entrance."""

from collections.abc import Sequence

from civic.core.days import end_of
from civic.core.message import say
from civic.people.tables import Office, OfficeKind
from civic.propose.queries.today import unanswered
from civic.propose.reach import Reach
from civic.propose.rules import Phase
from civic.web.house import Ask
from civic.work import UnitOfWork

MOST = 10
CHECKERS = frozenset({OfficeKind.BUILDING_HEAD, OfficeKind.ENTRANCE_HEAD, OfficeKind.GRID_WORKER})


def handed(work: UnitOfWork, office: Office) -> Sequence[Ask]:
    """Submitted issues of the place; other offices check none of their own: at most one statement."""
    if office.kind not in CHECKERS or office.building_id is None:
        return []
    where = (
        Reach(frozenset({office.building_id}))
        if office.entrance is None
        else Reach(frozenset(), frozenset({(office.building_id, office.entrance)}))
    )
    return [
        Ask(
            "check", each.title, say("To check on the spot"), f"/issues/{each.reference}",
            end_of(each.due_on, work.zone), say("Issue %(reference)s", reference=each.reference),
        )
        for each in unanswered(work, (Phase.SUBMITTED,), where, MOST)
    ]  # fmt: skip
