"""What waits for the reader today, what was lately closed."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, or_, select

from civic.core.days import day_of
from civic.propose.reach import Reach
from civic.propose.rules import Phase
from civic.propose.rules.ladder import Level
from civic.propose.rules.private import PRIVATE
from civic.propose.tables import Issue
from civic.work import UnitOfWork


@dataclass(frozen=True)
class Waiting:
    """An issue whose first answer is due."""

    reference: str
    title: str
    phase: Phase
    due_on: date
    in_building: bool = False
    """Whether a building head has taken it on."""


def unanswered(
    work: UnitOfWork,
    phases: tuple[Phase, ...],
    reach: Reach,
    limit: int | None = 5,
    *,
    heads: bool = False,
    owner: str = "",
    unfound: bool = False,
) -> list[Waiting]:
    """Issues in these phases whose answer is due soonest, within that reach; for `heads` also what is taken on in the
    building, which others are asked about only once it is late. All of them without a limit; with an owner
    only public ones whose category names that office first; `unfound`: of which nobody wrote what was found."""
    taken_on = (Issue.phase == Phase.VERIFIED.value) & (Issue.level == Level.BUILDING.value)
    these = Issue.phase.in_([phase.value for phase in phases])
    which = or_(these, taken_on) if heads else and_(these, or_(~taken_on, Issue.answer_due_on < work.today))
    found = select(
        Issue.reference,
        Issue.title,
        Issue.phase,
        Issue.answer_due_on,
        Issue.due_on,
        taken_on.label("taken_on"),
    ).where(Issue.community_id == work.community.id, which)
    if owner:
        public = or_(Issue.nature.is_(None), Issue.nature.not_in([each.value for each in PRIVATE]))
        found = found.where(Issue.owner == owner, public)
    if unfound:
        found = found.where(Issue.findings == "")
    if reach.buildings is not None:
        entrance = [
            (Issue.building_id == where) & (Issue.entrance.is_(None) | (Issue.entrance == number))
            for where, number in sorted(reach.entrances)
        ]
        found = found.where(or_(Issue.building_id.in_(reach.buildings), *entrance))
    rows = work.session.execute(found.order_by(Issue.answer_due_on, Issue.id).limit(limit))
    return [
        Waiting(r.reference, r.title, Phase(r.phase), r.due_on or r.answer_due_on, bool(r.taken_on))
        for r in rows
    ]


@dataclass(frozen=True)
class Named:
    """An issue in a short list."""

    reference: str
    title: str
    moved_on: date


def lately_closed(work: UnitOfWork, limit: int = 3) -> list[Named]:
    """The newest of those that are closed, by number: an index alone finds them."""
    rows = work.session.execute(
        select(Issue.reference, Issue.title, Issue.moved_at)
        .where(Issue.community_id == work.community.id, Issue.status == "closed")
        .order_by(Issue.id.desc())
        .limit(limit)
    )
    return [Named(r.reference, r.title, day_of(r.moved_at, work.zone)) for r in rows]
