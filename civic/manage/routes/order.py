"""One work order: the paper, and what its lead or the committee does with it."""

from typing import Any

from starlette.responses import Response

from civic.core.days import day_of, days_late
from civic.core.errors import NotFound
from civic.core.message import say
from civic.manage import acts
from civic.manage.forms import CompletionForm, LeadForm, ReportForm, ReturnForm
from civic.manage.queries.leads import lead, leads, who
from civic.manage.queries.orders import Shown, reports, shown
from civic.manage.rules import NATURES, PHASES, OrderPhase, TaskNature, late_by
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.work import UnitOfWork


def show_order(call: Call, work: UnitOfWork) -> Response:
    """Everything about it, with what the reader may do."""
    return _paper(call, work, shown(work, call.number("order")))


def accept_order(call: Call, work: UnitOfWork) -> Response:
    """The lead takes it on."""
    acts.accept_work_order(work, call.number("order"))
    return call.done(_path(call), say("Accepted. Please report here how far it is."))


def return_order(call: Call, work: UnitOfWork) -> Response:
    """The lead sends it back with a reason."""
    found = shown(work, call.number("order"))
    acts.may_return_work_order(work, found.order).demand()
    form = call.form(ReturnForm)
    if form.clean is None:
        return _paper(call, work, found, form)
    acts.return_work_order(work, found.order.id, form.clean.reason)
    return call.done(_path(call), say("Returned. The committee finds another lead."))


def report_progress(call: Call, work: UnitOfWork) -> Response:
    """How far it is; or on to the check page when it is done."""
    found = shown(work, call.number("order"))
    acts.may_report_progress(work, found.order).demand()
    form = call.form(ReportForm)
    if form.clean is None:
        return _paper(call, work, found, form)
    if form.clean.step == "done":
        return call.page("manage/order_done.html", found=found, order=found.order, text=form.clean.text)
    acts.report_progress(work, found.order.id, form.clean.text)
    return call.done(_path(call), say("Your report is public now."))


def complete_order(call: Call, work: UnitOfWork) -> Response:
    """Done, after it was looked over."""
    found = shown(work, call.number("order"))
    acts.may_complete_work_order(work, found.order).demand()
    form = call.form(CompletionForm)
    if form.clean is None or form.clean.step == "change":
        return _paper(call, work, found, form)
    acts.complete_work_order(work, found.order.id, form.clean.text)
    return call.done(_path(call), say("Recorded as done. Thank you."))


def reroute_order(call: Call, work: UnitOfWork) -> Response:
    """The committee finds another lead for what came back."""
    found = shown(work, call.number("order"))
    acts.may_reroute_work_order(work, found.order).demand()
    form = call.form(LeadForm)
    if form.clean and not (chosen := _other_lead(work, found, form)):
        return _paper(call, work, found, form)
    if form.clean is None or not chosen:
        return _paper(call, work, found, form)
    acts.reroute_work_order(work, found.order.id, lead_id=form.clean.lead_id)
    return call.done(_path(call), say("The work order went to another lead."))


def _other_lead(work: UnitOfWork, found: Shown, form: Filled[LeadForm]) -> bool:
    """Whether the chosen lead may have it; the reason stands beside the field."""
    assert form.clean is not None
    try:
        verdict = acts.may_lead_instead(work, found.order, lead(work, form.clean.lead_id))
    except NotFound:
        form.refuse("lead_id", say("Please choose one of the answers."))
        return False
    if verdict.because:
        form.refuse("lead_id", verdict.because)
    return bool(verdict)


def _path(call: Call) -> str:
    return f"/work-orders/{call.number('order')}"


def _paper(call: Call, work: UnitOfWork, found: Shown, form: Filled[Any] | None = None) -> Response:
    order, phase = found.order, OrderPhase(found.order.phase)
    may_reroute = acts.may_reroute_work_order(work, order)
    return call.page(
        "manage/order.html",
        status=422 if form and form.errors else 200,
        form=form or blank(),
        found=found,
        order=order,
        phase=phase.value,
        state=PHASES[phase],
        nature=NATURES[TaskNature(order.nature)],
        lead=say("%(title)s, %(name)s", title=who(order.lead_office, order.lead_title), name=found.lead),
        before=who(order.rerouted_from_office, order.rerouted_from) if order.rerouted_from_office else None,
        late_days=late_by(phase, order.due_on, work.today),
        done_late=days_late(order.due_on, day_of(order.done_at, work.zone)) if order.done_at else 0,
        reports=reports(work, order.id),
        may_answer=acts.may_accept_work_order(work, order),
        may_report=acts.may_report_progress(work, order),
        may_reroute=may_reroute,
        leads=[(each.person_id, each.called) for each in leads(work)] if may_reroute else [],
    )
