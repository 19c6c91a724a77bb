"""Say what becomes of an issue: topic, declined, merged, routed, handled."""

from sqlalchemy import select

from civic.core.days import working_days_after
from civic.core.message import say
from civic.core.verdict import Verdict, no
from civic.permissions import Permission
from civic.propose import events, rules
from civic.propose.acts.checking import step_on
from civic.propose.rules import Phase
from civic.propose.tables import Endorsement, Issue
from civic.work import UnitOfWork

P = Permission


def may_settle_issue(work: UnitOfWork, issue: Issue, step: str) -> Verdict:
    """The committee says what becomes of it: accept, decline, merge, route, handle, answer."""
    return work.may(P.SETTLE).then(lambda: rules.may_move(Phase(issue.phase), step))


def _settle(work: UnitOfWork, issue_id: int, step: str) -> Issue:
    issue = work.get(Issue, issue_id, lock=True)
    may_settle_issue(work, issue, step).demand()
    work.require(P.SETTLE)
    step_on(issue, step, work.now)
    return issue


def accept_issue(work: UnitOfWork, issue_id: int, *, background: str, scope: str, days: int) -> None:
    """It becomes a topic, posted for `days`; the reaction opens it from background and scope."""
    issue = _settle(work, issue_id, "accept")
    issue.background, issue.scope = background, scope
    work.record(events.IssueAccepted(issue_id=issue.id, days=days))


def decline_issue(work: UnitOfWork, issue_id: int, *, reason: str) -> None:
    """Not taken up; the reason is public and says how to object."""
    issue = _settle(work, issue_id, "decline")
    issue.reason = reason
    work.record(events.IssueDeclined(issue_id=issue.id))


def may_merge_issue(work: UnitOfWork, issue: Issue, into: Issue) -> Verdict:
    """Into another open issue of this community, never into itself."""
    if issue.id == into.id:
        return no(say("An issue cannot be merged into itself."))
    if rules.STATUS[Phase(into.phase)] in {"ended", "closed"}:
        return no(say("That issue has ended. Please choose one that is still open."))
    return may_settle_issue(work, issue, "merge")


def merge_issue(work: UnitOfWork, issue_id: int, *, into_reference: str, reason: str) -> None:
    """Goes on as part of another; raiser and endorsers go along, each once."""
    into = work.one(Issue, reference=into_reference)
    may_merge_issue(work, work.get(Issue, issue_id), into).demand()
    issue = _settle_merge(work, issue_id, into, reason)
    work.session.flush()
    here = select(Endorsement.person_id).where(Endorsement.issue_id == into.id)
    people = set(work.session.scalars(select(Endorsement.person_id).where(Endorsement.issue_id == issue.id)))
    people = (people | {issue.raiser_id}) - set(work.session.scalars(here)) - {into.raiser_id}
    for person_id in sorted(people):
        work.add(Endorsement(issue_id=into.id, person_id=person_id, at=work.now))
    into.endorsements += len(people)
    work.record(events.IssueJoined(issue_id=into.id, from_reference=issue.reference))
    work.record(events.IssueMerged(issue_id=issue.id, into_id=into.id, into_reference=into.reference))


def _settle_merge(work: UnitOfWork, issue_id: int, into: Issue, reason: str) -> Issue:
    issue = work.get(Issue, issue_id, lock=True)
    issue.merged_into_id, issue.reason = into.id, reason
    return _settle(work, issue_id, "merge")


def route_issue(
    work: UnitOfWork, issue_id: int, *, receiver: str, receipt: str, reason: str, days: int
) -> None:
    """Handed outside with the receiver's receipt; the answer is due in `days` working days."""
    issue = _settle(work, issue_id, "route")
    issue.receiver, issue.receipt, issue.reason = receiver, receipt, reason
    issue.due_on = working_days_after(work.today, days, work.calendar)
    work.record(events.IssueRouted(issue_id=issue.id, answer_due_on=issue.due_on))


def answer_route(work: UnitOfWork, issue_id: int, *, answer: str) -> None:
    """What the responsible body answered; public."""
    issue = _settle(work, issue_id, "answer")
    issue.reason, issue.due_on = answer, None
    work.record(events.RouteAnswered(issue_id=issue.id))


def handle_issue(work: UnitOfWork, issue_id: int, *, mode: str, what: str, trips: int) -> None:
    """Done at once (即时), on the person's behalf (代为) or by guidance (指导)."""
    issue = _settle(work, issue_id, "handle")
    issue.reason = what
    work.record(events.IssueHandled(issue_id=issue.id, mode=mode, trips=trips))
