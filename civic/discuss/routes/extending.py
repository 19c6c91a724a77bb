"""Let people speak longer: to which day, and why."""

from typing import Any

from starlette.responses import Response

from civic.core.message import say
from civic.discuss import acts
from civic.discuss.forms import ExtendForm
from civic.discuss.routes.looking_over import refuse_unless
from civic.discuss.routes.subject import opened
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.work import UnitOfWork


def show_extend(call: Call, work: UnitOfWork) -> Response:
    """The day as it is."""
    return _page(call, work, blank())


def extend(call: Call, work: UnitOfWork) -> Response:
    """Move it; what the rule refuses stands beside the day."""
    issue, found = opened(call, work)
    form = call.form(ExtendForm)
    typed = form.clean
    if typed:
        refuse_unless(form, acts.may_extend_talk(work, found.topic, found.outcome, typed.to_on), "to_on")
    if typed is None or form.errors:
        return _page(call, work, form)
    acts.extend_talk(work, found.topic.id, to_on=typed.to_on, reason=typed.reason)
    return call.done(f"/issues/{issue.reference}", say("The new date is public, with the old one beside it."))


def _page(call: Call, work: UnitOfWork, form: Filled[Any]) -> Response:
    issue, found = opened(call, work)
    acts.may_extend_talk(work, found.topic, found.outcome).demand()
    return call.page(
        "discuss/extend_form.html", status=422 if form.errors else 200, issue=issue, form=form,
        until_on=found.topic.speak_until_on, action=f"/issues/{issue.reference}/talk-until",
    )  # fmt: skip
