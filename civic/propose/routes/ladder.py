"""The ladder: what a head does in the building, and what the committee hands up; each looked at once more."""

from typing import Any

from starlette.responses import Response

from civic.core.message import Message, say
from civic.permissions import Permission
from civic.propose import acts
from civic.propose.forms import HandleForm, HandToCommunityForm, HandUpForm
from civic.propose.routes.checking import issue_of
from civic.propose.routes.steps import LABELS, Named
from civic.propose.rules import HANDLING
from civic.propose.rules.ladder import LEVELS, Level, above, steps_up
from civic.propose.tables import Issue
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.web.routing import act, page
from civic.work import UnitOfWork

HERE = Named(say("Settle it in the building"))
TO_COMMITTEE = Named(say("Hand it up to the committee"))
UP = Named(say("Hand it up to the next level"))
NOTE = say("Hand-over note")
Rows = list[tuple[Message, Message | str]]


def show_building(call: Call, work: UnitOfWork) -> Response:
    """Settle it here, take it on first, or hand it up."""
    return _building(call, work, blank())


def settle_in_building(call: Call, work: UnitOfWork) -> Response:
    """First the check page, then the act."""
    issue, form = issue_of(call, work), call.form(HandleForm)
    acts.may_settle_in_building(work, issue).demand()
    if form.clean is None or form.clean.sure == "no":
        return _building(call, work, form)
    typed = form.clean
    if typed.sure is None:
        rows: Rows = [
            (LABELS["mode"], HANDLING[typed.mode]), (LABELS["what"], typed.what), (LABELS["trips"], str(typed.trips))
        ]  # fmt: skip
        return _check(call, issue, HERE, rows, form)
    acts.settle_in_building(work, issue.id, mode=typed.mode, what=typed.what, trips=typed.trips)
    return call.done(f"/issues/{issue.reference}", say("It is recorded as settled in the building."))


def take_on(call: Call, work: UnitOfWork) -> Response:
    """The building tries first."""
    issue = issue_of(call, work)
    acts.take_on(work, issue.id)
    return call.done(f"/issues/{issue.reference}", say("The building has taken it on."))


def _building(call: Call, work: UnitOfWork, form: Filled[Any]) -> Response:
    issue = issue_of(call, work)
    acts.may_settle_in_building(work, issue).demand()
    return call.page(
        "propose/building.html", status=422 if form.errors else 200, issue=issue, form=form, labels=LABELS,
        modes=list(HANDLING.items()), may_take_on=acts.may_take_on(work, issue),
        may_hand=acts.may_hand_to_community(work, issue),
    )  # fmt: skip


def ask_to_committee(call: Call, work: UnitOfWork) -> Response:
    """What was tried, why the committee is needed."""
    return _to_committee(call, work, blank())


def hand_to_committee(call: Call, work: UnitOfWork) -> Response:
    """First the check page, then the act."""
    issue, form = issue_of(call, work), call.form(HandToCommunityForm)
    acts.may_hand_to_community(work, issue).demand()
    if form.clean is None or form.clean.sure == "no":
        return _to_committee(call, work, form)
    if form.clean.sure is None:
        return _check(call, issue, TO_COMMITTEE, [(NOTE, form.clean.note)], form)
    acts.hand_to_community(work, issue.id, note=form.clean.note)
    return call.done(f"/issues/{issue.reference}", say("The committee has it now."))


def _to_committee(call: Call, work: UnitOfWork, form: Filled[Any]) -> Response:
    issue = issue_of(call, work)
    acts.may_hand_to_community(work, issue).demand()
    return call.page("propose/building_up.html", status=422 if form.errors else 200, issue=issue, form=form)


def ask_hand_up(call: Call, work: UnitOfWork) -> Response:
    """To which level, to whom, why."""
    return _hand_up(call, work, blank())


def hand_up(call: Call, work: UnitOfWork) -> Response:
    """First the check page, then the act; a level left out wants its reason."""
    issue, form = issue_of(call, work), call.form(HandUpForm)
    acts.may_hand_up(work, issue).demand()
    if form.clean is None or form.clean.sure == "no" or not _fits(work, issue, form, form.clean):
        return _hand_up(call, work, form)
    typed = form.clean
    if typed.sure is None:
        return _check(call, issue, UP, _rows(typed), form)
    acts.hand_up(
        work, issue.id, level=Level(typed.level), receiver=typed.receiver, receipt=typed.receipt, note=typed.note,
        days=typed.days, skipped=typed.skipped or "",
    )  # fmt: skip
    return call.done(f"/issues/{issue.reference}", say("It is recorded as handed up."))


def _rows(typed: HandUpForm) -> Rows:
    rows: Rows = [
        (say("To which level?"), LEVELS[Level(typed.level)]), (LABELS["receiver"], typed.receiver),
        (LABELS["receipt"], typed.receipt), (NOTE, typed.note), (LABELS["days"], str(typed.days)),
    ]  # fmt: skip
    return [*rows, (say("Why a level is left out"), typed.skipped)] if typed.skipped else rows


def _fits(work: UnitOfWork, issue: Issue, form: Filled[Any], typed: HandUpForm) -> bool:
    """Whether the ladder has this step; else the field says why not."""
    to = Level(typed.level)
    verdict = acts.may_hand_up(work, issue, to, typed.skipped or "")
    if verdict.because:
        form.refuse("skipped" if steps_up(Level(issue.level), to) > 1 else "level", verdict.because)
    return bool(verdict)


def _hand_up(call: Call, work: UnitOfWork, form: Filled[Any]) -> Response:
    issue = issue_of(call, work)
    acts.may_hand_up(work, issue).demand()
    levels = [(level.value, LEVELS[level]) for level in above(Level(issue.level))]
    return call.page(
        "propose/hand_up.html", status=422 if form.errors else 200, issue=issue, form=form, labels=LABELS,
        levels=levels, level=LEVELS[Level(issue.level)],
    )  # fmt: skip


def _check(call: Call, issue: Issue, step: Named, rows: Rows, form: Filled[Any]) -> Response:
    return call.page("propose/settle_check.html", issue=issue, step=step, rows=rows, into=None, form=form)


P = Permission
ROUTES = [
    page("/issues/{reference}/building", show_building, P.SETTLE_BUILDING, "issues"),
    act("/issues/{reference}/building", settle_in_building, P.SETTLE_BUILDING, "issues"),
    act("/issues/{reference}/building/taking", take_on, P.SETTLE_BUILDING, "issues"),
    page("/issues/{reference}/building/hand-up", ask_to_committee, P.SETTLE_BUILDING, "issues"),
    act("/issues/{reference}/building/hand-up", hand_to_committee, P.SETTLE_BUILDING, "issues"),
    page("/issues/{reference}/hand-up", ask_hand_up, P.SETTLE, "issues"),
    act("/issues/{reference}/hand-up", hand_up, P.SETTLE, "issues"),
]
