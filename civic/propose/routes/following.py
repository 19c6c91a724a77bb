"""What I follow, and what changed there."""

from starlette.responses import Response

from civic.core.message import say
from civic.permissions import Permission
from civic.propose import acts
from civic.propose.follow_forms import LookedForm
from civic.propose.queries.changed import PER_PAGE, changed
from civic.propose.routes.checking import issue_of
from civic.web.call import Call
from civic.web.errors import UNREAD, error_page
from civic.web.routing import act, page
from civic.work import UnitOfWork


def show_following(call: Call, work: UnitOfWork) -> Response:
    """One page of what I follow, what changed first."""
    page_no = call.page_no()
    found = changed(work, page_no)
    if page_no > 1 and not found.total:
        found, page_no = changed(work), 1
    return call.page(
        "propose/following.html",
        found=found,
        page_no=page_no,
        pages=max(1, -(-found.total // PER_PAGE)),
        href_for=lambda number: call.to("/me/following" + (f"?page={number}" if number > 1 else "")),
    )


def note_looked(call: Call, work: UnitOfWork) -> Response:
    """I have read all of it."""
    form = call.form(LookedForm)
    if form.clean is None:
        return error_page(call, 422, UNREAD)
    acts.note_looked(work, form.clean.height)
    return call.done("/me/following", say("All of it is marked as read."))


def follow_issue(call: Call, work: UnitOfWork) -> Response:
    """One press."""
    issue = issue_of(call, work)
    acts.follow_issue(work, issue.id)
    return call.done(f"/issues/{issue.reference}", say("You follow this issue now."))


def unfollow_issue(call: Call, work: UnitOfWork) -> Response:
    """One press."""
    issue = issue_of(call, work)
    acts.unfollow_issue(work, issue.id)
    return call.done(f"/issues/{issue.reference}", say("You do not follow this issue any more."))


P = Permission
ROUTES = [
    page("/me/following", show_following, P.FOLLOW, "me"),
    act("/me/following/looked", note_looked, P.FOLLOW, "me"),
    act("/issues/{reference}/following", follow_issue, P.FOLLOW, "issues"),
    act("/issues/{reference}/following/end", unfollow_issue, P.FOLLOW, "issues"),
]
