"""Propose an amendment, take it back, answer it, read what became of it."""

from typing import Any

from starlette.responses import Response

from civic.core.errors import NotFound
from civic.core.message import say
from civic.discuss import acts
from civic.discuss.draft_forms import AmendmentAnswerForm, AmendmentForm
from civic.discuss.panels import speaks_in_office
from civic.discuss.queries.drafting import draft_of
from civic.discuss.routes.draft_view import amendment, options_of
from civic.discuss.routes.looking_over import refuse_unless
from civic.discuss.routes.subject import opened
from civic.discuss.rules.drafting import amendment_holds, may_decline
from civic.discuss.tables import Amendment
from civic.permissions import NAMES, Standing
from civic.propose.tables import Issue
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.work import UnitOfWork

CHOICES = [
    ("accept", say("Accept it: the paragraph is replaced")),
    ("decline", say("Decline it, with a reason")),
]


def show_amend(call: Call, work: UnitOfWork) -> Response:
    """Choose a paragraph, write it anew, say why."""
    return _amend(call, work, blank())


def propose_amendment(call: Call, work: UnitOfWork) -> Response:
    """It is public, and the committee owes an answer."""
    issue, found = opened(call, work)
    form, draft = call.form(AmendmentForm), draft_of(work, found.topic.id)
    typed = form.clean
    old = dict(options_of(draft)).get(typed.passage) if typed and draft else None
    if typed and draft:
        refuse_unless(
            form, amendment_holds(text=draft.text, old=str(old), new=typed.text), "text" if old else "passage"
        )
    if typed is None or form.errors:
        return _amend(call, work, form)
    made = acts.propose_amendment(work, found.topic.id, old=str(old), new=typed.text, why=typed.because)
    told = say(
        "Your amendment is public. %(body)s answers by %(day)s; you will read it on Today.",
        body=NAMES[Standing.COMMITTEE], day=made.due_on,
    )  # fmt: skip
    return call.done(f"/issues/{issue.reference}/draft#a{made.id}", told)


def _amend(call: Call, work: UnitOfWork, form: Filled[Any]) -> Response:
    issue, found = opened(call, work)
    draft = draft_of(work, found.topic.id)
    acts.may_propose_amendment(work, found.topic, issue, found.outcome, draft.text if draft else "").demand()
    assert draft is not None
    return call.page(
        "discuss/draft_amend.html", status=422 if form.errors else 200, issue=issue, form=form,
        options=options_of(draft), number=draft.number, speaks_in_office=speaks_in_office(work),
        committee=NAMES[Standing.COMMITTEE], here=f"/issues/{issue.reference}/draft",
    )  # fmt: skip


def _subject(call: Call, work: UnitOfWork) -> tuple[Amendment, Issue]:
    row, issue = acts.amendment_of(work, call.number("amendment"))
    if issue.reference != call.path["reference"]:
        raise NotFound
    return row, issue


def withdraw_amendment(call: Call, work: UnitOfWork) -> Response:
    """Its text is gone."""
    row, issue = _subject(call, work)
    acts.withdraw_amendment(work, row.id)
    return call.done(f"/issues/{issue.reference}/draft#a{row.id}", say("Your amendment is withdrawn."))


def see_answer(call: Call, work: UnitOfWork) -> Response:
    """I have read it."""
    row, issue = _subject(call, work)
    acts.see_amendment_answer(work, row.id)
    return call.done(f"/issues/{issue.reference}/draft#a{row.id}")


def show_answer(call: Call, work: UnitOfWork) -> Response:
    """Text against text, and the two ways."""
    return _answer(call, work, blank())


def answer_amendment(call: Call, work: UnitOfWork) -> Response:
    """Accepted it makes the next version; declined, everybody reads why."""
    row, issue = _subject(call, work)
    form = call.form(AmendmentAnswerForm)
    typed = form.clean
    if typed and typed.decision == "accept":
        refuse_unless(form, acts.may_accept_amendment(work, row, issue), "decision")
    elif typed:
        refuse_unless(form, may_decline(reason=typed.reason or ""), "reason")
    if typed is None or form.errors:
        return _answer(call, work, form)
    accepted = typed.decision == "accept"
    acts.answer_amendment(work, row.id, accepted=accepted, reason=typed.reason or "")
    told = (
        say("Accepted: there is a new version.")
        if accepted
        else say("The amendment is declined; the reason is public.")
    )
    return call.done(f"/issues/{issue.reference}/draft#a{row.id}", told)


def _answer(call: Call, work: UnitOfWork, form: Filled[Any]) -> Response:
    row, issue = _subject(call, work)
    acts.may_answer_amendment(work, row).demand()
    return call.page(
        "discuss/draft_answer.html", status=422 if form.errors else 200, issue=issue, form=form,
        one=amendment(work, row), choices=CHOICES, here=f"/issues/{issue.reference}/draft",
    )  # fmt: skip
