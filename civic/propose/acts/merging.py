"""Merge an issue into another: both stay linked, whoever stood behind the one is carried over to the other."""

from sqlalchemy import select

from civic.core.message import say
from civic.core.verdict import Verdict, no
from civic.permissions import Permission
from civic.propose import events, rules
from civic.propose.acts.settling import may_settle_issue, take_step
from civic.propose.acts.supporting import stand
from civic.propose.rules import Phase
from civic.propose.tables import Carried, Endorsement, Issue
from civic.work import UnitOfWork

P = Permission


def may_merge_issue(work: UnitOfWork, issue: Issue, into: Issue) -> Verdict:
    """Into another open issue of this community, never into itself."""
    if issue.id == into.id:
        return no(say("An issue cannot be merged into itself."))
    if rules.STATUS[Phase(into.phase)] in {"ended", "closed"}:
        return no(say("That issue has ended. Please choose one that is still open."))
    return may_settle_issue(work, issue, "merge")


def merge_issue(work: UnitOfWork, issue_id: int, *, into_reference: str, reason: str) -> None:
    """Goes on as part of another; raiser and endorsers go along, each once, until they say otherwise."""
    into = work.one(Issue, reference=into_reference)
    issue = work.get(Issue, issue_id, lock=True)
    may_merge_issue(work, issue, into).demand()
    issue.merged_into_id, issue.reason = into.id, reason
    take_step(issue, work, "merge")
    people = _supporters(work, issue) - {into.raiser_id}
    for person_id in sorted(people):
        stand(into, work, person_id)
        work.add(Carried(issue_id=issue.id, into_id=into.id, person_id=person_id, at=work.now))
    work.record(events.IssueJoined(issue_id=into.id, from_reference=issue.reference))
    work.record(
        events.IssueMerged(
            issue_id=issue.id, into_id=into.id, into_reference=into.reference, carried=len(people)
        )
    )


def _supporters(work: UnitOfWork, issue: Issue) -> set[int]:
    """Raiser and endorsers of an issue."""
    behind = select(Endorsement.person_id).where(
        Endorsement.issue_id == issue.id, Endorsement.withdrawn_at.is_(None)
    )
    return {*work.session.scalars(behind), issue.raiser_id}
