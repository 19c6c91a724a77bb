"""What is not public: the raiser agrees that it becomes so; the committee corrects the kind of matter."""

from typing import Any

from starlette.responses import Response

from civic.core.message import say
from civic.core.verdict import Kind
from civic.permissions import Permission
from civic.propose import acts
from civic.propose.forms import NatureForm
from civic.propose.queries.private import words_of
from civic.propose.routes.checking import issue_of
from civic.propose.rules import DECIDERS, NATURES, Nature
from civic.propose.rules.private import PRIVATE
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.web.routing import act, page
from civic.work import UnitOfWork


def agree_to_publish(call: Call, work: UnitOfWork) -> Response:
    """One tap of the raiser; or whoever entered it notes what they said."""
    issue = issue_of(call, work)
    acts.agree_to_publish(work, issue.id)
    return call.done(f"/issues/{issue.reference}", say("It is recorded that the raiser agrees."))


def show_nature(call: Call, work: UnitOfWork) -> Response:
    """Which kind it is after all."""
    return _nature(call, work, blank())


def correct_nature(call: Call, work: UnitOfWork) -> Response:
    """Do it; what the rule refuses stands beside the question."""
    form = call.form(NatureForm)
    if form.clean is None:
        return _nature(call, work, form)
    issue, nature = issue_of(call, work), form.clean.nature
    verdict = acts.may_correct_nature(work, issue, words_of(work, issue), nature)
    if verdict.kind is Kind.REFUSED and verdict.because:
        form.refuse("nature", verdict.because)
        return _nature(call, work, form)
    acts.correct_nature(work, issue.id, nature)
    done = say("It is not public any more.") if nature in PRIVATE else say("The kind of matter is corrected.")
    return call.done(f"/issues/{issue.reference}", done)


def _nature(call: Call, work: UnitOfWork, form: Filled[Any]) -> Response:
    issue = issue_of(call, work)
    words = words_of(work, issue)
    choices = [each for each in Nature if acts.may_correct_nature(work, issue, words, each)]
    if not choices:
        acts.may_correct_nature(work, issue, words).demand()
    return call.page(
        "propose/nature.html",
        status=422 if form.errors else 200,
        issue=issue,
        words=words,
        form=form,
        natures=[(each.value, NATURES[each], DECIDERS[each]) for each in choices],
    )


P = Permission
ROUTES = [
    act("/issues/{reference}/consent", agree_to_publish, P.AGREE_PUBLIC, "issues"),
    page("/issues/{reference}/nature", show_nature, P.SETTLE, "issues"),
    act("/issues/{reference}/nature", correct_nature, P.SETTLE, "issues"),
]
