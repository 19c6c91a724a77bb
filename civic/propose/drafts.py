"""What somebody is typing: kept at every step, so that a lost connection or session loses nothing.

A draft is private and no act on the road: nobody else sees it, nothing follows from it, and it is
thrown away when it is sent. So it asks no verdict, and the ledger does not hear of it.
"""

from typing import Any

from sqlalchemy import select

from civic.propose.tables import Draft
from civic.work import UnitOfWork

Answers = dict[str, Any]


def kept(work: UnitOfWork, journey: str) -> Answers:
    """The answers so far; empty when nothing was begun."""
    draft = _draft(work, journey)
    return dict(draft.answers) if draft else {}


def id_of(work: UnitOfWork, journey: str) -> int | None:
    """The draft's id, for what hangs on it; None when nothing was begun."""
    draft = _draft(work, journey)
    return draft.id if draft else None


def begun(work: UnitOfWork, journey: str) -> int:
    """The same, of a draft that is begun with it if need be."""
    if _draft(work, journey) is None:
        keep(work, journey, {})
    found = id_of(work, journey)
    assert found is not None
    return found


def keep(work: UnitOfWork, journey: str, answers: Answers) -> None:
    """Keep these answers instead of the ones before."""
    draft = _draft(work, journey)
    if draft is None:
        work.add(Draft(person_id=work.person_id, journey=journey, answers=answers, saved_at=work.now))
    else:
        draft.answers, draft.saved_at = answers, work.now


def throw_away(work: UnitOfWork, journey: str) -> None:
    """Forget what was typed."""
    draft = _draft(work, journey)
    if draft is not None:
        work.session.delete(draft)


def _draft(work: UnitOfWork, journey: str) -> Draft | None:
    return work.session.scalar(
        select(Draft).where(
            Draft.community_id == work.community.id,
            Draft.person_id == work.person_id,
            Draft.journey == journey,
        )
    )
