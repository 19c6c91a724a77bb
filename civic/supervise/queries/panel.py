"""What the page of an issue needs in its last two stages: each one statement."""

from dataclasses import dataclass

from sqlalchemy import case, exists, func, select, true

from civic.manage.rules import OrderPhase
from civic.manage.tables import WorkOrder
from civic.people.queries.home import at_home
from civic.people.tables import Dwelling, Person, Residence
from civic.propose.tables import Issue
from civic.supervise.queries.ratings import Rater, affected
from civic.supervise.rules.grades import BAD
from civic.supervise.tables import CloseOut, Rating, RatingRound
from civic.work import UnitOfWork


def waiting_with_leads(work: UnitOfWork, issue_id: int) -> tuple[CloseOut, frozenset[int]] | None:
    """The close-out whose keys are being turned, and everybody who leads work on the issue."""
    at_work = (WorkOrder.issue_id == CloseOut.issue_id) & (WorkOrder.phase != OrderPhase.RETURNED.value)
    rows = work.session.execute(
        select(CloseOut, WorkOrder.lead_id)
        .outerjoin(WorkOrder, at_work)
        .where(
            CloseOut.issue_id == issue_id,
            CloseOut.community_id == work.community.id,
            CloseOut.closed_at.is_(None),
            CloseOut.refused_at.is_(None),
        )
    ).all()
    if not rows:
        return None
    return rows[0][0], frozenset(row.lead_id for row in rows if row.lead_id is not None)


@dataclass(frozen=True)
class RoundNow:
    """The newest rating round, what it knows of the reader, and how many wait for a call."""

    round: RatingRound
    rater: Rater
    uncalled: int


def round_now(work: UnitOfWork, issue: Issue) -> RoundNow | None:
    """The round with the reader's part in it; None before the first close-out."""
    me = work.actor.person_id if work.actor else 0
    mine = select(affected()).select_from(Person).join(Issue, true()).outerjoin(
        Residence, at_home(work.today)
    ).outerjoin(Dwelling, Dwelling.id == Residence.dwelling_id).where(Person.id == me, Issue.id == RatingRound.issue_id).correlate(RatingRound).scalar_subquery()  # fmt: skip
    already = exists().where(Rating.round_id == RatingRound.id, Rating.person_id == me)
    uncalled = (
        select(func.count())
        .where(Rating.round_id == RatingRound.id, Rating.grade <= BAD, Rating.called_back_at.is_(None))
        .correlate(RatingRound)
        .scalar_subquery()
    )
    row = work.session.execute(
        select(
            RatingRound,
            case((mine.is_(None), False), else_=mine).label("affected"),
            already.label("already"),
            uncalled.label("uncalled"),
        )
        .where(RatingRound.issue_id == issue.id, RatingRound.community_id == work.community.id)
        .order_by(RatingRound.id.desc())
        .limit(1)
    ).first()
    if row is None:
        return None
    return RoundNow(row.RatingRound, Rater(bool(row.affected), bool(row.already)), row.uncalled)
