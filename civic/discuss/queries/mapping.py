"""Opinion maps: their statements, one's own answers, all answers without names, what is to be drawn."""

from sqlalchemy import func, select
from sqlalchemy.orm import undefer

from civic.discuss.rules.statements import State
from civic.discuss.tables import Statement, TopicMap
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
