"""The outcome: its form, its check, the public page."""

from typing import Any

from starlette.responses import Response

from civic.core.amount import Money
from civic.core.message import say
from civic.discuss import acts, queries, rules
from civic.discuss.forms import OutcomeForm
from civic.discuss.panels import discussed
from civic.discuss.queries import Discussion
from civic.discuss.routes.looking_over import Rows, looked_over, refuse_unless
from civic.discuss.routes.subject import opened
from civic.discuss.rules import PATHS, WAYS, Way
from civic.permissions import Permission
from civic.propose.rules import Nature
from civic.propose.tables import Issue
from civic.web.call import Call
from civic.web.forms import blank
from civic.work import UnitOfWork

FORM = "discuss/outcome_form.html"


def show_outcome(call: Call, work: UnitOfWork) -> Response:
    """The outcome; the form for whoever may write it; else that there is none yet."""
    issue, found = opened(call, work)
    if found.outcome:
        return _document(call, work, issue, found)
    may = acts.may_write_outcome(work, found.topic, None)
    if may:
        return call.page(FORM, form=blank(), action=_path(issue.reference), **_shared(issue))
    return call.page("discuss/not_yet.html", issue=issue, name=say("The outcome"), because=may.because)


def _document(call: Call, work: UnitOfWork, issue: Issue, found: Discussion) -> Response:
    assert found.outcome is not None
    hanging = found.outcome.posting_ended_at is None
    return call.page(
        "discuss/outcome.html",
        issue=issue,
        outcome=found.outcome,
        way=WAYS[Way(found.outcome.way)],
        discussed=discussed(work, issue, found, queries.comments(work, found.topic.id)),
        may_treat=hanging and bool(work.may(Permission.WRITE_OUTCOME)),
    )


def write_outcome(call: Call, work: UnitOfWork) -> Response:
    """Look the outcome over, then write and post it."""
    issue, found = opened(call, work)
    acts.may_write_outcome(work, found.topic, found.outcome).demand()
    form = call.form(OutcomeForm)
    typed = form.clean
    if typed:
        for name, because in rules.promise_faults(typed.promise, Way(typed.way), work.today).items():
            form.refuse(name, because)
        refuse_unless(form, rules.may_take_way(acts.nature_of(issue), Way(typed.way)), "way")
    again = looked_over(
        call, form, FORM, title=say("The outcome"), send=say("Write and post the outcome"),
        action=_path(issue.reference), rows=_rows(typed) if typed else (), **_shared(issue),
    )  # fmt: skip
    if again is not None:
        return again
    assert typed is not None
    acts.write_outcome(
        work, found.topic.id, agreed=typed.agreed, not_agreed=typed.not_agreed or "", way=typed.way,
        promise=typed.promise,
    )  # fmt: skip
    return call.done(_path(issue.reference), say("The outcome is posted; comments are open now."))


def _path(reference: str) -> str:
    return f"/issues/{reference}/outcome"


def _shared(issue: Issue) -> dict[str, Any]:
    paths = PATHS[Nature(issue.nature or Nature.SELF_GOVERNANCE)]
    ways = [(way.value, WAYS[way]) for way in paths.ways]
    return {"issue": issue, "ways": ways, "because": paths.because}


def _rows(typed: OutcomeForm) -> Rows:
    return [
        (say("What was agreed"), typed.agreed),
        (say("What was not agreed"), typed.not_agreed or say("none")),
        (say("How it goes on"), WAYS[Way(typed.way)]),
        *(
            _promised(typed)
            if Way(typed.way) is not Way.ARCHIVE
            else [(say("Why nothing more is done"), typed.because)]
        ),
    ]


def _promised(typed: OutcomeForm) -> Rows:
    often = say("on at least %(need)s of %(of_days)s days", need=typed.need, of_days=typed.of_days)
    return [
        (say("Conditions"), typed.conditions or say("none")),
        (say("Done when"), typed.criterion),
        (say("How often"), often),
        (say("Responsible"), typed.duty),
        (say("To be done by"), typed.deadline_on),
        (say("Cost"), Money(typed.cost)),
        (say("Who pays"), typed.payer or say("none")),
    ]
