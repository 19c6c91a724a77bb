"""A dwelling that was entered by mistake comes off the roll, as long as nothing hangs on it."""

from civic.core.message import say
from civic.core.verdict import YES, Verdict, no
from civic.people.acts.places import may_edit_dwelling
from civic.people.events.places import DwellingRemoved
from civic.people.queries.hanging_on import hanging_on
from civic.people.tables import Dwelling
from civic.permissions import Permission
from civic.work import UnitOfWork

P = Permission


def may_remove_dwelling(work: UnitOfWork, dwelling: Dwelling) -> Verdict:
    """As for every edit of a dwelling; only one on which nothing hangs or ever hung."""
    return may_edit_dwelling(work, dwelling).then(lambda: _bare(work, dwelling))


def _bare(work: UnitOfWork, dwelling: Dwelling) -> Verdict:
    lived, owned, slips = hanging_on(work, dwelling.id)
    if lived:
        return no(say("Somebody lives here or lived here on the roll: the dwelling stays, with its history."))
    if owned:
        return no(say("Somebody owns it or owned it on the roll: the dwelling stays, with its history."))
    if slips:
        return no(say("Household slips were issued for it: the dwelling stays. You can correct its door."))
    return YES


def remove_dwelling(work: UnitOfWork, dwelling_id: int) -> int:
    """It never was; gives the building. A vote whose notice is out keeps its roll, and the ledger both entries."""
    dwelling = work.get(Dwelling, dwelling_id, lock=True)
    may_remove_dwelling(work, dwelling).demand()
    work.require(P.EDIT_ROLL)
    building_id = dwelling.building_id
    work.session.delete(dwelling)
    work.record(DwellingRemoved(dwelling_id=dwelling_id, building_id=building_id))
    return building_id
