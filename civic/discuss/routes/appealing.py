"""The author's appeal and its answer; what was read."""

from typing import Any

from starlette.responses import Response

from civic.core.message import say
from civic.discuss import acts, queries
from civic.discuss.forms import AppealAnswerForm, AppealForm, NothingForm
from civic.discuss.routes.said import asked, subject
from civic.discuss.rules import GROUNDS
from civic.web.call import Call
from civic.web.errors import UNREAD, error_page
from civic.web.forms import Filled, blank
from civic.work import UnitOfWork


def show_appeal(call: Call, work: UnitOfWork) -> Response:
    """Why it should be shown."""
    return _appeal(call, work, blank())


def appeal(call: Call, work: UnitOfWork) -> Response:
    """To the supervisory committee."""
    spoken, here = subject(call, work)
    form = call.form(AppealForm)
    if form.clean is None:
        return _appeal(call, work, form)
    acts.appeal_hiding(work, spoken.said.id, text=form.clean.text)
    return call.done(here, say("Your appeal has gone to the supervisory committee."))


def _appeal(call: Call, work: UnitOfWork, form: Filled[Any]) -> Response:
    spoken, _here = subject(call, work)
    acts.may_appeal_hiding(work, spoken, queries.newest_hiding(work, spoken.said.id)).demand()
    return asked(
        call, work, form, heading=say("Appeal"), action="/appeal", send=say("Send the appeal"),
        lead=say("The supervisory committee, not the one that hid it, answers in public within five working days."),
        fields=("text",), text_label=say("Why should it be shown?"),
        text_hint=say("Up to 1,000 characters. Only the two committees read it."),
    )  # fmt: skip


def show_answer(call: Call, work: UnitOfWork) -> Response:
    """What was hidden, why, and the author's words."""
    return _answer(call, work, blank())


def answer(call: Call, work: UnitOfWork) -> Response:
    """In public."""
    spoken, here = subject(call, work)
    form = call.form(AppealAnswerForm)
    if form.clean is None:
        return _answer(call, work, form)
    acts.answer_appeal(
        work, spoken.said.id, upheld=form.clean.upheld == "yes", answer=form.clean.answer
    )  # fmt: skip
    return call.done(here, say("Your answer is public."))


def _answer(call: Call, work: UnitOfWork, form: Filled[Any]) -> Response:
    spoken, _here = subject(call, work)
    newest = queries.newest_hiding(work, spoken.said.id)
    acts.may_answer_appeal(work, spoken, newest).demand()
    return asked(
        call, work, form, heading=say("Answer the appeal"), action="/appeal-answer", send=say("Publish the answer"),
        lead=say("This was hidden:"), fields=("upheld",),
        hiding=newest, ground=GROUNDS[newest.ground] if newest else None,
    )  # fmt: skip


def see(call: Call, work: UnitOfWork) -> Response:
    """Whom it concerns has read it."""
    spoken, here = subject(call, work)
    if call.form(NothingForm).clean is None:
        return error_page(call, 422, UNREAD)
    acts.see_talk_news(work, spoken.said.id)
    return call.done(here)
