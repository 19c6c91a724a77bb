"""Close-out sheets and reopenings of an issue."""

from sqlalchemy import select

from civic.supervise.rules.keys import Keys
from civic.supervise.tables import CloseOut, Reopening
from civic.work import UnitOfWork


def close_outs(work: UnitOfWork, issue_id: int) -> list[CloseOut]:
    """All of an issue, the newest first: a refused or reopened one starts anew."""
    return list(
        work.session.scalars(
            select(CloseOut)
            .where(CloseOut.issue_id == issue_id, CloseOut.community_id == work.community.id)
            .order_by(CloseOut.id.desc())
        )
    )


def waiting_close_out(work: UnitOfWork, issue_id: int) -> CloseOut | None:
    """The one whose keys are being turned now."""
    found = close_outs(work, issue_id)
    return found[0] if found and not found[0].closed_at and not found[0].refused_at else None


def keys_of(close_out: CloseOut, leads: frozenset[int]) -> Keys:
    """The sheet as the rules see it."""
    return Keys(
        asked_by=close_out.asked_by_id,
        leads=leads,
        first=close_out.first_key_id,
        second=close_out.second_key_id,
        settled=close_out.closed_at is not None or close_out.refused_at is not None,
    )


def reopenings(work: UnitOfWork, issue_id: int) -> list[Reopening]:
    """Why an issue went back to work, the newest first."""
    return list(
        work.session.scalars(
            select(Reopening)
            .where(Reopening.issue_id == issue_id, Reopening.community_id == work.community.id)
            .order_by(Reopening.id.desc())
        )
    )
