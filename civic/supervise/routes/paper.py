"""Paper forms of a rating: find the person, enter the grade, count the forms."""

from typing import Any

from starlette.responses import Response

from civic.core.message import say
from civic.propose.reach import reach_of
from civic.propose.tables import Issue
from civic.supervise import acts
from civic.supervise.forms import FormsForm, PaperForm
from civic.supervise.queries import ratings
from civic.supervise.routes.subject import held, home, issue_of
from civic.supervise.rules.grades import GRADES
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.work import UnitOfWork

LONGEST_NAME = 20


def show_paper(call: Call, work: UnitOfWork) -> Response:
    """Whose form is it? Then its grade."""
    name = call.query.get("name", "").strip()[:LONGEST_NAME]
    return _paper(call, work, issue_of(call, work), blank(name=name))


def enter_rating(call: Call, work: UnitOfWork) -> Response:
    """Record a neighbour's paper form."""
    issue, form = issue_of(call, work), call.form(PaperForm)
    found, typed = ratings.newest_round(work, issue.id), form.clean
    if typed is None or not held(
        form,
        "person",
        lambda: acts.enter_rating(work, found.id, person_id=typed.person, grade=int(typed.grade)),
    ):
        return _paper(call, work, issue, form)
    return call.done(home(issue, "/rating/paper"), say("The form is recorded. Next one, please."))


def record_forms(call: Call, work: UnitOfWork) -> Response:
    """How many forms were given out, how many are spoiled."""
    issue, form = issue_of(call, work), call.form(FormsForm)
    found, typed = ratings.newest_round(work, issue.id), form.clean
    if typed is None or not held(
        form,
        "spoiled",
        lambda: acts.record_forms(work, found.id, given=typed.given, spoiled=typed.spoiled),
    ):
        return _paper(call, work, issue, blank(), form)
    return call.done(home(issue, "/rating/paper"), say("The number of forms is recorded."))


def _paper(
    call: Call, work: UnitOfWork, issue: Issue, form: Filled[Any], counted: Filled[Any] | None = None
) -> Response:
    found, name = ratings.newest_round(work, issue.id), form.raw("name")
    acts.may_enter_rating(work, found).demand()
    assert work.actor is not None
    reach = reach_of(work.actor)
    known = blank(given=str(found.forms_given or ""), spoiled=str(found.spoiled or ""))
    return call.page(
        "supervise/paper.html",
        status=422 if form.errors or (counted and counted.errors) else 200,
        issue=issue,
        round=found,
        form=form,
        name=name,
        people=ratings.not_yet_rated(work, issue, found.id, reach, name) if name else [],
        by_name_only=reach.by_name_only,
        grades=list(GRADES.items()),
        counted=counted or known,
    )
