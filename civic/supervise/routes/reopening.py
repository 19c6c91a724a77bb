"""Reopening: the reasons so far, and the form for whoever may."""

from typing import Any

from starlette.responses import Response

from civic.core.message import say
from civic.permissions import NAMES, Standing
from civic.propose.tables import Issue
from civic.supervise import acts
from civic.supervise.forms import ReasonForm
from civic.supervise.queries.close_outs import reopenings
from civic.supervise.routes.subject import home, issue_of
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.work import UnitOfWork


def show_reopening(call: Call, work: UnitOfWork) -> Response:
    """Why it went back to work."""
    return _page(call, work, issue_of(call, work), blank())


def reopen_issue(call: Call, work: UnitOfWork) -> Response:
    """Back to work."""
    issue, form = issue_of(call, work), call.form(ReasonForm)
    if form.clean is None:
        acts.may_reopen_issue(work, issue).demand()
        return _page(call, work, issue, form)
    acts.reopen_issue(work, issue.id, form.clean.reason)
    return call.done(home(issue), say("Reopened. Your reason is public."))


def _page(call: Call, work: UnitOfWork, issue: Issue, form: Filled[Any]) -> Response:
    return call.page(
        "supervise/reopening.html",
        status=422 if form.errors else 200,
        issue=issue,
        form=form,
        reopenings=reopenings(work, issue.id),
        roles={s.value: NAMES[s] for s in Standing},
        may=acts.may_reopen_issue(work, issue),
    )
