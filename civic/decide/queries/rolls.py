"""The frozen roll, page by page."""

from sqlalchemy import func, select

from civic.decide.tables import RollEntry, Vote
from civic.work import UnitOfWork


def roll_page(work: UnitOfWork, vote: Vote, page_no: int, per_page: int = 50) -> tuple[list[RollEntry], int]:
    """One page of the roll by number, and how many pages it has."""
    total = work.session.scalar(select(func.count()).where(RollEntry.vote_id == vote.id)) or 0
    rows = work.session.scalars(
        select(RollEntry)
        .where(RollEntry.vote_id == vote.id)
        .order_by(RollEntry.number)
        .limit(per_page)
        .offset((page_no - 1) * per_page)
    )
    return list(rows), max(1, -(-total // per_page))
