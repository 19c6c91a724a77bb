"""Report, hide, leave, show again."""

from typing import Any

from starlette.responses import Response

from civic.core.message import say
from civic.discuss import acts, queries
from civic.discuss.forms import HideForm, NothingForm, ReportForm
from civic.discuss.routes.said import asked, subject
from civic.discuss.rules import GROUNDS
from civic.web.call import Call
from civic.web.errors import UNREAD, error_page
from civic.web.forms import Filled, blank
from civic.work import UnitOfWork


def report(call: Call, work: UnitOfWork) -> Response:
    """One tap on a ground."""
    spoken, here = subject(call, work)
    form = call.form(ReportForm)
    if form.clean is None:
        return error_page(call, 422, UNREAD)
    acts.report_contribution(work, spoken.said.id, ground=form.clean.report)
    return call.done(here, say("Reported. You will read the answer on Today."))


def keep(call: Call, work: UnitOfWork) -> Response:
    """It breaks no rule."""
    spoken, here = subject(call, work)
    if call.form(NothingForm).clean is None:
        return error_page(call, 422, UNREAD)
    acts.keep_contribution(work, spoken.said.id)
    return call.done(here, say("Left as it is. Whoever reported it will read that."))


def show_hide(call: Call, work: UnitOfWork) -> Response:
    """The fixed grounds and a sentence."""
    return _hide(call, work, blank())


def hide(call: Call, work: UnitOfWork) -> Response:
    """Out of sight, with a public reason."""
    spoken, here = subject(call, work)
    form = call.form(HideForm)
    if form.clean is None:
        return _hide(call, work, form)
    acts.hide_contribution(work, spoken.said.id, ground=form.clean.ground, because=form.clean.because)
    return call.done(here, say("Hidden. The reason stands in its place, and its author may appeal."))


def _hide(call: Call, work: UnitOfWork, form: Filled[Any]) -> Response:
    spoken, _here = subject(call, work)
    acts.may_hide_contribution(work, spoken, queries.newest_hiding(work, spoken.said.id)).demand()
    return asked(
        call, work, form, heading=say("Hide this contribution"), action="/hiding", send=say("Hide it"),
        lead=say("Another opinion is no ground, nor is a reproach to those in office. Its side still counts."),
        fields=("ground",), grounds=list(GROUNDS.items()),
    )  # fmt: skip


def show_again(call: Call, work: UnitOfWork) -> Response:
    """The committee thought better of it."""
    spoken, here = subject(call, work)
    if call.form(NothingForm).clean is None:
        return error_page(call, 422, UNREAD)
    acts.show_contribution(work, spoken.said.id)
    return call.done(here, say("Everybody reads it again."))
