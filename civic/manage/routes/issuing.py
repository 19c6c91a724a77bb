"""Issue a work order: the form, its check, sent."""

from typing import Any

from starlette.responses import Response

from civic.core.amount import Money
from civic.core.errors import NotFound
from civic.core.message import say
from civic.discuss.routes.looking_over import Rows, looked_over
from civic.manage import acts
from civic.manage.forms import OrderForm
from civic.manage.queries import facts
from civic.manage.queries.leads import Lead, lead, leads
from civic.manage.rules import NATURES, Terms
from civic.propose.tables import Issue
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.work import UnitOfWork

FORM = "manage/order_form.html"


def new_order(call: Call, work: UnitOfWork) -> Response:
    """The empty form."""
    issue = work.one(Issue, reference=call.path["reference"])
    acts.may_issue_work_order(work, issue).demand()
    promised = facts.promised(work, issue.id)
    due_on = promised.deadline_on if promised else None
    form = blank(
        due_on=due_on.isoformat() if due_on and due_on > work.today else "",
        payer=promised.payer if promised else "",
    )
    return call.page(FORM, form=form, **_shared(work, issue))


def issue_order(call: Call, work: UnitOfWork) -> Response:
    """Look it over, then issue it."""
    issue = work.one(Issue, reference=call.path["reference"])
    acts.may_issue_work_order(work, issue).demand()
    form = call.form(OrderForm)
    chosen, typed = _checked(work, form), form.clean
    again = looked_over(
        call, form, FORM, title=say("Work order"), send=say("Issue the work order"),
        rows=_rows(typed, chosen) if typed and chosen else (), **_shared(work, issue),
    )  # fmt: skip
    if again is not None or typed is None:
        return again or call.refused(FORM, form, **_shared(work, issue))
    order = acts.issue_work_order(
        work, issue.id, task=typed.task, nature=typed.nature, lead_id=typed.lead_id,
        helpers=typed.helpers or "", due_on=typed.due_on, criterion=typed.criterion, cost_fen=typed.cost,
        payer=typed.payer or "",
    )  # fmt: skip
    said = say("Work order %(number)s is issued. Its lead is told.", number=order.number)
    return call.done(f"/work-orders/{order.id}", said)


def _checked(work: UnitOfWork, form: Filled[OrderForm]) -> Lead | None:
    """The chosen lead; what only the acts can find wrong stands beside its field."""
    typed = form.clean
    if typed is None:
        return None
    try:
        chosen = lead(work, typed.lead_id)
    except NotFound:
        form.refuse("lead_id", say("Please choose one of the answers."))
        return None
    terms = Terms(typed.due_on, typed.cost, typed.payer or "")
    for name, because in acts.order_faults(work, typed.nature, chosen, terms).items():
        form.refuse(name, because)
    return chosen


def _shared(work: UnitOfWork, issue: Issue) -> dict[str, Any]:
    return {
        "issue": issue,
        "promised": facts.promised(work, issue.id),
        "action": f"/issues/{issue.reference}/work-orders",
        "natures": [(nature.value, words) for nature, words in NATURES.items()],
        "leads": [(each.person_id, each.called) for each in leads(work)],
    }


def _rows(typed: OrderForm, chosen: Lead) -> Rows:
    money = (
        say("%(cost)s, paid by %(payer)s", cost=Money(typed.cost), payer=typed.payer)
        if typed.cost
        else say("none")
    )
    return [
        (say("Task"), typed.task),
        (say("Kind of task"), NATURES[typed.nature]),
        (say("Lead"), chosen.called),
        (say("Helpers"), typed.helpers or say("none")),
        (say("To be done by"), typed.due_on),
        (say("Done when"), typed.criterion),
        (say("Money"), money),
    ]
