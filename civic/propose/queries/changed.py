"""All that the reader follows, and what changed on each since they last looked."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from json import loads
from typing import Any

from sqlalchemy import ColumnElement, Subquery, and_, case, func, or_, select

from civic.core.event import event_from, telling_kinds
from civic.ledger.queries import Told
from civic.ledger.tables import Entry
from civic.propose.drawing import Line, Subject
from civic.propose.journey import lines
from civic.propose.queries.following import chosen_by, raised_or_endorsed
from civic.propose.readers import reads
from civic.propose.rules import STATUS, Phase, late_by
from civic.propose.tables import Following, Issue, LastLook
from civic.work import UnitOfWork

PER_PAGE = 20
MOST_LINES = 3
"""Shown of one issue; the rest stands on its page."""
MOST_READ = 30
"""Entries looked at of one issue: many of a kind make one line."""


@dataclass(frozen=True)
class Changed:
    """One issue that the reader follows, with the newest of what changed."""

    reference: str
    title: str
    status: str
    late_days: int
    lines: Sequence[Line]
    more: int
    """Lines that are not shown."""


@dataclass(frozen=True)
class Page:
    """One page of them, those that changed first."""

    issues: Sequence[Changed]
    total: int
    height: int
    """The newest entry of the ledger: up to there the reader will have read."""
    changed: bool
    """Whether anything on any page is new."""


def changed(work: UnitOfWork, page_no: int = 1) -> Page:
    """What the reader raised, entered, stands behind or chose, without what they muted or may not read: one
    statement."""
    chosen = _chosen(work, page_no)
    newest = (
        select(
            chosen.c.id, Entry.at, Entry.role, Entry.actor_id, Entry.kind, Entry.payload,
            func.row_number().over(partition_by=chosen.c.id, order_by=Entry.height.desc()).label("place"),
        )
        .join(chosen, chosen.c.id == Entry.issue_id)
        .where(_news(work, chosen.c.since))
        .subquery()
    )  # fmt: skip
    rows = work.session.execute(
        select(*chosen.c, newest.c.at, newest.c.role, newest.c.actor_id, newest.c.kind, newest.c.payload)
        .outerjoin(newest, and_(newest.c.id == chosen.c.id, newest.c.place <= MOST_READ))
        .order_by(
            chosen.c.newest.is_(None), chosen.c.newest.desc(), chosen.c.id.desc(), newest.c.place.desc()
        )
    ).all()
    of_each = [list(same) for _id, same in groupby(rows, lambda row: row.id)]
    first = rows[0] if rows else None
    return Page(
        [_changed(work, same) for same in of_each if reads(work, same[0])],
        first.total if first else 0,
        (first.head or 0) if first else 0,
        bool(first and first.any_newest is not None),
    )


def _chosen(work: UnitOfWork, page_no: int) -> Subquery:
    """The issues of one page, each with the height from which on it is new to the reader."""
    looked = select(LastLook.height).where(LastLook.person_id == work.person_id).scalar_subquery()
    head = select(func.max(Entry.height)).where(Entry.community_id == work.community.id).scalar_subquery()
    seen, begun = func.coalesce(looked, 0), func.coalesce(Following.since, 0)
    since = case((begun > seen, begun), else_=seen)
    entered = select(Issue.id).where(Issue.collector_id == work.person_id)
    found = (
        select(
            Issue.id, Issue.reference, Issue.title, Issue.phase, Issue.answer_due_on, Issue.due_on, Issue.nature,
            Issue.raiser_id, Issue.collector_id, Issue.building_id, Issue.entrance, since.label("since"),
            select(func.max(Entry.height)).where(Entry.issue_id == Issue.id, _news(work, since))
            .scalar_subquery().label("newest"),
        )
        .outerjoin(Following, and_(Following.issue_id == Issue.id, Following.person_id == work.person_id))
        .where(
            Issue.community_id == work.community.id,
            or_(
                Issue.id.in_(raised_or_endorsed(work)), Issue.id.in_(entered),
                Issue.id.in_(chosen_by(work, muted=False)),
            ),
            Issue.id.not_in(chosen_by(work, muted=True)),
        )
        .subquery()
    )  # fmt: skip
    return (
        select(
            *found.c, head.label("head"), func.count().over().label("total"),
            func.max(found.c.newest).over().label("any_newest"),
        )
        .order_by(found.c.newest.is_(None), found.c.newest.desc(), found.c.id.desc())
        .limit(PER_PAGE)
        .offset((page_no - 1) * PER_PAGE)
        .subquery()
    )  # fmt: skip


def _news(work: UnitOfWork, since: ColumnElement[int]) -> ColumnElement[bool]:
    """Entries after that height with a sentence of their own, and not the reader's own doing."""
    return and_(
        Entry.community_id == work.community.id,
        Entry.height > since,
        Entry.kind.in_(telling_kinds()),
        or_(Entry.actor_id.is_(None), Entry.actor_id != work.person_id),
    )


def _changed(work: UnitOfWork, rows: Sequence[Any]) -> Changed:
    row, phase = rows[0], Phase(rows[0].phase)
    late = late_by(phase, row.answer_due_on, row.due_on, work.today)
    about = Subject(
        root=f"/{work.community.slug}", reference=row.reference, phase=phase, nature=None, endorsements=0,
        late_days=late, today=work.today, zone=work.zone,
    )  # fmt: skip
    told = [
        Told(each.at, each.role, each.actor_id, event)
        for each in rows
        if each.kind and (event := event_from(each.kind, loads(each.payload)))
    ]
    drawn = lines(about, told)
    shown = drawn[:MOST_LINES]
    return Changed(row.reference, row.title, STATUS[phase], late, shown, len(drawn) - len(shown))
