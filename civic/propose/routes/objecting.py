"""Object to a decline, online or for a neighbour; the supervisory committee's answer, looked at once more."""

from typing import Any

from starlette.responses import Response

from civic.core.errors import NotFound
from civic.core.message import Message, say
from civic.core.verdict import Kind
from civic.permissions import Permission
from civic.propose import acts
from civic.propose.forms import AnswerObjectionForm, ObjectionForm, PaperObjectionForm
from civic.propose.queries.objecting import Supporter, objections_to, supporters_named
from civic.propose.routes.checking import issue_of
from civic.propose.routes.steps import Named
from civic.propose.rules import CHANNELS
from civic.propose.tables import DeclineObjection, Issue
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.web.routing import act, page
from civic.work import UnitOfWork

UPHELD: dict[str, Message] = {
    "yes": say("Yes: the matter is taken up again"),
    "no": say("No: the decline stands"),
}
ANSWER = Named(say("Answer the objection"), public=True)


def ask_objection(call: Call, work: UnitOfWork) -> Response:
    """Why it should not have been declined."""
    return _objection(call, work, blank())


def make_objection(call: Call, work: UnitOfWork) -> Response:
    """One's own; the supervisory committee answers."""
    form = call.form(ObjectionForm)
    if form.clean is None:
        return _objection(call, work, form)
    issue = issue_of(call, work)
    acts.object_to_decline(work, issue.id, text=form.clean.text)
    return call.done(f"/issues/{issue.reference}", say("Your objection is with the supervisory committee."))


def _objection(call: Call, work: UnitOfWork, form: Filled[Any]) -> Response:
    issue = issue_of(call, work)
    endorsed = work.actor is not None and acts.has_endorsed(work, issue.id)
    acts.may_object_to_decline(work, issue, objections_to(work, issue.id), endorsed=endorsed).demand()
    return call.page("propose/object.html", status=422 if form.errors else 200, issue=issue, form=form)


def ask_on_paper(call: Call, work: UnitOfWork) -> Response:
    """Whose objection it is, how it came, what it says."""
    return _on_paper(call, work, blank())


def enter_on_paper(call: Call, work: UnitOfWork) -> Response:
    """For a neighbour who raised or endorsed it."""
    issue, form = issue_of(call, work), call.form(PaperObjectionForm)
    supporter = _supporter(work, issue, form)
    if form.clean is None or supporter is None:
        return _on_paper(call, work, form)
    typed = form.clean
    acts.enter_objection(work, issue.id, supporter=supporter, text=typed.text, channel=typed.channel)
    return call.done(f"/issues/{issue.reference}", say("The objection is with the supervisory committee."))


def _supporter(work: UnitOfWork, issue: Issue, form: Filled[Any]) -> Supporter | None:
    """The one of that name who raised or endorsed it and is within reach; else the field says why not."""
    if form.clean is None or not work.may(Permission.ENTER_OBJECTION):
        return None
    found = supporters_named(work, issue, form.clean.name, form.clean.door or "")
    if len(found) != 1:
        none = say("Nobody of this name raised or endorsed this issue.")
        several = say("Several people of this name stand behind it. Please add the door number.")
        form.refuse("name", several if found else none)
        return None
    verdict = acts.may_enter_objection(work, issue, objections_to(work, issue.id), found[0])
    if verdict.kind is Kind.REFUSED and verdict.because:
        form.refuse("name", verdict.because)
        return None
    return found[0]


def _on_paper(call: Call, work: UnitOfWork, form: Filled[Any]) -> Response:
    issue = issue_of(call, work)
    acts.may_enter_objection(work, issue, objections_to(work, issue.id)).demand()
    channels = [(code, words) for code, words in CHANNELS.items() if code != "online"]
    return call.page(
        "propose/object_paper.html",
        status=422 if form.errors else 200,
        issue=issue,
        form=form,
        channels=channels,
    )


def ask_answer(call: Call, work: UnitOfWork) -> Response:
    """What was declined and why, what the objection says; who is right."""
    return _answer(call, work, blank())


def give_answer(call: Call, work: UnitOfWork) -> Response:
    """First the check page, then the act: an answer cannot be taken back."""
    (issue, objection), form = _waiting(call, work), call.form(AnswerObjectionForm)
    acts.may_answer_decline(work, issue, objection).demand()
    if form.clean is None or form.clean.sure == "no":
        return _answer(call, work, form)
    typed = form.clean
    if typed.sure is None:
        rows = [(say("Was the objection right?"), UPHELD[typed.upheld]), (say("Public reason"), typed.answer)]
        return call.page(
            "propose/settle_check.html", issue=issue, step=ANSWER, rows=rows, into=None, form=form
        )
    acts.answer_decline(work, objection.id, answer=typed.answer, upheld=typed.upheld == "yes")
    return call.done(f"/issues/{issue.reference}", say("The answer is public now."))


def _answer(call: Call, work: UnitOfWork, form: Filled[Any]) -> Response:
    issue, objection = _waiting(call, work)
    acts.may_answer_decline(work, issue, objection).demand()
    return call.page(
        "propose/object_answer.html", status=422 if form.errors else 200, issue=issue, objection=objection,
        form=form, choices=list(UPHELD.items()),
    )  # fmt: skip


def _waiting(call: Call, work: UnitOfWork) -> tuple[Issue, DeclineObjection]:
    """The newest objection: answered or not, the act says."""
    issue = issue_of(call, work)
    work.may(Permission.ANSWER_DECLINE).demand()
    made = objections_to(work, issue.id)
    if not made:
        raise NotFound
    return issue, made[-1]


P = Permission
ROUTES = [
    page("/issues/{reference}/objection", ask_objection, P.OBJECT_DECLINE, "issues"),
    act("/issues/{reference}/objection", make_objection, P.OBJECT_DECLINE, "issues"),
    page("/issues/{reference}/objection/paper", ask_on_paper, P.ENTER_OBJECTION, "issues"),
    act("/issues/{reference}/objection/paper", enter_on_paper, P.ENTER_OBJECTION, "issues"),
    page("/issues/{reference}/objection/answer", ask_answer, P.ANSWER_DECLINE, "issues"),
    act("/issues/{reference}/objection/answer", give_answer, P.ANSWER_DECLINE, "issues"),
]
