"""Calling back whoever was not satisfied: the committee's own list."""

from typing import Any

from starlette.responses import Response

from civic.core.days import days_late
from civic.core.errors import NotFound
from civic.core.message import say
from civic.propose.tables import Issue
from civic.supervise import acts
from civic.supervise.forms import CallBackForm
from civic.supervise.queries import ratings
from civic.supervise.routes.subject import home, issue_of
from civic.supervise.rules.grades import GRADES, call_back_by
from civic.supervise.tables import Rating
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.work import UnitOfWork


def show_call_backs(call: Call, work: UnitOfWork) -> Response:
    """Who is to be called, by when."""
    return _list(call, work, issue_of(call, work), blank())


def record_call_back(call: Call, work: UnitOfWork) -> Response:
    """Somebody was called back."""
    issue, form = issue_of(call, work), call.form(CallBackForm)
    found = ratings.newest_round(work, issue.id)
    if work.get(Rating, call.number("rating")).round_id != found.id:
        raise NotFound
    if form.clean is None:
        return _list(call, work, issue, form, call.number("rating"))
    acts.record_call_back(work, call.number("rating"), note=form.clean.note or "")
    return call.done(home(issue, "/call-backs"), say("The call is recorded."))


def _list(call: Call, work: UnitOfWork, issue: Issue, form: Filled[Any], typed_at: int = 0) -> Response:
    found = ratings.newest_round(work, issue.id)
    acts.may_record_call_back(work, found).demand()
    due_on = call_back_by(found.until_on, work.calendar)
    listed = ratings.call_backs(work, found.id)
    return call.page(
        "supervise/call_backs.html",
        status=422 if form.errors else 200,
        issue=issue,
        listed=listed,
        waiting=sum(c.called_back_at is None for c in listed),
        due_on=due_on,
        late=days_late(due_on, work.today),
        grades=GRADES,
        form=form,
        typed_at=typed_at,
    )
