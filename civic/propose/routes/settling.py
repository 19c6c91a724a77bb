"""Say what becomes of an issue: choose, tell why, look at it once more, do it."""

from datetime import date
from typing import Any

from starlette.responses import Response

from civic.core.errors import NotFound
from civic.core.message import Message, say
from civic.permissions import Permission
from civic.propose import acts
from civic.propose.routes.checking import issue_of
from civic.propose.routes.inviting import choices, invited, read_out
from civic.propose.routes.steps import LABELS, STEPS
from civic.propose.rules import HANDLING, NATURES, TRANSITIONS, Nature, Phase
from civic.propose.tables import Issue
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.web.routing import act, page
from civic.work import UnitOfWork


def show_choice(call: Call, work: UnitOfWork) -> Response:
    """What may become of it from here."""
    issue = issue_of(call, work)
    left_out = {"answer", "accept"} if issue.private else {"answer"}
    here = [name for name in STEPS.keys() - left_out if (Phase(issue.phase), name) in TRANSITIONS]
    open_ones = [name for name in here if acts.may_take(work, issue, name)]
    open_ones.sort(key=list(STEPS).index)
    acts.may_settle_issue(work, issue, "decline" if "decline" in here else "merge").demand()
    nature = NATURES[Nature(issue.nature)] if issue.nature else None
    return call.page(
        "propose/settle.html", issue=issue, steps=STEPS, open_ones=open_ones, nature=nature,
        may_hand_up=acts.may_hand_up(work, issue), may_mediate=acts.may_mediate_issue(work, issue),
    )  # fmt: skip


def show_step(call: Call, work: UnitOfWork) -> Response:
    """The questions of one way."""
    return _asked(call, work, _name(call), blank(into_reference=call.query.get("into", "")))


def take_step(call: Call, work: UnitOfWork) -> Response:
    """First the check page, then the act: none of these can be taken back."""
    name, issue = _name(call), issue_of(call, work)
    form: Filled[Any] = call.form(STEPS[name].shape)
    typed = form.clean.model_dump() if form.clean else {}
    if form.clean is None or typed.pop("sure") == "no" or not _fits(work, issue, name, form):
        return _asked(call, work, name, form)
    invitation = invited(work, form) if name == "accept" else None
    if form.errors:
        return _asked(call, work, name, form)
    if invitation is not None:
        typed = {key: typed[key] for key in ("background", "scope", "days", "until_on")}
    if form.clean.sure is None:
        acts.may_settle_issue(work, issue, name).demand()
        into = work.one(Issue, reference=typed["into_reference"]) if name == "merge" else None
        return call.page(
            "propose/settle_check.html", issue=issue, step=STEPS[name], name=name, rows=[*_rows(typed, into), *(read_out(invitation) if invitation else ())],
            into=into, form=form,
        )  # fmt: skip
    STEPS[name].do(work, issue.id, **typed, **({"invitation": invitation} if invitation else {}))
    return call.done(f"/issues/{issue.reference}", STEPS[name].done_for(private=issue.private))


def _rows(typed: dict[str, Any], into: Issue | None) -> list[tuple[Message, Message | str | date]]:
    """What was filled in, as the check page reads it out; a number goes with the title it stands for."""
    rows: list[tuple[Message, Message | str | date]] = [
        (label, _reading(field, typed[field]))
        for field, label in LABELS.items()
        if typed.get(field) is not None
    ]
    if into is not None:
        rows.insert(1, (say("The other issue"), into.title))
    return rows


def _asked(call: Call, work: UnitOfWork, name: str, form: Filled[Any]) -> Response:
    issue = issue_of(call, work)
    acts.may_settle_issue(work, issue, name).demand()
    return call.page(
        "propose/settle_step.html",
        status=422 if form.errors else 200,
        issue=issue,
        form=form,
        step=STEPS[name],
        name=name,
        labels=LABELS,
        modes=list(HANDLING.items()),
        **(choices(work) if name == "accept" else {}),
        back=f"/issues/{issue.reference}" + ("" if name == "answer" else "/settlement"),
    )


def _name(call: Call) -> str:
    name = call.path.get("step", "answer")
    if name not in STEPS or ("step" in call.path and name == "answer"):
        raise NotFound
    return name


def _fits(work: UnitOfWork, issue: Issue, name: str, form: Filled[Any]) -> bool:
    """Whether the issue to merge into is there and open; else the field says why not."""
    if name != "merge" or form.clean is None:
        return True
    try:
        into = work.one(Issue, reference=form.clean.into_reference)
    except NotFound:
        form.refuse("into_reference", say("No issue here has this number. Please look at its page."))
        return False
    verdict = acts.may_merge_issue(work, issue, into)
    if not verdict and verdict.because:
        form.refuse("into_reference", verdict.because)
    return bool(verdict)


def _reading(field: str, value: Any) -> Message | str | date:
    if isinstance(value, date):
        return value
    return HANDLING[value] if field == "mode" else str(value)


P = Permission
ROUTES = [
    page("/issues/{reference}/settlement", show_choice, P.REFUSE, "issues"),
    page("/issues/{reference}/settlement/{step}", show_step, P.REFUSE, "issues"),
    act("/issues/{reference}/settlement/{step}", take_step, P.REFUSE, "issues"),
    page("/issues/{reference}/answer", show_step, P.SETTLE, "issues"),
    act("/issues/{reference}/answer", take_step, P.SETTLE, "issues"),
]
