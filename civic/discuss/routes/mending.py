"""Change or withdraw what one said."""

from typing import Any

from starlette.responses import Response

from civic.core.message import say
from civic.discuss import acts
from civic.discuss.forms import EditForm, SureForm
from civic.discuss.queries import appeal_open
from civic.discuss.routes.said import asked, subject
from civic.discuss.rules import REPLY, STANCES
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.work import UnitOfWork


def show_edit(call: Call, work: UnitOfWork) -> Response:
    """The words as they are, to be changed."""
    said = subject(call, work)[0].said
    return _edit(call, work, blank(text=said.text, stance=said.stance))


def edit(call: Call, work: UnitOfWork) -> Response:
    """Other words, or another side."""
    spoken, here = subject(call, work)
    form = call.form(EditForm)
    if form.clean and form.clean.stance is None and spoken.said.stance != REPLY:
        form.refuse("stance", say("Please choose one of the answers."))
    if form.clean is None or form.errors:
        return _edit(call, work, form)
    acts.edit_contribution(work, spoken.said.id, stance=form.clean.stance or REPLY, text=form.clean.text)
    return call.done(here, say("Changed. How it read before stays readable."))


def _edit(call: Call, work: UnitOfWork, form: Filled[Any]) -> Response:
    spoken, _here = subject(call, work)
    acts.may_edit_contribution(work, spoken).demand()
    reply_only = spoken.said.stance == REPLY
    return asked(
        call, work, form, heading=say("Change it"), action="/edit", send=say("Publish the change"),
        lead=say("How it read before stays readable for everybody."), stances=list(STANCES.items()),
        fields=("text",) if reply_only else ("stance", "text"), text_label=say("What do you want to say?"),
        text_hint=say("Up to 1,000 characters."),
    )  # fmt: skip


def show_withdrawal(call: Call, work: UnitOfWork) -> Response:
    """What goes and what stays."""
    return _withdraw(call, work, blank())


def withdraw(call: Call, work: UnitOfWork) -> Response:
    """The text goes."""
    spoken, here = subject(call, work)
    form = call.form(SureForm)
    if form.clean is None:
        return _withdraw(call, work, form)
    acts.withdraw_contribution(work, spoken.said.id)
    return call.done(here, say("Withdrawn. The text is gone; its place stays."))


def _withdraw(call: Call, work: UnitOfWork, form: Filled[Any]) -> Response:
    spoken, _here = subject(call, work)
    acts.may_withdraw_contribution(work, spoken, appealed=appeal_open(work, spoken.said.id)).demand()
    return asked(
        call, work, form, heading=say("Withdraw it?"), action="/withdrawal", send=say("Withdraw it"),
        lead=say("The text is deleted and cannot be brought back. Its place and the replies stay."), fields=("sure",),
    )  # fmt: skip
