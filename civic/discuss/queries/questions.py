"""Questions about the option paper and their answers."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Row, or_, select
from sqlalchemy.orm import Session, aliased

from civic.discuss.queries.cases import MOST
from civic.discuss.tables import Contribution, PaperQuestion, Topic
from civic.propose.tables import Issue
from civic.work import UnitOfWork

PER_PAGE = 50


def question_of(work: UnitOfWork, contribution_id: int) -> PaperQuestion | None:
    """The question that a contribution is, or that it answers."""
    return work.session.scalar(
        select(PaperQuestion).where(
            PaperQuestion.community_id == work.community.id,
            or_(PaperQuestion.contribution_id == contribution_id, PaperQuestion.answer_id == contribution_id),
        )
    )


def questions_on(
    work: UnitOfWork, topic_id: int, page_no: int = 1
) -> list[Row[PaperQuestion, Contribution, Contribution | None]]:
    """Question, what was asked, what was answered (None): those without an answer first, the earliest day first,
    then the newest answers. What was withdrawn is left out. One statement."""
    answer = aliased(Contribution)
    asked = (
        select(PaperQuestion, Contribution, answer)
        .join(Contribution, Contribution.id == PaperQuestion.contribution_id)
        .outerjoin(answer, answer.id == PaperQuestion.answer_id)
        .where(PaperQuestion.topic_id == topic_id, PaperQuestion.withdrawn_at.is_(None))
        .order_by(
            PaperQuestion.answered_at.is_not(None), PaperQuestion.answered_at.desc(), PaperQuestion.due_on,
            PaperQuestion.id,
        )
        .limit(PER_PAGE)
        .offset((page_no - 1) * PER_PAGE)
    )  # fmt: skip
    return list(work.session.execute(asked).all())


@dataclass(frozen=True)
class Owed:
    """A question that waits."""

    contribution_id: int
    reference: str
    title: str
    due_on: date


def owed(work: UnitOfWork) -> list[Owed]:
    """What the actor's offices owe, the earliest day first: one statement."""
    held = [standing.value for standing in work.actor.standings] if work.actor else []
    rows = work.session.execute(
        select(PaperQuestion.contribution_id, Issue.reference, Issue.title, PaperQuestion.due_on)
        .join(Contribution, Contribution.id == PaperQuestion.contribution_id)
        .join(Topic, Topic.id == PaperQuestion.topic_id)
        .join(Issue, Issue.id == Topic.issue_id)
        .where(
            PaperQuestion.community_id == work.community.id, PaperQuestion.answered_at.is_(None),
            PaperQuestion.withdrawn_at.is_(None), PaperQuestion.owed_by.in_(held),
            Contribution.hidden_ground == "",
        )
        .order_by(PaperQuestion.due_on, PaperQuestion.id)
        .limit(MOST)
    )  # fmt: skip
    return [Owed(*row) for row in rows]


def answers_late(session: Session, community_id: int) -> list[tuple[datetime, int]]:
    """Questions whose day of answer was not yet written down as missed: the instant, the question."""
    rows = session.execute(
        select(PaperQuestion.due_end_at, PaperQuestion.id)
        .join(Contribution, Contribution.id == PaperQuestion.contribution_id)
        .where(
            PaperQuestion.community_id == community_id, PaperQuestion.answered_at.is_(None),
            PaperQuestion.withdrawn_at.is_(None), PaperQuestion.late_noted_at.is_(None),
            Contribution.hidden_ground == "",
        )
    )  # fmt: skip
    return [(row.due_end_at, row.id) for row in rows]
