"""Discussions that wait for an office-holder."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from civic.discuss.rules import NO_STANCE
from civic.discuss.tables import Contribution, OptionPaper, Outcome, Study, Topic
from civic.propose.rules import Phase
from civic.propose.tables import Issue
from civic.work import UnitOfWork


@dataclass(frozen=True)
class Waiting:
    """An issue under discussion and what is still missing."""

    reference: str
    title: str
    nature: str | None
    topic_until_on: date
    way: str | None
    outcome_until_on: date | None
    comments_until_on: date | None
    untreated: int
    agreed: int
    papers: int
    topic_studies: int


def waiting(work: UnitOfWork, most: int = 20) -> list[Waiting]:
    """Topics without an outcome and outcomes that hang, the oldest first: one statement."""
    untreated = select(func.count()).where(
        Contribution.topic_id == Topic.id, Contribution.on_outcome, Contribution.adopted.is_(None),
        Contribution.stance.not_in(NO_STANCE),
    )  # fmt: skip
    agreed = select(func.count()).where(Study.issue_id == Issue.id, Study.subject == "outcome", Study.agreed)
    papers = select(func.count()).where(OptionPaper.topic_id == Topic.id)
    studied = select(func.count()).where(Study.issue_id == Issue.id, Study.subject == "topic")
    rows = work.session.execute(
        select(
            Issue.reference, Issue.title, Issue.nature, Topic.posted_until_on, Outcome.way,
            Outcome.posted_until_on, Outcome.comments_until_on, untreated.scalar_subquery(), agreed.scalar_subquery(),
            papers.scalar_subquery(), studied.scalar_subquery(),
        )
        .join(Topic, Topic.issue_id == Issue.id)
        .outerjoin(Outcome, Outcome.topic_id == Topic.id)
        .where(
            Issue.community_id == work.community.id,
            Issue.phase.in_([Phase.TOPIC.value, Phase.OUTCOME.value]),
        )
        .order_by(Topic.id)
        .limit(most)
    )  # fmt: skip
    return [Waiting(*row) for row in rows]
