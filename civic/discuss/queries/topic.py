"""A topic with what has become of it."""

from dataclasses import dataclass

from sqlalchemy import and_, bindparam, func, select

from civic.discuss.tables import (
    Amendment,
    DraftVersion,
    MovedTalk,
    OptionPaper,
    Outcome,
    PaperQuestion,
    Parlour,
    Study,
    Talk,
    Topic,
    TopicMap,
)
from civic.notices.tables import Notice
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
    questions: int
    unanswered: int
    """Questions about the option paper."""
    map: TopicMap | None = None
    """Its opinion map, without the picture."""
    talks: int = 0
    draft: int = 0
    """The version of the draft resolution that holds; 0 while there is none."""
    amendments: int = 0
    amending: int = 0
    """Amendments to the draft, and how many of them wait for an answer."""


STUDIES = select(func.count()).where(Study.issue_id == Topic.issue_id)
QUESTIONS = select(func.count()).where(
    PaperQuestion.topic_id == Topic.id, PaperQuestion.withdrawn_at.is_(None)
)
AMENDMENTS = select(func.count()).where(Amendment.topic_id == Topic.id)
DISCUSSION = (
    select(
        Topic,
        Outcome,
        OptionPaper,
        select(func.count()).where(Parlour.topic_id == Topic.id).scalar_subquery(),
        STUDIES.where(Study.subject == "topic").scalar_subquery(),
        STUDIES.where(Study.subject == "outcome", Study.agreed).scalar_subquery(),
        QUESTIONS.scalar_subquery(),
        QUESTIONS.where(PaperQuestion.answered_at.is_(None)).scalar_subquery(),
        TopicMap,
        select(func.count()).where(Talk.topic_id == Topic.id).scalar_subquery(),
        select(func.coalesce(func.max(DraftVersion.number), 0))
        .where(DraftVersion.topic_id == Topic.id)
        .scalar_subquery(),
        AMENDMENTS.scalar_subquery(),
        AMENDMENTS.where(Amendment.state == "open").scalar_subquery(),
    )
    .outerjoin(Outcome, Outcome.topic_id == Topic.id)
    .outerjoin(OptionPaper, and_(OptionPaper.topic_id == Topic.id, OptionPaper.superseded_at.is_(None)))
    .outerjoin(TopicMap, TopicMap.topic_id == Topic.id)
    .where(Topic.community_id == bindparam("community"), Topic.issue_id == bindparam("issue"))
)
"""Put together once: that takes longer than to run it."""


def discussion(work: UnitOfWork, issue_id: int) -> Discussion | None:
    """The discussion of an issue; None before it was accepted."""
    row = work.session.execute(DISCUSSION, {"community": work.community.id, "issue": issue_id}).one_or_none()
    return Discussion(*row) if row else None


def moved_talk(work: UnitOfWork, topic_id: int) -> list[MovedTalk]:
    """How the last day to speak was moved, oldest first."""
    return list(
        work.session.scalars(
            select(MovedTalk)
            .where(MovedTalk.topic_id == topic_id, MovedTalk.community_id == work.community.id)
            .order_by(MovedTalk.id)
        )
    )


def notice_of(work: UnitOfWork, topic_id: int) -> int | None:
    """The notice by which a topic was posted."""
    return work.session.scalar(
        select(Notice.id).where(
            Notice.community_id == work.community.id, Notice.subject == "topic", Notice.subject_id == topic_id
        )
    )
