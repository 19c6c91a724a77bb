"""Option paper, minutes, study records."""

from sqlalchemy import select

from civic.discuss.rules import Paper, TypedOption
from civic.discuss.tables import Option, OptionPaper, Parlour, Study
from civic.work import UnitOfWork


def paper_of(work: UnitOfWork, topic_id: int) -> OptionPaper | None:
    """The version of a topic's option paper that holds, if there is one."""
    return work.session.scalar(
        select(OptionPaper).where(OptionPaper.topic_id == topic_id, OptionPaper.superseded_at.is_(None))
    )


def versions_of(work: UnitOfWork, topic_id: int) -> list[OptionPaper]:
    """All versions of a topic's option paper, the newest first."""
    return list(
        work.session.scalars(
            select(OptionPaper).where(OptionPaper.topic_id == topic_id).order_by(OptionPaper.version.desc())
        )
    )


def options_of(work: UnitOfWork, paper_id: int) -> list[Option]:
    """The options of a paper, A first."""
    return list(
        work.session.scalars(select(Option).where(Option.paper_id == paper_id).order_by(Option.letter))
    )


def said_by(work: UnitOfWork, filed: OptionPaper | None) -> Paper | None:
    """What a version says."""
    if filed is None:
        return None
    options = [
        TypedOption(each.letter, each.text, each.cost_fen, each.bearer, each.risks, each.effects)
        for each in options_of(work, filed.id)
    ]
    return Paper(
        options, filed.advised, filed.for_advice, filed.against_advice, filed.dissent, filed.law_basis
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
