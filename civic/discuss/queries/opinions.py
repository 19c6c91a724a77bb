"""What was answered at an opinion map: one's own, and all without names."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from civic.discuss.rules.statements import State
from civic.discuss.tables import Opinion, Statement
from civic.work import UnitOfWork


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


def answers_in(work: UnitOfWork, map_id: int) -> int:
    """How many answers there are."""
    return work.session.scalar(select(func.count()).where(Opinion.map_id == map_id)) or 0


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
