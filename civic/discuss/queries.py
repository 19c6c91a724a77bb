"""What was said and written on a topic: every SELECT of this room."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Row, Select, func, select
from sqlalchemy.orm import Session

from civic.discuss.tables import Contribution, Option, OptionPaper, Outcome, Parlour, Study, Topic
from civic.work import UnitOfWork


@dataclass(frozen=True)
class Discussion:
    """A topic with what has become of it: one statement."""

    topic: Topic
    outcome: Outcome | None
    paper: OptionPaper | None
    minutes: int
    topic_studied: int
    outcome_agreed: int
    """How often the Party committee studied the topic, and agreed to its outcome."""


def discussion(work: UnitOfWork, issue_id: int) -> Discussion | None:
    """The discussion of an issue; None before it was accepted."""
    minutes = select(func.count()).where(Parlour.topic_id == Topic.id).scalar_subquery()
    studies = select(func.count()).where(Study.issue_id == Topic.issue_id)
    row = work.session.execute(
        select(
            Topic,
            Outcome,
            OptionPaper,
            minutes,
            studies.where(Study.subject == "topic").scalar_subquery(),
            studies.where(Study.subject == "outcome", Study.agreed).scalar_subquery(),
        )
        .outerjoin(Outcome, Outcome.topic_id == Topic.id)
        .outerjoin(OptionPaper, OptionPaper.topic_id == Topic.id)
        .where(Topic.community_id == work.community.id, Topic.issue_id == issue_id)
    ).one_or_none()
    return Discussion(*row) if row else None


Said = Row[int, str, str, str, str, datetime, bool, bool | None]
"""id, shown_as, role, stance, html, at, on_outcome, adopted: what a list of contributions shows."""


def _said(topic_id: int) -> Select[int, str, str, str, str, datetime, bool, bool | None]:
    c = Contribution
    return (
        select(c.id, c.shown_as, c.role, c.stance, c.html, c.at, c.on_outcome, c.adopted)
        .where(c.topic_id == topic_id)
        .order_by(c.id.desc())
    )


def said(work: UnitOfWork, topic_id: int) -> list[Said]:
    """All that was said on a topic and its outcome, newest first: one statement."""
    return list(work.session.execute(_said(topic_id)).all())


def comments(work: UnitOfWork, topic_id: int) -> list[Said]:
    """The comments on its outcome, newest first."""
    return list(work.session.execute(_said(topic_id).where(Contribution.on_outcome)).all())


def said_page(work: UnitOfWork, topic_id: int, stance: str, page_no: int, per_page: int = 50) -> list[Said]:
    """One page of them; `stance` empty for all."""
    wanted = _said(topic_id).where(Contribution.stance == stance) if stance else _said(topic_id)
    return list(work.session.execute(wanted.limit(per_page).offset((page_no - 1) * per_page)).all())


def stance_counts(work: UnitOfWork, topic_id: int) -> dict[str, int]:
    """How many spoke for, against, with a question."""
    rows = work.session.execute(
        select(Contribution.stance, func.count())
        .where(Contribution.topic_id == topic_id)
        .group_by(Contribution.stance)
    )
    return {row[0]: row[1] for row in rows}


def recent_contributions(work: UnitOfWork, person_id: int, since: datetime) -> int:
    """How often a person spoke from an instant on, whatever the topic."""
    return (
        work.session.scalar(
            select(func.count()).where(Contribution.person_id == person_id, Contribution.at > since)
        )
        or 0
    )


def contributions(work: UnitOfWork, topic_id: int) -> int:
    """How many contributions a topic has."""
    return sum(stance_counts(work, topic_id).values())


@dataclass(frozen=True)
class CommentCount:
    """Comments on an outcome and what became of them."""

    comments: int
    adopted: int
    untreated: int


def comment_count(work: UnitOfWork, topic_id: int) -> CommentCount:
    """How many comments the outcome has, how many were adopted, how many still wait."""
    rows = work.session.execute(
        select(Contribution.adopted, func.count())
        .where(Contribution.topic_id == topic_id, Contribution.on_outcome)
        .group_by(Contribution.adopted)
    )
    by = {row[0]: row[1] for row in rows}
    return CommentCount(sum(by.values()), by.get(True, 0), by.get(None, 0))


def paper_of(work: UnitOfWork, topic_id: int) -> OptionPaper | None:
    """The option paper of a topic, if it is filed."""
    return work.session.scalar(select(OptionPaper).where(OptionPaper.topic_id == topic_id))


def options_of(work: UnitOfWork, paper_id: int) -> list[Option]:
    """The options of a paper, A first."""
    return list(
        work.session.scalars(select(Option).where(Option.paper_id == paper_id).order_by(Option.letter))
    )


def minutes_of(work: UnitOfWork, topic_id: int) -> list[Parlour]:
    """Minutes of all meetings in the parlour about a topic, newest first."""
    return list(
        work.session.scalars(
            select(Parlour)
            .where(Parlour.topic_id == topic_id)
            .order_by(Parlour.held_on.desc(), Parlour.id.desc())
        )
    )


def studies_of(work: UnitOfWork, issue_id: int) -> list[Study]:
    """All study records of an issue, newest first."""
    return list(
        work.session.scalars(select(Study).where(Study.issue_id == issue_id).order_by(Study.id.desc()))
    )


def study_of_outcome(work: UnitOfWork, issue_id: int) -> Study | None:
    """The newest study of the outcome: the gate before a vote (art. 30)."""
    return work.session.scalar(
        select(Study)
        .where(Study.issue_id == issue_id, Study.subject == "outcome")
        .order_by(Study.id.desc())
        .limit(1)
    )


def outcome_of(work: UnitOfWork, issue_id: int) -> Outcome | None:
    """The outcome of an issue's discussion, if it is written."""
    return work.session.scalar(
        select(Outcome).where(Outcome.community_id == work.community.id, Outcome.issue_id == issue_id)
    )


def comments_ending(session: Session, community_id: int) -> list[tuple[datetime, int]]:
    """Outcomes whose comment days were not yet written down as over: the instant, the outcome."""
    rows = session.execute(
        select(Outcome.comments_end_at, Outcome.id).where(
            Outcome.community_id == community_id, Outcome.comments_ended_at.is_(None)
        )
    )
    return [(row.comments_end_at, row.id) for row in rows]
