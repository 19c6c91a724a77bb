"""What became of one's own words and reports, not read yet."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from civic.discuss.queries.cases import MOST
from civic.discuss.tables import Contribution, Hiding, Report, Topic
from civic.propose.tables import Issue
from civic.work import UnitOfWork


@dataclass(frozen=True)
class OwnNews:
    """What became of the actor's own words or report, not read yet."""

    contribution_id: int
    reference: str
    title: str
    answer: str
    """hidden, shown, confirmed (of one's own words); hidden, kept, withdrawn (of a report)."""
    until_on: date | None = None
    """Of words that are hidden: the last day for an appeal."""


def own_words_news(work: UnitOfWork) -> list[OwnNews]:
    """Of what the actor said: one statement."""
    rows = work.session.execute(
        select(
            Contribution.id, Issue.reference, Issue.title, Hiding.appeal_until_on, Hiding.shown_at, Hiding.upheld
        )
        .join(Contribution, Contribution.id == Hiding.contribution_id)
        .join(Topic, Topic.id == Contribution.topic_id)
        .join(Issue, Issue.id == Topic.issue_id)
        .where(Contribution.person_id == work.person_id, Hiding.seen_at.is_(None))
        .order_by(Hiding.id)
        .limit(MOST)
    )  # fmt: skip
    return [
        OwnNews(row.id, row.reference, row.title, "shown")
        if row.shown_at
        else OwnNews(row.id, row.reference, row.title, "confirmed")
        if row.upheld is False
        else OwnNews(row.id, row.reference, row.title, "hidden", row.appeal_until_on)
        for row in rows
    ]


def own_report_news(work: UnitOfWork) -> list[OwnNews]:
    """Of what the actor reported: one statement."""
    rows = work.session.execute(
        select(Contribution.id, Issue.reference, Issue.title, Report.answer)
        .join(Contribution, Contribution.id == Report.contribution_id)
        .join(Topic, Topic.id == Contribution.topic_id)
        .join(Issue, Issue.id == Topic.issue_id)
        .where(Report.person_id == work.person_id, Report.answer.is_not(None), Report.seen_at.is_(None))
        .order_by(Report.id)
        .limit(MOST)
    )
    return [OwnNews(row.id, row.reference, row.title, row.answer or "") for row in rows]
