"""Ask about the option paper; answer."""

from typing import Any

from starlette.responses import Response

from civic.core.days import working_days_after
from civic.core.message import say
from civic.discuss import acts, queries
from civic.discuss.panels import speaks_in_office
from civic.discuss.paper_forms import AskForm
from civic.discuss.routes.said import asked, subject
from civic.discuss.routes.subject import opened
from civic.discuss.rules import QUESTION_DAYS
from civic.permissions import NAMES, Standing
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.work import UnitOfWork


def show_ask(call: Call, work: UnitOfWork) -> Response:
    """One question, and by when who answers."""
    return _ask(call, work, blank())


def ask(call: Call, work: UnitOfWork) -> Response:
    """It is public, and somebody owes the answer."""
    issue, found = opened(call, work)
    form = call.form(AskForm)
    if form.clean is None:
        return _ask(call, work, form)
    question = acts.ask_about_paper(work, found.topic.id, text=form.clean.text)
    until = say(
        "Your question is public. %(body)s answers by %(day)s; you will read it on Today.",
        body=NAMES[Standing(question.owed_by)], day=question.due_on,
    )  # fmt: skip
    return call.done(f"/issues/{issue.reference}/option-paper#q{question.contribution_id}", until)


def _ask(call: Call, work: UnitOfWork, form: Filled[Any]) -> Response:
    issue, found = opened(call, work)
    acts.may_ask_about_paper(work, found.paper, found.outcome).demand()
    assert found.paper is not None
    return call.page(
        "discuss/paper_question.html", status=422 if form.errors else 200, form=form, issue=issue,
        owed_by=NAMES[Standing(found.paper.role)],
        due_on=working_days_after(work.today, QUESTION_DAYS, work.calendar),
        speaks_in_office=speaks_in_office(work),
    )  # fmt: skip


def show_answer(call: Call, work: UnitOfWork) -> Response:
    """The question, and a field."""
    return _answer(call, work, blank())


def answer(call: Call, work: UnitOfWork) -> Response:
    """It stands under the question."""
    spoken, _here = subject(call, work)
    form = call.form(AskForm)
    if form.clean is None:
        return _answer(call, work, form)
    acts.answer_question(work, spoken.said.id, text=form.clean.text)
    back = f"/issues/{spoken.issue.reference}/option-paper#q{spoken.said.id}"
    return call.done(back, say("Your answer is public. Whoever asked reads it on Today."))


def _answer(call: Call, work: UnitOfWork, form: Filled[Any]) -> Response:
    spoken, _here = subject(call, work)
    question = queries.question_of(work, spoken.said.id)
    acts.may_answer_question(work, spoken, question).demand()
    assert question is not None
    return asked(
        call, work, form, heading=say("Answer the question"), action="/answer", send=say("Publish the answer"),
        lead=say("Asked about version %(n)s; the answer is due on %(day)s.", n=question.version, day=question.due_on),
        fields=("text",), text_label=say("Your answer"),
        text_hint=say("Up to 1,000 characters. Everybody can read it, with your office and full name."),
    )  # fmt: skip
