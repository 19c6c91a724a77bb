"""What became of one's own words, reports, questions, amendments and statements, not read yet."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Date, Select, case, cast, func, literal, null, select, union_all

from civic.discuss.queries.cases import MOST
from civic.discuss.tables import (
    Amendment,
    Contribution,
    Hiding,
    PaperQuestion,
    Report,
    Statement,
    Topic,
    TopicMap,
)
from civic.propose.tables import Issue
from civic.work import UnitOfWork

WORDS, REPORT, QUESTION, STATEMENT = "words", "report", "question", "statement"
AMENDMENT = "amendment"
"""What the news is about."""


@dataclass(frozen=True)
class OwnNews:
    """What became of the actor's own words, report, question or statement, not read yet."""

    about: str
    """Words, report, question, amendment or statement."""
    contribution_id: int
    """0 of statements: they are told by map; the number of an amendment."""
    reference: str
    title: str
    answer: str
    """hidden, shown, confirmed (of one's own words); hidden, kept, withdrawn (of a report);
    accepted, declined, outdated (of an amendment); else empty."""
    until_on: date | None = None
    """Of words that are hidden: the last day for an appeal."""


def own_news(work: UnitOfWork, *, words: bool, statements: bool) -> list[OwnNews]:
    """Of what the actor said, reported and asked with `words`, of what they suggested for maps with `statements`:
    one statement, none for neither."""
    parts = [
        *([_words(work), _reports(work), _questions(work), _amendments(work)] if words else []),
        *([_statements(work)] if statements else []),
    ]
    if not parts:
        return []
    # A SELECT with a limit must be one of its own within a union.
    each = [select(part.subquery()) for part in parts]
    return [_row(row) for row in work.session.execute(union_all(*each))]


def _row(row: Any) -> OwnNews:
    until = row.until_on if row.answer == "hidden" and row.about == WORDS else None
    return OwnNews(row.about, row.id, row.reference, row.title, row.answer or "", until)


def _words(work: UnitOfWork) -> Select[*tuple[Any, ...]]:
    answer = case(
        (Hiding.shown_at.is_not(None), "shown"), (Hiding.upheld.is_(False), "confirmed"), else_="hidden"
    )
    return (
        select(*_said(WORDS), answer.label("answer"), Hiding.appeal_until_on.label("until_on"))
        .join(Contribution, Contribution.id == Hiding.contribution_id)
        .join(Topic, Topic.id == Contribution.topic_id)
        .join(Issue, Issue.id == Topic.issue_id)
        .where(Contribution.person_id == work.person_id, Hiding.seen_at.is_(None))
        .order_by(Hiding.id)
        .limit(MOST)
    )


def _reports(work: UnitOfWork) -> Select[*tuple[Any, ...]]:
    return (
        select(*_said(REPORT), Report.answer.label("answer"), _no_day())
        .join(Contribution, Contribution.id == Report.contribution_id)
        .join(Topic, Topic.id == Contribution.topic_id)
        .join(Issue, Issue.id == Topic.issue_id)
        .where(Report.person_id == work.person_id, Report.answer.is_not(None), Report.seen_at.is_(None))
        .order_by(Report.id)
        .limit(MOST)
    )


def _questions(work: UnitOfWork) -> Select[*tuple[Any, ...]]:
    return (
        select(*_said(QUESTION), literal("").label("answer"), _no_day())
        .select_from(PaperQuestion)
        .join(Contribution, Contribution.id == PaperQuestion.contribution_id)
        .join(Topic, Topic.id == PaperQuestion.topic_id)
        .join(Issue, Issue.id == Topic.issue_id)
        .where(
            PaperQuestion.community_id == work.community.id, Contribution.person_id == work.person_id,
            PaperQuestion.answered_at.is_not(None), PaperQuestion.seen_at.is_(None),
        )
        .order_by(PaperQuestion.due_on, PaperQuestion.id)
        .limit(MOST)
    )  # fmt: skip


def _amendments(work: UnitOfWork) -> Select[*tuple[Any, ...]]:
    about = (literal(AMENDMENT).label("about"), Amendment.id.label("id"), Issue.reference, Issue.title)
    return (
        select(*about, Amendment.state.label("answer"), _no_day())
        .join(Topic, Topic.id == Amendment.topic_id)
        .join(Issue, Issue.id == Topic.issue_id)
        .where(
            Amendment.community_id == work.community.id, Amendment.person_id == work.person_id,
            Amendment.answered_at.is_not(None), Amendment.seen_at.is_(None),
        )
        .order_by(Amendment.id)
        .limit(MOST)
    )  # fmt: skip


def _statements(work: UnitOfWork) -> Select[*tuple[Any, ...]]:
    about = (literal(STATEMENT).label("about"), literal(0).label("id"), Issue.reference, Issue.title)
    return (
        select(*about, literal("").label("answer"), _no_day())
        .select_from(Statement)
        .join(TopicMap, TopicMap.id == Statement.map_id)
        .join(Topic, Topic.id == TopicMap.topic_id)
        .join(Issue, Issue.id == Topic.issue_id)
        .where(
            Statement.community_id == work.community.id, Statement.author_id == work.person_id,
            Statement.told.is_(False),
        )
        .group_by(Issue.reference, Issue.title)
        .order_by(func.min(TopicMap.closes_at), Issue.reference)
        .limit(MOST)
    )  # fmt: skip


def _said(about: str) -> Iterable[Any]:
    return literal(about).label("about"), Contribution.id.label("id"), Issue.reference, Issue.title


def _no_day() -> Any:
    """PostgreSQL wants to know of what kind the nothing is."""
    return cast(null(), Date).label("until_on")
