"""Option paper, minutes, study records."""

from sqlalchemy import select

from civic.discuss.tables import Option, OptionPaper, Parlour, Study
from civic.work import UnitOfWork


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
