"""What must be known before the notice of a vote: the issue, its outcome, the Party study."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from civic.decide.rules.presets import for_vote
from civic.decide.rules.router import route
from civic.decide.rules.terms import Terms
from civic.discuss.rules import Way
from civic.discuss.tables import DraftVersion, Outcome, Study
from civic.propose.rules import Nature
from civic.propose.tables import Issue
from civic.work import UnitOfWork


@dataclass(frozen=True)
class Ground:
    """How far the issue has come on its way to a vote."""

    issue: Issue
    comments_until_on: date | None
    """Last day for comments on the outcome; None while there is no outcome."""
    agreed_outcome: str
    studied_on: date | None
    study_agreed: bool
    conditions: str = ""
    archived: bool = False
    """Whether the outcome says that nothing more is done."""
    draft: str = ""
    """The draft of the resolution as it stands; empty where none was written."""


def ground_of(work: UnitOfWork, issue: Issue) -> Ground:
    """The outcome with its newest study and the draft that holds: one statement."""
    study = (
        select(Study.id)
        .where(Study.issue_id == issue.id, Study.subject == "outcome")
        .order_by(Study.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    draft = (
        select(DraftVersion.text)
        .where(DraftVersion.topic_id == Outcome.topic_id)
        .order_by(DraftVersion.number.desc())
        .limit(1)
        .scalar_subquery()
    )
    row = work.session.execute(
        select(
            Outcome.comments_until_on,
            Outcome.agreed,
            Outcome.conditions,
            draft.label("draft"),
            Outcome.way,
            Study.held_on,
            Study.agreed.label("study_agreed"),
        )
        .outerjoin(Study, Study.id == study)
        .where(Outcome.issue_id == issue.id)
    ).first()
    if row is None:
        return Ground(issue, None, "", None, study_agreed=False)
    return Ground(
        issue, row.comments_until_on, row.agreed, row.held_on, bool(row.study_agreed), row.conditions,
        row.way == Way.ARCHIVE.value, row.draft or "",
    )  # fmt: skip


def terms_for(issue: Issue, preset: str) -> Terms:
    """The terms of a vote on this issue; its effect follows from the nature of the matter alone."""
    assert issue.nature is not None
    effect = route(Nature(issue.nature)).effect
    assert effect is not None
    return for_vote(preset, effect=effect)
