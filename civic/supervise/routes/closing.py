"""Closing out: ask, look over the sheet, turn a key, refuse."""

from typing import Any

from starlette.responses import Response

from civic.core.message import say
from civic.people.queries.named import named
from civic.permissions import NAMES, Standing
from civic.propose.tables import Issue
from civic.supervise import acts
from civic.supervise.forms import CloseOutForm, NothingForm, ReasonForm, ViewForm
from civic.supervise.queries import orders, promises
from civic.supervise.routes.subject import below, home, issue_of
from civic.supervise.tables import CloseOut
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.work import UnitOfWork


def show_ask(call: Call, work: UnitOfWork) -> Response:
    """What was promised, what was seen; then the proof."""
    return _ask(call, work, issue_of(call, work), blank())


def ask_close_out(call: Call, work: UnitOfWork) -> Response:
    """Ask."""
    issue, form = issue_of(call, work), call.form(CloseOutForm)
    if form.clean is None:
        return _ask(call, work, issue, form)
    found = acts.ask_close_out(work, issue.id, proof=form.clean.proof)
    return call.done(home(issue, f"/close-outs/{found.id}"), say("Asked. Two others now check and agree."))


def _ask(call: Call, work: UnitOfWork, issue: Issue, form: Filled[Any]) -> Response:
    found, watched = orders.orders_of(work, issue.id), promises.newest_watch(work, issue.id)
    promise = watched.promise if watched else None
    acts.may_ask_close_out(work, issue, found, promise).demand()
    status = 422 if form.errors else 200
    return call.page("supervise/close_out_form.html", status=status, issue=issue, form=form, promise=promise)


def show_close_out(call: Call, work: UnitOfWork) -> Response:
    """The sheet; with the keys for whoever may turn one."""
    issue, sheet = below(call, work, CloseOut, "close_out")
    return _sheet(call, work, issue, sheet)


def turn_first_key(call: Call, work: UnitOfWork) -> Response:
    """Agree for raiser and supervisors."""
    issue, sheet = below(call, work, CloseOut, "close_out")
    form = call.form(ViewForm)
    if form.clean is None:
        return _sheet(call, work, issue, sheet, view=form)
    acts.turn_first_key(work, sheet.id, form.clean.view)
    return _agreed(call, issue, sheet)


def turn_second_key(call: Call, work: UnitOfWork) -> Response:
    """Agree for the committee."""
    issue, sheet = below(call, work, CloseOut, "close_out")
    form = call.form(NothingForm)
    if form.clean is None:
        return _sheet(call, work, issue, sheet, view=form)
    acts.turn_second_key(work, sheet.id)
    return _agreed(call, issue, sheet)


def _agreed(call: Call, issue: Issue, sheet: CloseOut) -> Response:
    closed = say("Closed out. Whoever is affected is asked for seven days how it turned out.")
    waits = say("You agreed. The other key is still to be turned.")
    return call.done(home(issue, f"/close-outs/{sheet.id}"), closed if sheet.closed_at else waits)


def refuse_close_out(call: Call, work: UnitOfWork) -> Response:
    """Back to work, with a reason."""
    issue, sheet = below(call, work, CloseOut, "close_out")
    form = call.form(ReasonForm)
    if form.clean is None:
        return _sheet(call, work, issue, sheet, refusal=form)
    acts.refuse_close_out(work, sheet.id, form.clean.reason)
    return call.done(home(issue), say("Back to work. Your reason is public."))


def _sheet(
    call: Call, work: UnitOfWork, issue: Issue, sheet: CloseOut, view: Filled[Any] | None = None,
    refusal: Filled[Any] | None = None,
) -> Response:  # fmt: skip
    leads = orders.orders_of(work, issue.id).leads
    watched = promises.watch_before(work, issue.id, sheet.asked_at)
    signers = {sheet.asked_by_id, sheet.first_key_id, sheet.second_key_id} - {None}
    return call.page(
        "supervise/close_out.html",
        status=422 if view or refusal else 200,
        issue=issue,
        sheet=sheet,
        promise=watched.promise if watched and sheet.criterion_met is not None else None,
        people=named(work, [p for p in signers if p is not None]),
        roles={s.value: NAMES[s] for s in Standing},
        may_first=acts.may_turn_first_key(work, issue, sheet, leads),
        may_second=acts.may_turn_second_key(work, issue, sheet, leads),
        may_refuse=acts.may_refuse_close_out(work, issue, sheet),
        view=view or blank(),
        refusal=refusal or blank(),
    )
