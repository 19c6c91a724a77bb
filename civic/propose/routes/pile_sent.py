"""The pile is sent: the numbers, on paper for each person."""

from starlette.responses import Response

from civic.core.errors import NotFound
from civic.permissions import Permission
from civic.propose import drafts, piles
from civic.propose.queries.piles import Entered, entered_with
from civic.propose.tables import Issue
from civic.web.call import Call
from civic.web.routing import page
from civic.work import UnitOfWork


def show_sent(call: Call, work: UnitOfWork) -> Response:
    """The numbers, and for whom each slip to tear off is."""
    found = _together(call, work)
    left = len(piles.slips(drafts.kept(work, piles.JOURNEY)))
    return call.page("propose/pile_sent.html", found=found, left=left)


def print_tear_offs(call: Call, work: UnitOfWork) -> Response:
    """A slip to tear off for each of the pile."""
    found = _together(call, work)
    return call.page(
        "propose/tear_off.html", issues=[each.issue for each in found], collector=work.actor.name if work.actor else "",
        short=call.short_address("/i/"), back=f"/issues/{found[0].issue.reference}/pile",
    )  # fmt: skip


def _together(call: Call, work: UnitOfWork) -> list[Entered]:
    """What was entered with this one; for whoever entered it."""
    issue = work.one(Issue, reference=call.path["reference"])
    if issue.collector_id != work.person_id:
        raise NotFound
    return list(entered_with(work, issue))


P = Permission
ROUTES = [
    page("/issues/{reference}/pile", show_sent, P.RAISE_FOR, "issues"),
    page("/issues/{reference}/tear-offs", print_tear_offs, P.RAISE_FOR, "issues"),
]
