"""Reports and appeals that wait for a committee."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from civic.discuss.tables import Contribution, Hiding, Report, Topic
from civic.propose.tables import Issue
from civic.work import UnitOfWork

MOST = 20
"""So many of a kind are asked for on one day."""


@dataclass(frozen=True)
class Case:
    """Something that a committee must answer."""

    contribution_id: int
    reference: str
    title: str
    until_on: date
    reports: int = 0


def reported(work: UnitOfWork) -> list[Case]:
    """Contributions with reports that nobody answered, the earliest day first: one statement."""
    rows = work.session.execute(
        select(
            Contribution.id, Issue.reference, Issue.title, func.min(Report.look_until_on).label("until"),
            func.count().label("n"),
        )
        .join(Contribution, Contribution.id == Report.contribution_id)
        .join(Topic, Topic.id == Contribution.topic_id)
        .join(Issue, Issue.id == Topic.issue_id)
        .where(Report.community_id == work.community.id, Report.answer.is_(None))
        .group_by(Contribution.id, Issue.reference, Issue.title)
        .order_by(func.min(Report.look_until_on), Contribution.id)
        .limit(MOST)
    )  # fmt: skip
    return [Case(row.id, row.reference, row.title, row.until, row.n) for row in rows]


def appealed(work: UnitOfWork) -> list[Case]:
    """Appeals that wait, the earliest day first: one statement. Not those that the actor may not answer."""
    me = work.person_id
    rows = work.session.execute(
        select(Contribution.id, Issue.reference, Issue.title, Hiding.answer_due_on)
        .join(Contribution, Contribution.id == Hiding.contribution_id)
        .join(Topic, Topic.id == Contribution.topic_id)
        .join(Issue, Issue.id == Topic.issue_id)
        .where(
            Hiding.community_id == work.community.id, Hiding.appealed_at.is_not(None),
            Hiding.answered_at.is_(None), Hiding.shown_at.is_(None), Hiding.by_id != me,
            Hiding.appealed_by != me, Contribution.person_id != me,
        )
        .order_by(Hiding.answer_due_on, Hiding.id)
        .limit(MOST)
    )  # fmt: skip
    return [
        Case(row.id, row.reference, row.title, row.answer_due_on) for row in rows if row.answer_due_on
    ]  # fmt: skip
