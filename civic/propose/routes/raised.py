"""It is raised: its number, on a slip to tear off."""

from starlette.responses import Response

from civic.propose.tables import Issue
from civic.web.call import Call
from civic.work import UnitOfWork


def show_raised(call: Call, work: UnitOfWork) -> Response:
    """The number, what happens next and by when; a slip to tear off for whoever has no phone."""
    issue = work.one(Issue, reference=call.path["reference"])
    if work.person_id not in {issue.raiser_id, issue.collector_id}:
        return call.redirect(call.to(f"/issues/{issue.reference}"))
    return call.page("propose/raised.html", issue=issue, address=call.short_address(f"/i/{issue.code}"))
