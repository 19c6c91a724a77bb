"""A petition: begin it, sign it, take a signature back, print its sheet."""

from starlette.responses import Response

from civic.core.errors import NotFound
from civic.core.message import say
from civic.permissions import Permission
from civic.propose import acts
from civic.propose.acts.petitioning import running
from civic.propose.queries.petitions import bars_today, standing_of
from civic.propose.routes.checking import issue_of
from civic.propose.rules.petition import DAYS, Way, at_least
from civic.web.call import Call
from civic.web.routing import act, page
from civic.work import UnitOfWork


def ask_start(call: Call, work: UnitOfWork) -> Response:
    """How many it takes, for how long, what follows."""
    issue = issue_of(call, work)
    acts.may_start_petition(work, issue, standing_of(work, issue, None)).demand()
    people = at_least(bars_today(work, issue))
    return call.page("propose/petition_new.html", issue=issue, people=people, days=DAYS)


def start(call: Call, work: UnitOfWork) -> Response:
    """Begin it."""
    issue = issue_of(call, work)
    acts.start_petition(work, issue.id)
    return call.done(
        f"/issues/{issue.reference}#petition", say("The petition has begun. You can sign it now.")
    )


def sign(call: Call, work: UnitOfWork) -> Response:
    """One tap on the page of the issue."""
    issue, way = issue_of(call, work), call.path["way"]
    if way not in set(Way):
        raise NotFound
    acts.sign_petition(work, issue.id, Way(way))
    return call.done(
        f"/issues/{issue.reference}#petition", say("You have signed. You can take it back until the end.")
    )


def withdraw(call: Call, work: UnitOfWork) -> Response:
    """Take one's signatures back."""
    issue = issue_of(call, work)
    acts.withdraw_signature(work, issue.id)
    return call.done(f"/issues/{issue.reference}#petition", say("Your signature is taken back."))


def show_sheet(call: Call, work: UnitOfWork) -> Response:
    """A sheet to carry from door to door."""
    issue = issue_of(call, work)
    standing = running(work, issue, None)
    return call.page(
        "propose/petition_print.html", issue=issue, petition=standing.petition, people=at_least(list(standing.bars)),
        address=call.short_address(f"/i/{issue.code}"),
    )  # fmt: skip


P = Permission
ROUTES = [
    page("/issues/{reference}/petition/new", ask_start, P.START_PETITION, "issues"),
    act("/issues/{reference}/petition", start, P.START_PETITION, "issues"),
    act("/issues/{reference}/petition/signatures/{way}", sign, P.SIGN_PETITION, "issues"),
    act("/issues/{reference}/petition/withdrawal", withdraw, P.SIGN_PETITION, "issues"),
    page("/issues/{reference}/petition/print", show_sheet, P.READ, "issues"),
]
