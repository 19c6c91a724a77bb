"""Put a date off, wait for a named party: the old date and the reason stay public."""

from typing import Any

from starlette.responses import Response

from civic.core.errors import NotFound
from civic.core.message import say
from civic.permissions import Permission
from civic.propose import acts
from civic.propose.forms import PutOffForm, WaitForm
from civic.propose.queries.dates import clocks_of, dates_of
from civic.propose.readers import reads
from civic.propose.routes.checking import issue_of
from civic.propose.rules.clock import TERMS, Term
from civic.propose.tables import Issue, Wait
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.web.routing import act, page
from civic.work import UnitOfWork


def show_dates(call: Call, work: UnitOfWork) -> Response:
    """Both dates, what was moved, and what can be done about them."""
    issue = issue_of(call, work)
    acts.may_put_date_off(work, issue).demand()
    dates = dates_of(work, issue)
    return call.page(
        "propose/dates.html", issue=issue, dates=dates, words_read=reads(work, issue), today=work.today, terms=_running(work, issue), term_names=TERMS,
        may_wait=acts.may_wait_for(work, issue),
        open_waits=[wait for wait in dates.waits if acts.may_end_wait(work, wait)],
    )  # fmt: skip


def ask_put_off(call: Call, work: UnitOfWork) -> Response:
    """Which date, to when, why."""
    return _put_off(call, work, blank(term=call.query.get("term", "")))


def put_off(call: Call, work: UnitOfWork) -> Response:
    """Do it; what the rule refuses stands beside the day."""
    issue, form = issue_of(call, work), call.form(PutOffForm)
    if form.clean is not None:
        told = form.clean
        verdict = acts.may_put_date_off(work, issue, told.term, told.to_on)
        if verdict.because:
            form.refuse("to_on", verdict.because)
        else:
            acts.put_date_off(work, issue.id, term=told.term, to_on=told.to_on, reason=told.reason)
            return call.done(
                f"/issues/{issue.reference}", say("The new date is public, with the old one beside it.")
            )
    return _put_off(call, work, form)


def _put_off(call: Call, work: UnitOfWork, form: Filled[Any]) -> Response:
    issue = issue_of(call, work)
    acts.may_put_date_off(work, issue).demand()
    return call.page(
        "propose/date_put_off.html", status=422 if form.errors else 200, issue=issue, form=form,
        terms=[(each.value, TERMS[each], say("now %(day)s", day=day)) for each, day in _running(work, issue)],
    )  # fmt: skip


def ask_wait(call: Call, work: UnitOfWork) -> Response:
    """Who is waited for, until when, for what."""
    return _wait(call, work, blank())


def wait_for(call: Call, work: UnitOfWork) -> Response:
    """Let the clock stand; what the rule refuses stands beside the day."""
    issue, form = issue_of(call, work), call.form(WaitForm)
    if form.clean is not None:
        told = form.clean
        verdict = acts.may_wait_for(work, issue, told.until_on)
        if verdict.because:
            form.refuse("until_on", verdict.because)
        else:
            acts.wait_for(work, issue.id, party=told.party, reason=told.reason, until_on=told.until_on)
            return call.done(
                f"/issues/{issue.reference}", say("The clock stands; everybody reads whom it waits for.")
            )
    return _wait(call, work, form)


def _wait(call: Call, work: UnitOfWork, form: Filled[Any]) -> Response:
    issue = issue_of(call, work)
    acts.may_wait_for(work, issue).demand()
    return call.page("propose/date_wait.html", status=422 if form.errors else 200, issue=issue, form=form)


def end_wait(call: Call, work: UnitOfWork) -> Response:
    """What was waited for came."""
    issue, wait = issue_of(call, work), work.get(Wait, call.number("wait"))
    if wait.issue_id != issue.id:
        raise NotFound
    acts.end_wait(work, wait.id)
    return call.done(f"/issues/{issue.reference}", say("The clock runs again."))


def _running(work: UnitOfWork, issue: Issue) -> list[tuple[Term, Any]]:
    clocks = clocks_of(work, issue)
    return [(term, day) for term in Term if (day := clocks.due(term))]


P = Permission
ROUTES = [
    page("/issues/{reference}/dates", show_dates, P.MOVE_DATES, "issues"),
    page("/issues/{reference}/dates/put-off", ask_put_off, P.MOVE_DATES, "issues"),
    act("/issues/{reference}/dates/put-off", put_off, P.MOVE_DATES, "issues"),
    page("/issues/{reference}/dates/wait", ask_wait, P.MOVE_DATES, "issues"),
    act("/issues/{reference}/dates/wait", wait_for, P.MOVE_DATES, "issues"),
    act("/issues/{reference}/dates/waits/{wait}/end", end_wait, P.MOVE_DATES, "issues"),
]
