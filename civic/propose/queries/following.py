"""What the reader follows: issues they raised, entered or stand behind, or chose, and what is next on each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby
from json import loads
from typing import Any

from sqlalchemy import CompoundSelect, Select, and_, or_, select, union

from civic.core.event import event_from, foreseeing_kinds
from civic.ledger.queries import Told
from civic.ledger.tables import Entry
from civic.propose.drawing import Next, Subject
from civic.propose.journey import what_is_next
from civic.propose.readers import reads
from civic.propose.rules import OVER, STAGE, STATUS, Phase, late_by
from civic.propose.tables import Endorsement, Following, Issue
from civic.work import UnitOfWork


@dataclass(frozen=True)
class Followed:
    """One issue that the reader follows."""

    reference: str
    title: str
    phase: Phase
    late_days: int
    next: Next | None = None

    @property
    def stage(self) -> int:
        """1 Propose … 5 Supervise."""
        return STAGE[self.phase]

    @property
    def status(self) -> str:
        """One of the seven words."""
        return STATUS[self.phase]


CONTESTED_FOR = timedelta(days=10)
"""How long after the last day for an objection its answer may still come."""


def followed(work: UnitOfWork, limit: int = 5) -> list[Followed]:
    """Live issues that the reader raised, stands behind or chose to follow, and declined ones as long as an objection
    may be made or answered; newest first, with what is next: one statement. What they only entered for others would
    crowd out their own, and stands on the page of all that they follow."""
    if work.actor is None:
        return []
    chosen = (
        select(Issue.id)
        .where(
            or_(Issue.id.in_(raised_or_endorsed(work)), Issue.id.in_(chosen_by(work, muted=False))),
            Issue.id.not_in(chosen_by(work, muted=True)),
            Issue.community_id == work.community.id,
            or_(Issue.status.not_in(sorted(OVER)), Issue.object_until_on >= work.today - CONTESTED_FOR),
        )
        .order_by(Issue.id.desc())
        .limit(limit)
        .subquery()
    )
    rows = work.session.execute(
        select(*SHOWN, Entry.at, Entry.role, Entry.actor_id, Entry.kind, Entry.payload)
        .join(chosen, chosen.c.id == Issue.id)
        .outerjoin(
            Entry,
            and_(
                Entry.community_id == work.community.id,
                Entry.issue_id == Issue.id,
                Entry.kind.in_(foreseeing_kinds()),
            ),
        )
        .order_by(Issue.id.desc(), Entry.height)
    )
    of_each = [list(same) for _id, same in groupby(rows, lambda row: row.reference)]
    return [_with_next(work, same) for same in of_each if reads(work, same[0])]


def own(work: UnitOfWork, limit: int = 50) -> list[Followed]:
    """What the reader raised, entered or endorsed, over or not, newest first: one statement."""
    entered = select(Issue.id).where(Issue.collector_id == work.person_id)
    rows = work.session.execute(
        select(*SHOWN)
        .where(
            Issue.community_id == work.community.id,
            Issue.id.in_(raised_or_endorsed(work)) | Issue.id.in_(entered),
        )
        .order_by(Issue.id.desc())
        .limit(limit)
    )
    return [_followed(work, row) for row in rows]


SHOWN = (
    Issue.reference, Issue.title, Issue.phase, Issue.answer_due_on, Issue.due_on, Issue.nature, Issue.raiser_id,
    Issue.collector_id, Issue.building_id, Issue.entrance,
)  # fmt: skip
"""What a line shows, and what tells whether the reader may read it."""


def chosen_by(work: UnitOfWork, *, muted: bool) -> Select[int]:
    """What the reader chose to follow, or to hear no more of."""
    return select(Following.issue_id).where(Following.person_id == work.person_id, Following.muted.is_(muted))


def raised_or_endorsed(work: UnitOfWork) -> CompoundSelect[int]:
    """Two short look-ups by the reader, however many issues there are."""
    return union(
        select(Issue.id).where(Issue.raiser_id == work.person_id),
        select(Endorsement.issue_id).where(
            Endorsement.person_id == work.person_id, Endorsement.withdrawn_at.is_(None)
        ),
    )


def _followed(work: UnitOfWork, row: Any, ahead: Next | None = None) -> Followed:
    phase = Phase(row.phase)
    late = late_by(phase, row.answer_due_on, row.due_on, work.today)
    return Followed(row.reference, row.title, phase, late, ahead)


def _with_next(work: UnitOfWork, rows: Sequence[Any]) -> Followed:
    """From the rows of one issue, one for each entry that says what is ahead, oldest first."""
    plain = _followed(work, rows[0])
    about = Subject(
        root=f"/{work.community.slug}", reference=plain.reference, phase=plain.phase, nature=None,
        endorsements=0, late_days=plain.late_days, today=work.today, zone=work.zone,
    )  # fmt: skip
    told = [
        Told(row.at, row.role, row.actor_id, event)
        for row in rows
        if row.kind and (event := event_from(row.kind, loads(row.payload)))
    ]
    return _followed(work, rows[0], what_is_next(about, told))
