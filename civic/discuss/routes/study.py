"""Records of the Party committee's study (Residents' Committees Law, art. 30)."""

from typing import Any

from starlette.responses import Response

from civic.core.days import day_of
from civic.core.message import Message, say, say_p
from civic.discuss import acts, queries, rules
from civic.discuss.forms import StudyForm
from civic.discuss.routes.looking_over import Rows, looked_over, refuse_unless
from civic.discuss.routes.subject import issue_of
from civic.propose.tables import Issue
from civic.web.call import Call
from civic.web.forms import blank
from civic.work import UnitOfWork

FORM = "discuss/study_form.html"
SUBJECTS: dict[str, Message] = {
    "topic": say("Shall the topic go on the agenda?"),
    "outcome": say("Shall the outcome go to the vote?"),
}
OPINIONS: dict[str, Message] = {
    "yes": say_p("opinion of a study", "Agreed"),
    "no": say_p("opinion of a study", "Not agreed for now"),
}


def show_studies(call: Call, work: UnitOfWork) -> Response:
    """All study records of an issue, newest first."""
    issue = issue_of(call, work)
    return call.page(
        "discuss/study.html",
        issue=issue,
        studies=queries.studies_of(work, issue.id),
        subjects=SUBJECTS,
        opinions=OPINIONS,
        may=acts.may_record_study(work, issue, acts.study_now(issue)),
    )


def show_form(call: Call, work: UnitOfWork) -> Response:
    """The record to fill in after the study."""
    issue = issue_of(call, work)
    subject = acts.study_now(issue)
    acts.may_record_study(work, issue, subject).demand()
    form = blank(held_on=work.today.isoformat(), subject=subject)
    return call.page(FORM, form=form, action=_path(issue.reference), **_shared(issue))


def record_study(call: Call, work: UnitOfWork) -> Response:
    """Look the record over, then keep it."""
    issue = issue_of(call, work)
    form = call.form(StudyForm)
    typed = form.clean
    if typed:
        acts.may_record_study(work, issue, typed.subject).demand()
        since = day_of(acts.studied_since(work, issue, typed.subject), work.zone)
        refuse_unless(form, rules.day_fits(typed.held_on, since, work.today), "held_on")
    again = looked_over(
        call, form, FORM, title=say("Study record"), send=say("Publish the record"),
        action=_path(issue.reference), rows=_rows(typed) if typed else (), **_shared(issue),
    )  # fmt: skip
    if again is not None:
        return again
    assert typed is not None
    acts.record_study(
        work, issue.id, subject=typed.subject, held_on=typed.held_on, present=typed.present,
        opinion=typed.opinion, agreed=typed.agreed == "yes",
    )  # fmt: skip
    return call.done(_path(issue.reference), say("The record is public now."))


def _path(reference: str) -> str:
    return f"/issues/{reference}/study"


def _shared(issue: Issue) -> dict[str, Any]:
    return {"issue": issue, "subjects": SUBJECTS, "opinions": OPINIONS}


def _rows(typed: StudyForm) -> Rows:
    return [
        (say("Day"), typed.held_on),
        (say("What was studied"), SUBJECTS[typed.subject]),
        (say("People present"), typed.present),
        (say("Opinion"), typed.opinion),
        (say("Conclusion"), OPINIONS[typed.agreed]),
    ]
