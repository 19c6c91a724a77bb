"""Looking at private data: each time logged, each time for a short while."""

from civic.core.verdict import Verdict
from civic.people.events.keeping import GlassBroken, PersonShown
from civic.people.queries.reach import reach_of
from civic.people.queries.roll import entry_of
from civic.people.rules.keeping import may_give_reason
from civic.people.tables import Look, Looked
from civic.permissions import Permission
from civic.work import UnitOfWork

P = Permission


def may_show_person(work: UnitOfWork, person_id: int) -> Verdict:
    """Keepers of the roll, whoever is within their reach; `NotFound` beyond it."""
    allowed = work.may(P.SHOW_PERSON)
    if allowed:
        entry_of(work, reach_of(work), person_id)
    return allowed


def show_person(work: UnitOfWork, person_id: int) -> Look:
    """Log the look; the page then shows telephone and birthday to this viewer for ten minutes."""
    may_show_person(work, person_id).demand()
    reach = reach_of(work)
    work.require(P.SHOW_PERSON)
    look = work.add(
        Look(
            viewer_id=work.person_id, standing=reach.standing.value, what=Looked.PERSON.value,
            person_id=person_id, reason="", at=work.now,
        )
    )  # fmt: skip
    work.record(PersonShown(look_id=look.id, person_id=person_id))
    return look


def may_break_glass(work: UnitOfWork, reason: str) -> Verdict:
    """An administrator with a reason; the supervisory committee reads it."""
    return work.may(P.BREAK_GLASS).then(lambda: may_give_reason(reason))


def break_glass(work: UnitOfWork, reason: str) -> Look:
    """Open the roll to the acting administrator for one hour."""
    may_break_glass(work, reason).demand()
    work.require(P.BREAK_GLASS)
    look = work.add(
        Look(
            viewer_id=work.person_id, standing=work.role, what=Looked.GLASS.value, reason=reason, at=work.now
        )
    )
    work.record(GlassBroken(look_id=look.id))
    return look
