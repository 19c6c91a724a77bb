"""Demands: make one, read it, answer it."""

from typing import Any

from starlette.responses import Response

from civic.core.days import days_late, working_days_after
from civic.core.message import Message, say
from civic.people.queries.named import named
from civic.permissions import NAMES, Standing
from civic.propose.tables import Issue
from civic.supervise import acts
from civic.supervise.forms import AnswerForm, DemandForm
from civic.supervise.queries import orders, promises
from civic.supervise.queries.orders import Orders
from civic.supervise.routes.subject import below, held, home, issue_of
from civic.supervise.rules.lateness import ANSWER_DAYS
from civic.supervise.rules.promise import Promise
from civic.supervise.tables import Demand
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.work import UnitOfWork


def show_new(call: Call, work: UnitOfWork) -> Response:
    """What is late, and until when an answer is due."""
    due = working_days_after(work.today, ANSWER_DAYS, work.calendar)
    form = blank(about=call.query.get("about", ""), due_on=due.isoformat())
    return _new(call, work, issue_of(call, work), form)


def make_demand(call: Call, work: UnitOfWork) -> Response:
    """Make it."""
    issue, form = issue_of(call, work), call.form(DemandForm)
    typed = form.clean
    if typed and not (typed.about == "late" or (typed.about.isascii() and typed.about.isdigit())):
        form.refuse("about", say("Please choose one of the answers."))
    elif typed and held(
        form,
        "due_on",
        lambda: acts.make_demand(
            work, issue.id, order_id=None if typed.about == "late" else int(typed.about), text=typed.text,
            due_on=typed.due_on,
        ),
    ):  # fmt: skip
        return call.done(home(issue), say("The demand is public. Its answer will stand beside it."))
    return _new(call, work, issue, form)


def _new(call: Call, work: UnitOfWork, issue: Issue, form: Filled[Any]) -> Response:
    found, watched = orders.orders_of(work, issue.id), promises.newest_watch(work, issue.id)
    promise = watched.promise if watched else None
    acts.may_make_demand(work, issue, found, promise).demand()
    status = 422 if form.errors else 200
    choices = _late(work, found, promise)
    return call.page("supervise/demand_form.html", status=status, issue=issue, form=form, choices=choices)


def _late(
    work: UnitOfWork, found: Orders, promise: Promise | None
) -> list[tuple[str, Message | str, Message]]:
    """Each late thing: value, name, how late."""
    late: list[tuple[str, Message | str, Message]] = [
        (
            str(order.id),
            say("Work order no. %(number)s: %(task)s", number=order.number, task=order.task),
            say(
                "due %(day)s, led by %(lead)s",
                day=order.due_on,
                lead=order.lead_title or NAMES[Standing.LEAD],
            ),
        )
        for order in found.late(work.today)
    ]
    if promise and promise.late:
        last = promise.late[-1].day
        late.append(("late", promise.promised.criterion, say("last late on %(day)s", day=last)))
    return late


def show_demand(call: Call, work: UnitOfWork) -> Response:
    """The demand and its answer; printable."""
    issue, demand = below(call, work, Demand, "demand")
    return _shown(call, work, issue, demand, blank())


def answer_demand(call: Call, work: UnitOfWork) -> Response:
    """Publish the answer."""
    issue, demand = below(call, work, Demand, "demand")
    form = call.form(AnswerForm)
    if form.clean is None:
        return _shown(call, work, issue, demand, form)
    acts.answer_demand(work, demand.id, form.clean.answer)
    return call.done(home(issue, f"/demands/{demand.id}"), say("The answer is public now."))


def _shown(call: Call, work: UnitOfWork, issue: Issue, demand: Demand, form: Filled[Any]) -> Response:
    found = orders.orders_of(work, issue.id)
    order = found.find(demand.order_id)
    answered = demand.answered_at.astimezone(work.zone).date() if demand.answered_at else work.today
    return call.page(
        "supervise/demand.html",
        status=422 if form.errors else 200,
        issue=issue,
        demand=demand,
        order=order,
        lead=named(work, [order.lead_id]).get(order.lead_id) if order else None,
        late=days_late(demand.due_on, answered),
        who=NAMES[Standing(demand.answered_role)] if demand.answered_role else None,
        may=acts.may_answer_demand(work, demand, found),
        form=form,
    )
