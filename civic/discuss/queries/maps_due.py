"""Opinion maps that wait: for the clock, for a look."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Row, func, or_, select
from sqlalchemy.orm import Session

from civic.discuss.rules.picture import draw_at
from civic.discuss.rules.statements import State
from civic.discuss.tables import Opinion, Statement, Topic, TopicMap
from civic.propose.tables import Issue
from civic.work import UnitOfWork


def maps_to_draw(session: Session, community_id: int) -> list[tuple[datetime, int]]:
    """Living maps about which enough is new: the instant, the map. One statement."""
    rows = session.execute(
        select(TopicMap.id, TopicMap.drawn_at, func.max(Opinion.at), func.count(Opinion.person_id.distinct()))
        .join(Opinion, Opinion.map_id == TopicMap.id)
        .where(
            TopicMap.community_id == community_id,
            TopicMap.closed_at.is_(None),
            or_(TopicMap.drawn_at.is_(None), Opinion.at > TopicMap.drawn_at),
        )
        .group_by(TopicMap.id, TopicMap.drawn_at)
    )
    due = [(draw_at(drawn_at, last_at, people), ident) for ident, drawn_at, last_at, people in rows]
    return [(at, ident) for at, ident in due if at is not None]


def maps_closing(session: Session, community_id: int) -> list[tuple[datetime, int]]:
    """Maps whose last day was not yet written down as over: the instant, the map."""
    rows = session.execute(
        select(TopicMap.closes_at, TopicMap.id).where(
            TopicMap.community_id == community_id, TopicMap.closed_at.is_(None)
        )
    )
    return [(row.closes_at, row.id) for row in rows]


@dataclass(frozen=True)
class MapWaiting:
    """A map with statements that wait for a look."""

    reference: str
    title: str
    closes_at: datetime
    waiting: int


def maps_waiting(work: UnitOfWork) -> Sequence[MapWaiting]:
    """Statements at open maps that nobody has looked over: one statement."""
    rows: Sequence[Row[str, str, datetime, int]] = work.session.execute(
        select(Issue.reference, Issue.title, TopicMap.closes_at, func.count())
        .select_from(Statement)
        .join(TopicMap, TopicMap.id == Statement.map_id)
        .join(Topic, Topic.id == TopicMap.topic_id)
        .join(Issue, Issue.id == Topic.issue_id)
        .where(
            Statement.community_id == work.community.id, Statement.state == State.WAITING,
            TopicMap.closes_at > work.now,
        )
        .group_by(Issue.reference, Issue.title, TopicMap.closes_at)
        .order_by(TopicMap.closes_at)
    ).all()  # fmt: skip
    return [MapWaiting(*row) for row in rows]
