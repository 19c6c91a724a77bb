"""Stand behind an issue or no more; come along with a merged one or stay behind; say that one knows."""

from starlette.responses import Response

from civic.core.errors import NotFound
from civic.core.message import say
from civic.permissions import Permission
from civic.propose import acts
from civic.propose.routes.checking import issue_of
from civic.propose.tables import DeclineObjection, Issue
from civic.web.call import Call
from civic.web.routing import act
from civic.work import UnitOfWork


def endorse_issue(call: Call, work: UnitOfWork) -> Response:
    """One press, once."""
    issue = issue_of(call, work)
    acts.endorse_issue(work, issue.id)
    return call.done(f"/issues/{issue.reference}", say("You stand behind this issue now."))


def withdraw_endorsement(call: Call, work: UnitOfWork) -> Response:
    """One press takes it back."""
    issue = issue_of(call, work)
    acts.withdraw_endorsement(work, issue.id)
    return call.done(f"/issues/{issue.reference}", say("You do not stand behind this issue any more."))


def stay_behind(call: Call, work: UnitOfWork) -> Response:
    """One press: behind the merged issue alone."""
    issue = issue_of(call, work)
    acts.stay_behind(work, issue.id)
    done = say("You stand behind %(reference)s alone now.", reference=issue.reference)
    return call.done(_goes_on(work, issue), done)


def come_along(call: Call, work: UnitOfWork) -> Response:
    """One press: they know, and come along."""
    issue = issue_of(call, work)
    acts.come_along(work, issue.id)
    return call.done(_goes_on(work, issue), say("You came along."))


def _goes_on(work: UnitOfWork, issue: Issue) -> str:
    assert issue.merged_into_id is not None
    return f"/issues/{work.get(Issue, issue.merged_into_id).reference}"


def note_told(call: Call, work: UnitOfWork) -> Response:
    """The raiser has read it, or was told."""
    issue = issue_of(call, work)
    acts.note_told(work, issue.id)
    return call.done(f"/issues/{issue.reference}", say("Thank you. It does not stand under Today any more."))


def note_answer_told(call: Call, work: UnitOfWork) -> Response:
    """Whoever objected has read the answer, or was told."""
    issue, objection = issue_of(call, work), work.get(DeclineObjection, call.number("contest"))
    if objection.issue_id != issue.id:
        raise NotFound
    acts.note_answer_told(work, objection.id)
    return call.done(f"/issues/{issue.reference}", say("Thank you. It does not stand under Today any more."))


P = Permission
ROUTES = [
    act("/issues/{reference}/endorsements", endorse_issue, P.ENDORSE, "issues"),
    act("/issues/{reference}/endorsements/withdrawal", withdraw_endorsement, P.ENDORSE, "issues"),
    act("/issues/{reference}/merger/staying", stay_behind, P.STAY_BEHIND, "issues"),
    act("/issues/{reference}/merger/coming", come_along, P.STAY_BEHIND, "issues"),
    act("/issues/{reference}/answer/told", note_told, P.NOTE_TOLD, "issues"),
    act("/issues/{reference}/objections/{contest}/told", note_answer_told, P.NOTE_TOLD, "issues"),
]
