"""Opinion maps: their statements, one's own answers, all answers without names, what is to be drawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Row, case, func, or_, select, true
from sqlalchemy.orm import Session, undefer

from civic.discuss.rules.mapping import State, draw_at
from civic.discuss.tables import Opinion, Statement, Topic, TopicMap
from civic.propose.tables import Issue
from civic.work import UnitOfWork


def map_of(work: UnitOfWork, topic_id: int, *, picture: bool = False) -> TopicMap | None:
    """The map of a topic, if it has one; with its `picture` where that is shown."""
    wanted = select(TopicMap).where(TopicMap.community_id == work.community.id, TopicMap.topic_id == topic_id)
    if picture:
        wanted = wanted.options(undefer(TopicMap.drawn), undefer(TopicMap.kept))
    return work.session.scalar(wanted)


def statements_of(work: UnitOfWork, map_id: int, *states: State) -> list[Statement]:
    """Its statements in the order in which they came; all of them without `states`."""
    wanted = select(Statement).where(Statement.map_id == map_id).order_by(Statement.number)
    return list(work.session.scalars(wanted.where(Statement.state.in_(states)) if states else wanted))


def statement_of(work: UnitOfWork, map_id: int, number: int) -> Statement | None:
    """One statement by its number."""
    return work.session.scalar(
        select(Statement).where(Statement.map_id == map_id, Statement.number == number)
    )


def known_as(work: UnitOfWork, map_id: int, words: str) -> State | None:
    """What became of the statement with these words; None if there is none."""
    found = work.session.scalar(
        select(Statement.state).where(Statement.map_id == map_id, Statement.words == words)
    )
    return State(found) if found else None


def suggested(work: UnitOfWork, map_id: int, person_id: int) -> list[Statement]:
    """What a person suggested for a map."""
    wanted = select(Statement).where(Statement.map_id == map_id, Statement.author_id == person_id)
    return list(work.session.scalars(wanted.order_by(Statement.number)))


def last_number(work: UnitOfWork, map_id: int) -> int:
    """The number of the newest statement."""
    return work.session.scalar(select(func.max(Statement.number)).where(Statement.map_id == map_id)) or 0


def waiting_count(work: UnitOfWork, map_id: int) -> int:
    """How many statements wait for a look."""
    wanted = select(func.count()).where(Statement.map_id == map_id, Statement.state == State.WAITING)
    return work.session.scalar(wanted) or 0


def own_answers(work: UnitOfWork, map_id: int, person_id: int) -> dict[int, int]:
    """What a person said, by the statement's id; the newest answer last."""
    wanted = select(Opinion.statement_id, Opinion.vote).where(
        Opinion.map_id == map_id, Opinion.person_id == person_id
    )
    return {
        row.statement_id: row.vote for row in work.session.execute(wanted.order_by(Opinion.at, Opinion.id))
    }


def opinion_of(work: UnitOfWork, statement_id: int, person_id: int) -> Opinion | None:
    """One person's answer to one statement, locked to be changed."""
    return work.session.scalar(
        select(Opinion)
        .where(Opinion.statement_id == statement_id, Opinion.person_id == person_id)
        .with_for_update()
    )


def all_answers(session: Session, map_id: int) -> dict[tuple[str, str], int]:
    """(person, statement's number) → 1, -1, 0. For drawing and, under other names, for the file."""
    rows = session.execute(
        select(Opinion.person_id, Statement.number, Opinion.vote)
        .join(Statement, Statement.id == Opinion.statement_id)
        .where(Opinion.map_id == map_id)
    )
    return {(str(person), str(number)): vote for person, number, vote in rows}


def left_out_of(session: Session, map_id: int) -> frozenset[str]:
    """The numbers of statements that are left out."""
    wanted = select(Statement.number).where(Statement.map_id == map_id, Statement.state == State.LEFT_OUT)
    return frozenset(str(number) for number in session.scalars(wanted))


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


def maps_waiting(work: UnitOfWork, *, looks_over: bool) -> Sequence[MapWaiting]:
    """What waits for the reader at open maps: one statement."""
    mine = (Statement.author_id == work.person_id) & Statement.told.is_(False)
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
