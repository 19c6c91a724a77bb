"""Opinion maps that wait: for the clock, for a look, for their readers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Row, case, func, or_, select, true
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
    """A map with statements that wait for a look, or with news for whoever suggested some."""

    reference: str
    title: str
    closes_at: datetime
    waiting: int
    news: int


def maps_waiting(work: UnitOfWork, *, looks_over: bool, own_news: bool) -> Sequence[MapWaiting]:
    """What waits for the reader at open maps, news of their own with `own_news`: one statement."""
    news = (Statement.author_id == work.person_id) & Statement.told.is_(False)
    mine = news if own_news else ~true()
    waits = (Statement.state == State.WAITING) & (TopicMap.closes_at > work.now) if looks_over else ~true()
    rows: Sequence[Row[str, str, datetime, int, int]] = work.session.execute(
        select(
            Issue.reference, Issue.title, TopicMap.closes_at,
            func.sum(case((waits, 1), else_=0)), func.sum(case((mine, 1), else_=0)),
        )
        .select_from(Statement)
        .join(TopicMap, TopicMap.id == Statement.map_id)
        .join(Topic, Topic.id == TopicMap.topic_id)
        .join(Issue, Issue.id == Topic.issue_id)
        .where(Statement.community_id == work.community.id, or_(mine, waits) if looks_over else mine)
        .group_by(Issue.reference, Issue.title, TopicMap.closes_at)
        .order_by(TopicMap.closes_at)
    ).all()  # fmt: skip
    return [MapWaiting(*row) for row in rows]
