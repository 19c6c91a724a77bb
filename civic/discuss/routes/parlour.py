"""Minutes of the community parlour."""

from starlette.responses import Response

from civic.core.days import day_of
from civic.core.message import say
from civic.discuss import acts, queries, rules
from civic.discuss.forms import ParlourForm
from civic.discuss.routes.looking_over import Rows, looked_over, refuse_unless
from civic.discuss.routes.subject import opened
from civic.discuss.rules import IN_THE_PARLOUR, PARTIES
from civic.web.call import Call
from civic.web.forms import blank
from civic.work import UnitOfWork

FORM = "discuss/parlour_form.html"
ASKED = {party: PARTIES[party] for party in IN_THE_PARLOUR}


def show_minutes(call: Call, work: UnitOfWork) -> Response:
    """All meetings about the topic, newest first."""
    issue, found = opened(call, work)
    return call.page(
        "discuss/parlour.html",
        issue=issue,
        minutes=queries.minutes_of(work, found.topic.id),
        parties=PARTIES,
        may=acts.may_record_parlour(work, found.outcome),
    )


def show_form(call: Call, work: UnitOfWork) -> Response:
    """The sheet to fill in after a meeting."""
    issue, found = opened(call, work)
    acts.may_record_parlour(work, found.outcome).demand()
    form = blank(held_on=work.today.isoformat())
    return call.page(FORM, form=form, issue=issue, parties=ASKED, action=_path(issue.reference))


def record_parlour(call: Call, work: UnitOfWork) -> Response:
    """Look the minutes over, then record them."""
    issue, found = opened(call, work)
    acts.may_record_parlour(work, found.outcome).demand()
    form = call.form(ParlourForm)
    typed = form.clean
    if typed:
        opened_on = day_of(found.topic.opened_at, work.zone)
        refuse_unless(form, rules.day_fits(typed.held_on, opened_on, work.today), "held_on")
        refuse_unless(form, rules.somebody_present(typed.present), "residents")
    again = looked_over(
        call, form, FORM, title=say("Minutes"), send=say("Publish the minutes"), action=_path(issue.reference),
        issue=issue, parties=ASKED, rows=_rows(typed) if typed else (),
    )  # fmt: skip
    if again is not None:
        return again
    assert typed is not None
    acts.record_parlour(
        work, found.topic.id, held_on=typed.held_on, place=typed.place, present=typed.present,
        consensus=typed.consensus, dissent=typed.dissent or "",
    )  # fmt: skip
    return call.done(_path(issue.reference), say("The minutes are public now."))


def _path(reference: str) -> str:
    return f"/issues/{reference}/parlour"


def _rows(typed: ParlourForm) -> Rows:
    return [
        (say("Day"), typed.held_on),
        (say("Place"), typed.place),
        *((PARTIES[party], n) for party, n in typed.present.items() if n),
        (say("People present"), sum(typed.present.values())),
        (say("Agreed in the talk"), typed.consensus),
        (say("Dissent"), typed.dissent or say("none")),
    ]
