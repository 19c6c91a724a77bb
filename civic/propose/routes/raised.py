"""It is raised: its number, on a slip to tear off."""

from collections.abc import Sequence

from starlette.responses import Response

from civic.permissions import Permission
from civic.propose.queries.people import collector_of
from civic.propose.queries.private import words_of
from civic.propose.tables import Issue
from civic.web.call import Call
from civic.web.routing import page
from civic.work import UnitOfWork

P = Permission


def show_raised(call: Call, work: UnitOfWork) -> Response:
    """The number, what happens next and by when; a slip to tear off for whoever has no phone."""
    issue = work.one(Issue, reference=call.path["reference"])
    if work.person_id not in {issue.raiser_id, issue.collector_id}:
        return call.redirect(call.to(f"/issues/{issue.reference}"))
    words = words_of(work, issue)
    address = call.short_address(f"/i/{issue.code}")
    return call.page("propose/raised.html", issue=issue, words=words, address=address)


def print_tear_off(call: Call, work: UnitOfWork) -> Response:
    """The number on paper, for whoever has no phone: what they keep in their hand."""
    issue = work.one(Issue, reference=call.path["reference"])
    if not _hands_out(work, issue):
        return call.redirect(call.to(f"/issues/{issue.reference}"))
    return _sheet(call, work, [issue], "raised" if issue.collector_id == work.person_id else "")


def _hands_out(work: UnitOfWork, issue: Issue) -> bool:
    """Whoever raised or entered it; the committee, when the paper is lost."""
    mine = work.person_id in {issue.raiser_id, issue.collector_id}
    return mine or bool(work.may(P.SETTLE))


def _sheet(call: Call, work: UnitOfWork, issues: Sequence[Issue], back: str) -> Response:
    first = issues[0]
    return call.page(
        "propose/tear_off.html",
        issues=issues,
        collector=collector_of(work, first),
        short=call.short_address("/i/"),
        back=f"/issues/{first.reference}/{back}".rstrip("/"),
    )


ROUTES = [
    page("/issues/{reference}/raised", show_raised, P.RAISE, "issues"),
    page("/issues/{reference}/tear-off", print_tear_off, P.RAISE, "issues"),
]
