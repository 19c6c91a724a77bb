"""Publish the option paper, and its next version."""

from civic.core.verdict import Verdict
from civic.discuss import events, queries, rules
from civic.discuss.acts.subject import topic_of
from civic.discuss.rules import Paper
from civic.discuss.tables import Option, OptionPaper, Outcome
from civic.permissions import Permission
from civic.propose.tables import Issue
from civic.work import UnitOfWork

P = Permission


def may_file_option_paper(work: UnitOfWork, outcome: Outcome | None) -> Verdict:
    """The advisory panel, or the residents' committee for it, before the outcome."""
    return work.may(P.FILE_OPTIONS).then(lambda: rules.may_add(written=outcome is not None))


def file_option_paper(
    work: UnitOfWork, topic_id: int, paper: Paper, *, reason: str = "", begun_from: int = 0
) -> OptionPaper:
    """Options with cost, bearer, risks and effects; the panel's advice, its votes and its dissent. Each further
    version says why it came and which one it was begun from; the one before stays readable."""
    topic, issue = topic_of(work, topic_id)
    before = queries.paper_of(work, topic.id)
    current = before.version if before else 0
    may_file_option_paper(work, queries.outcome_of(work, issue.id)).then(
        lambda: rules.paper_holds(paper.options, paper.advised, paper.for_advice, paper.against_advice)
    ).then(
        lambda: rules.version_holds(
            current=current, begun_from=begun_from, reason=reason, same=queries.said_by(work, before) == paper
        )
    ).demand()
    work.require(P.FILE_OPTIONS)
    if before is not None:
        before.superseded_at = work.now
    filed = work.add(
        OptionPaper(
            topic_id=topic.id, version=current + 1, reason=reason, role=work.role, filed_at=work.now,
            advised=paper.advised, for_advice=paper.for_advice, against_advice=paper.against_advice,
            dissent=paper.dissent, law_basis=paper.law_basis,
        )
    )  # fmt: skip
    for option in paper.options:
        work.add(Option(paper_id=filed.id, **vars(option)))
    work.record(_published(issue, filed, len(paper.options)))
    return filed


def _published(issue: Issue, filed: OptionPaper, options: int) -> events.OfPaper:
    if filed.version == 1:
        return events.OptionPaperFiled(
            issue_id=issue.id, reference=issue.reference, options=options, advised=filed.advised,
            for_advice=filed.for_advice, against_advice=filed.against_advice,
        )  # fmt: skip
    return events.OptionPaperRevised(
        issue_id=issue.id, reference=issue.reference, version=filed.version, options=options,
        advised=filed.advised, for_advice=filed.for_advice, against_advice=filed.against_advice,
    )  # fmt: skip
