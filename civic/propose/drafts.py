"""What somebody is typing: kept at every step, so that a lost connection or session loses nothing.

A draft is private and no act on the road: nobody else sees it, nothing follows from it, and it is
thrown away when it is sent. So it asks no verdict, and the ledger does not hear of it.
"""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from civic.core.days import end_of
from civic.core.errors import NotFound, Refusal
from civic.core.message import say
from civic.propose.tables import Draft
from civic.store.tables import Community
from civic.work import UnitOfWork

Answers = dict[str, Any]
JOINED = "joined"
"""In a draft that was put by: the issue that the matter is."""


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


KEPT_DAYS = 30


def put_by(work: UnitOfWork, journey: str, issue_id: int) -> None:
    """The matter is there already: keep what was typed and its photos thirty days more, out of the way, instead of
    what was put by before."""
    draft = _draft(work, journey)
    throw_away(work, joined(journey))
    if draft is not None:
        # The name is free only once the other one is gone.
        work.session.flush()
        draft.journey, draft.saved_at = joined(journey), work.now
        draft.kept_until_on = work.today + timedelta(KEPT_DAYS)
        draft.answers = {**draft.answers, JOINED: issue_id}


def taken_by(work: UnitOfWork, journey: str) -> Draft | None:
    """The draft that was put by, if it is still kept."""
    return _draft(work, joined(journey))


def take_up(work: UnitOfWork, journey: str) -> None:
    """Go on with what was put by; `Refusal` while another one is begun."""
    draft = _draft(work, joined(journey))
    if draft is None:
        raise NotFound
    if _draft(work, journey) is not None:
        raise Refusal(
            say("You have begun another one meanwhile."), say("Please send it or throw it away first.")
        )
    draft.journey, draft.kept_until_on, draft.saved_at = journey, None, work.now
    draft.answers = {name: value for name, value in draft.answers.items() if name != JOINED}


def ending(session: Session, community_id: int) -> list[tuple[datetime, int]]:
    """When which draft that was put by is thrown away."""
    rows = session.execute(
        select(Draft.id, Draft.kept_until_on, Community.zone)
        .join(Community, Community.id == Draft.community_id)
        .where(Draft.community_id == community_id, Draft.kept_until_on.is_not(None))
    )
    return [(end_of(row.kept_until_on, ZoneInfo(row.zone)), row.id) for row in rows]


def let_go(work: UnitOfWork, draft_id: int) -> None:
    """Its days are over."""
    work.session.delete(work.get(Draft, draft_id))


def joined(journey: str) -> str:
    """Under which name a draft is put by."""
    return f"{journey}_{JOINED}"


def _draft(work: UnitOfWork, journey: str) -> Draft | None:
    return work.session.scalar(
        select(Draft).where(
            Draft.community_id == work.community.id,
            Draft.person_id == work.person_id,
            Draft.journey == journey,
        )
    )
