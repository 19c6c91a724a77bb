"""The opinion map for the committee and the panel: open it, look over what is suggested."""

from typing import Any

from starlette.responses import Response

from civic.core.errors import NotFound
from civic.core.message import say
from civic.discuss import acts
from civic.discuss.map_forms import LookForm, MapForm
from civic.discuss.queries import mapping as maps
from civic.discuss.routes.looking_over import Rows, looked_over, refuse_unless
from civic.discuss.routes.opinions import mapped
from civic.discuss.routes.subject import opened
from civic.discuss.rules import mapping as rules
from civic.discuss.rules.statements import State
from civic.propose.tables import Issue
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.work import UnitOfWork

FORM = "discuss/opinion_form.html"


def show_form(call: Call, work: UnitOfWork) -> Response:
    """The first statements and the last day."""
    issue, discussion = opened(call, work)
    acts.may_open_map(work, maps.map_of(work, discussion.topic.id), discussion.outcome).demand()
    return call.page(FORM, form=blank(), issue=issue, action=_path(issue), **_limits())


def open_map(call: Call, work: UnitOfWork) -> Response:
    """Look it over, then put it to the neighbours."""
    issue, discussion = opened(call, work)
    acts.may_open_map(work, maps.map_of(work, discussion.topic.id), discussion.outcome).demand()
    form = call.form(MapForm)
    if form.clean:
        refuse_unless(form, rules.seeds_hold(form.clean.lines), "statements")
        refuse_unless(form, rules.days_fit(form.clean.closes_on, work.today), "closes_on")
    again = looked_over(
        call, form, FORM, title=say("Opinion map"), send=say("Open the opinion map"), action=_path(issue),
        issue=issue, rows=_rows(form.clean) if form.clean else (), **_limits(),
    )  # fmt: skip
    if again is not None:
        return again
    assert form.clean is not None
    acts.open_map(work, discussion.topic.id, statements=form.clean.lines, closes_on=form.clean.closes_on)
    return call.done(_path(issue), say("The opinion map is open; everybody here can answer."))


def show_statements(call: Call, work: UnitOfWork) -> Response:
    """What waits for a look first, then what is shown, then what is left out."""
    issue, found = mapped(call, work)
    every = maps.statements_of(work, found.id)
    parts = [(state, [each for each in every if each.state == state]) for state in State]
    return call.page("discuss/opinion_statements.html", issue=issue, found=found, parts=parts)


def show_statement(call: Call, work: UnitOfWork) -> Response:
    """One statement: put it to everybody, or leave it out."""
    return _statement(call, work, blank())


def look_over(call: Call, work: UnitOfWork) -> Response:
    """Take the decision; a missing reason is said beside its field."""
    issue, found = mapped(call, work)
    form, number = call.form(LookForm), call.number("statement")
    if form.clean and form.clean.shown == "no" and not form.clean.reason:
        form.refuse("reason", say("Please write the reason; it is public."))
    if form.clean is None or form.errors:
        return _statement(call, work, form, status=422)
    shown = form.clean.shown == "yes"
    reason = "" if shown else form.clean.reason or ""
    acts.look_over_statement(work, found.id, number, shown=shown, reason=reason)
    return call.done(f"{_path(issue)}/statements", say("Recorded. Whoever suggested it is told."))


def _statement(call: Call, work: UnitOfWork, form: Filled[LookForm], status: int = 200) -> Response:
    issue, found = mapped(call, work)
    statement = maps.statement_of(work, found.id, call.number("statement"))
    if statement is None:
        raise NotFound
    shown = statement.state != State.SHOWN
    may = acts.may_look_over_statement(work, found, statement, shown=shown, reason="-")
    choices = [
        (value, words)
        for value, words, state in (
            ("yes", say("Put it to everybody"), State.SHOWN),
            ("no", say("Leave it out"), State.LEFT_OUT),
        )
        if statement.state != state
    ]
    return call.page(
        "discuss/opinion_look.html", status=status, issue=issue, statement=statement, form=form, may=may,
        choices=choices,
    )  # fmt: skip


def _rows(typed: MapForm) -> Rows:
    numbered = [(say("Statement %(n)s", n=n), line) for n, line in enumerate(typed.lines, 1)]
    return [*numbered, (say("Open until"), typed.closes_on)]


def _limits() -> dict[str, Any]:
    return {"few": rules.FEWEST_SEEDS, "many": rules.MOST_SEEDS, "limit": rules.STATEMENT_LIMIT}


def _path(issue: Issue) -> str:
    return f"/issues/{issue.reference}/opinion-map"
