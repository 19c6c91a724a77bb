"""The frozen roll: page by page, as a whole, and how it was corrected."""

from sqlalchemy import func, select

from civic.decide.tables import RollCorrection, RollEntry, Vote
from civic.notices.tables import Notice, Objection
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


def lines_of(work: UnitOfWork, vote: Vote) -> list[RollEntry]:
    """The whole roll by number."""
    return list(
        work.session.scalars(select(RollEntry).where(RollEntry.vote_id == vote.id).order_by(RollEntry.number))
    )


def corrected(work: UnitOfWork, objection_id: int) -> bool:
    """Whether a roll was corrected for this objection."""
    found = select(RollCorrection.id).where(RollCorrection.objection_id == objection_id)
    return work.session.scalar(found) is not None


def corrections_of(work: UnitOfWork, vote: Vote) -> list[RollCorrection]:
    """Every correction of a roll, oldest first."""
    return list(
        work.session.scalars(
            select(RollCorrection).where(RollCorrection.vote_id == vote.id).order_by(RollCorrection.id)
        )
    )


def waiting_corrections(work: UnitOfWork, vote: Vote) -> list[Objection]:
    """Objections to the notice that were found right and not carried into the roll yet, oldest first."""
    done = select(RollCorrection.objection_id).where(RollCorrection.vote_id == vote.id)
    return list(
        work.session.scalars(
            select(Objection)
            .join(Notice, Notice.id == Objection.notice_id)
            .where(
                Notice.subject == "vote",
                Notice.subject_id == vote.id,
                Notice.community_id == work.community.id,
                Objection.upheld.is_(True),
                Objection.id.not_in(done),
            )
            .order_by(Objection.id)
        )
    )
