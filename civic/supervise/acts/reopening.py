"""Send an issue back to work 重办, with a public reason."""

from civic.core.errors import NotFound
from civic.core.message import say
from civic.core.verdict import YES, Verdict, no
from civic.discuss.rules import Way, may_take_way
from civic.permissions import Permission
from civic.propose.archived import archived
from civic.propose.rules import Nature, Phase, may_move
from civic.propose.tables import Issue
from civic.supervise.events import IssueReopened
from civic.supervise.queries.ratings import newest_round
from civic.supervise.standing import as_raiser, may_judge
from civic.supervise.tables import RatingRound, Reopening
from civic.work import UnitOfWork

P = Permission


def may_reopen_issue(work: UnitOfWork, issue: Issue) -> Verdict:
    """The raiser, the supervisory committee or the committee; when it was closed, handled or is rated."""
    return (
        work.may(P.REOPEN, *as_raiser(work, issue))
        .then(lambda: may_judge(work, P.REOPEN, issue))
        .then(lambda: may_move(Phase(issue.phase), "reopen"))
        .then(lambda: _decided(issue))
    )


def _decided(issue: Issue) -> Verdict:
    """What was archived goes back to be carried out only where no vote has to come first (domain §2.2)."""
    if not archived(issue) or may_take_way(Nature(issue.nature or Nature.SELF_GOVERNANCE), Way.CARRY_OUT):
        return YES
    return no(
        say(
            "It was archived after its discussion, and only a vote could decide it. "
            "Please raise it again with what is new."
        )
    )


def reopen_issue(work: UnitOfWork, issue_id: int, reason: str) -> Reopening:
    """Back to managing; a round still open stops, its grades stay and its close-out counts no more."""
    issue = work.get(Issue, issue_id, lock=True)
    may_reopen_issue(work, issue).demand()
    work.require(P.REOPEN, *as_raiser(work, issue))
    round_now = _open_round(work, issue)
    if round_now is not None:
        round_now.ended_at = work.now
    reopening = work.add(
        Reopening(issue_id=issue.id, reason=reason, by_id=work.person_id, by_role=work.role, at=work.now)
    )
    work.record(IssueReopened(issue_id=issue.id, reopening_id=reopening.id))
    return reopening


def _open_round(work: UnitOfWork, issue: Issue) -> RatingRound | None:
    try:
        found = newest_round(work, issue.id)
    except NotFound:
        return None
    return found if found.ended_at is None else None
