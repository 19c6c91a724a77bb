"""Say in public what becomes of a comment on the outcome: the comment, yes or no, in words."""

from typing import Any

from starlette.responses import Response

from civic.core.errors import NotFound
from civic.core.message import say
from civic.discuss import acts
from civic.discuss.acts import Spoken
from civic.discuss.forms import TreatmentForm
from civic.discuss.spoken import as_written
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.work import UnitOfWork

ANSWERS = [("yes", say("Adopt it")), ("no", say("Do not adopt it"))]


def _subject(call: Call, work: UnitOfWork) -> Spoken:
    spoken = acts.spoken_of(work, call.number("comment"))
    if spoken.issue.reference != call.path["reference"]:
        raise NotFound
    return spoken


def show_treatment(call: Call, work: UnitOfWork) -> Response:
    """What was said before about it, to be written or put right."""
    said = _subject(call, work).said
    adopted = {None: "", True: "yes", False: "no"}[said.adopted]
    return _page(call, work, blank(adopted=adopted, treatment=said.treatment))


def treat_comment(call: Call, work: UnitOfWork) -> Response:
    """Say whether it is taken up, and what changes or why nothing does."""
    spoken, form = _subject(call, work), call.form(TreatmentForm)
    if form.clean is None:
        return _page(call, work, form)
    acts.treat_comment(
        work, spoken.said.id, adopted=form.clean.adopted == "yes", treatment=form.clean.treatment
    )
    return call.done(f"/issues/{spoken.issue.reference}/outcome#comments", say("Recorded, and public now."))


def _page(call: Call, work: UnitOfWork, form: Filled[Any]) -> Response:
    spoken = _subject(call, work)
    acts.may_treat_comment(work, spoken.said, spoken.outcome).demand()
    return call.page(
        "discuss/treatment_form.html", status=422 if form.errors else 200, form=form, issue=spoken.issue,
        html=as_written(spoken.said.html), who=spoken.said.shown_as, answers=ANSWERS,
        action=f"/issues/{spoken.issue.reference}/comments/{spoken.said.id}",
    )  # fmt: skip
