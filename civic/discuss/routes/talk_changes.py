"""A talk is moved or called off; the addresses of talks."""

from typing import Any

from starlette.responses import Response

from civic.core.message import say
from civic.discuss import acts
from civic.discuss.calling_forms import MoveForm, OffForm
from civic.discuss.routes import talk_outcome
from civic.discuss.routes.calling import (
    at_page,
    call_talk,
    instant,
    print_talk,
    show_call,
    show_talk,
    talk_of,
)
from civic.discuss.routes.looking_over import refuse_unless
from civic.discuss.rules import calling
from civic.discuss.rules.calling import KINDS, Kind
from civic.discuss.tables import Talk
from civic.permissions import Permission
from civic.propose.tables import Issue
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.web.routing import act, page
from civic.work import UnitOfWork

P = Permission
ONE = "/issues/{reference}/talks/{talk}"


def show_move(call: Call, work: UnitOfWork) -> Response:
    """Another hour or place."""
    issue, talk = talk_of(call, work)
    acts.may_move_talk(work, talk).demand()
    local = talk.starts_at.astimezone(work.zone)
    form = blank(on=local.date().isoformat(), hour=f"{local:%H:%M}", place=talk.place)
    return _moving(call, issue, talk, form)


def move_talk(call: Call, work: UnitOfWork) -> Response:
    """What does not fit stands beside its field."""
    issue, talk = talk_of(call, work)
    acts.may_move_talk(work, talk).demand()
    form = call.form(MoveForm)
    if typed := form.clean:
        starts_at = instant(typed.on, typed.hour, work)
        refuse_unless(form, calling.move_fits(talk.starts_at, talk.place, starts_at, typed.place))
        refuse_unless(form, calling.hour_fits(starts_at, work.now), "on")
    if typed is None or form.errors:
        return _moving(call, issue, talk, form)
    acts.move_talk(work, talk.id, starts_at=starts_at, place=typed.place, because=typed.because)
    return call.done(at_page(issue, talk), say("The talk is moved."))


def show_calling_off(call: Call, work: UnitOfWork) -> Response:
    """Why it does not take place."""
    issue, talk = talk_of(call, work)
    acts.may_call_off_talk(work, talk).demand()
    return _calling_off(call, issue, talk, blank())


def call_off_talk(call: Call, work: UnitOfWork) -> Response:
    """With a public reason."""
    issue, talk = talk_of(call, work)
    acts.may_call_off_talk(work, talk).demand()
    form = call.form(OffForm)
    if form.clean is None:
        return _calling_off(call, issue, talk, form)
    acts.call_off_talk(work, talk.id, because=form.clean.because)
    return call.done(at_page(issue, talk), say("The talk is called off."))


def _moving(call: Call, issue: Issue, talk: Talk, form: Filled[Any]) -> Response:
    return _asked(call, "discuss/talk_move.html", issue, talk, form)


def _calling_off(call: Call, issue: Issue, talk: Talk, form: Filled[Any]) -> Response:
    return _asked(call, "discuss/talk_off.html", issue, talk, form)


def _asked(call: Call, template: str, issue: Issue, talk: Talk, form: Filled[Any]) -> Response:
    return call.page(
        template, status=422 if form.errors else 200, issue=issue, talk=talk, form=form,
        kind=KINDS[Kind(talk.kind)], at=at_page(issue, talk),
    )  # fmt: skip


ROUTES = [
    page("/issues/{reference}/talks/new", show_call, P.CALL_TALK, "issues"),
    act("/issues/{reference}/talks", call_talk, P.CALL_TALK, "issues"),
    page(ONE, show_talk, P.READ, "issues"),
    page(f"{ONE}/print", print_talk, P.READ, "issues"),
    page(f"{ONE}/move", show_move, P.CALL_TALK, "issues"),
    act(f"{ONE}/move", move_talk, P.CALL_TALK, "issues"),
    page(f"{ONE}/calling-off", show_calling_off, P.CALL_TALK, "issues"),
    act(f"{ONE}/calling-off", call_off_talk, P.CALL_TALK, "issues"),
    page(f"{ONE}/outcome", talk_outcome.show_conclusion, P.RECORD_PARLOUR, "issues"),
    act(f"{ONE}/outcome", talk_outcome.conclude_talk, P.RECORD_PARLOUR, "issues"),
]
