"""What came of a talk: its minutes."""

from typing import Any

from starlette.responses import Response

from civic.core.message import say
from civic.discuss import acts, queries, rules
from civic.discuss.calling_forms import ConclusionForm
from civic.discuss.queries.calling import invited_to
from civic.discuss.routes.calling import at_page, talk_of
from civic.discuss.routes.looking_over import Rows, looked_over, refuse_unless
from civic.discuss.rules import PARTIES
from civic.discuss.rules.calling import KINDS, Kind
from civic.discuss.tables import Talk
from civic.propose.tables import Issue
from civic.web.call import Call
from civic.web.forms import blank
from civic.work import UnitOfWork

FORM = "discuss/talk_outcome.html"


def show_conclusion(call: Call, work: UnitOfWork) -> Response:
    """What came of it, to fill in; how many were there of each body that was invited."""
    issue, talk = talk_of(call, work)
    acts.may_conclude_talk(work, talk, queries.outcome_of(work, issue.id)).demand()
    return call.page(FORM, form=blank(), issue=issue, **_about(work, issue, talk))


def conclude_talk(call: Call, work: UnitOfWork) -> Response:
    """Look the minutes over, then they are public."""
    issue, talk = talk_of(call, work)
    acts.may_conclude_talk(work, talk, queries.outcome_of(work, issue.id)).demand()
    form = call.form(ConclusionForm)
    typed = form.clean
    if typed:
        refuse_unless(form, rules.somebody_present(typed.present), "residents")
    again = looked_over(
        call, form, FORM, title=KINDS[Kind(talk.kind)], send=say("Publish the minutes"), issue=issue,
        rows=_rows(typed) if typed else (), **_about(work, issue, talk),
    )  # fmt: skip
    if again is not None:
        return again
    assert typed is not None
    acts.conclude_talk(
        work, talk.id, present=typed.present, consensus=typed.consensus, not_agreed=typed.not_agreed or "",
        dissent=typed.dissent or "",
    )  # fmt: skip
    return call.done(at_page(issue, talk), say("The minutes are public now."))


def _about(work: UnitOfWork, issue: Issue, talk: Talk) -> dict[str, Any]:
    return {
        "talk": talk, "kind": KINDS[Kind(talk.kind)], "action": f"{at_page(issue, talk)}/outcome",
        "at": at_page(issue, talk), "parties": rules.parties_for(invited_to(work, talk.id)),
    }  # fmt: skip


def _rows(typed: ConclusionForm) -> Rows:
    return [
        *((PARTIES[party], n) for party, n in typed.present.items() if n),
        (say("People present"), sum(typed.present.values())),
        (say("Agreed in the talk"), typed.consensus),
        (say("What was not agreed"), typed.not_agreed or say("none")),
        (say("Dissent"), typed.dissent or say("none")),
    ]
