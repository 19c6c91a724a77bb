"""Check an issue on the spot; act at once in danger."""

from typing import Any

from starlette.responses import Response

from civic.core.message import say
from civic.permissions import Permission
from civic.propose import acts
from civic.propose.forms import FoundForm, SafetyForm, VerifyForm
from civic.propose.queries.private import words_of
from civic.propose.rules import DECIDERS, NATURES
from civic.propose.rules.private import PRIVATE
from civic.propose.tables import Issue
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.web.routing import act, page
from civic.work import UnitOfWork


def issue_of(call: Call, work: UnitOfWork) -> Issue:
    """The issue of the address; `NotFound` in any other community."""
    return work.one(Issue, reference=call.path["reference"])


def show_verification(call: Call, work: UnitOfWork) -> Response:
    """What was found, and of what nature the matter is."""
    return _verification(call, work, blank())


def verify_issue(call: Call, work: UnitOfWork) -> Response:
    """Take the findings; next is what becomes of it."""
    form = call.form(VerifyForm)
    if form.clean is None:
        return _verification(call, work, form)
    issue = issue_of(call, work)
    nature, because = form.clean.nature, form.clean.public_because or ""
    acts.may_verify_issue(work, issue).demand()
    if why_not := acts.may_verify_as(work, issue, nature, because).because:
        form.refuse("public_because" if work.may(P.SETTLE) else "nature", why_not)
        return _verification(call, work, form)
    acts.verify_issue(work, issue.id, findings=form.clean.findings, nature=nature, public_because=because)
    private = say("The findings are kept; this matter is not public.")
    return call.done(
        f"/issues/{issue.reference}", private if nature in PRIVATE else say("The findings are public now.")
    )


def _verification(call: Call, work: UnitOfWork, form: Filled[Any]) -> Response:
    issue = issue_of(call, work)
    acts.may_verify_issue(work, issue).demand()
    words, lifts = words_of(work, issue), bool(work.may(P.SETTLE))
    open_ones = [each for each in NATURES if words is None or lifts or each in PRIVATE]
    natures = [(each.value, NATURES[each], DECIDERS[each]) for each in open_ones]
    status = 422 if form.errors else 200
    return call.page(
        "propose/verify.html", status=status, issue=issue, form=form, natures=natures,
        words=words, may_lift=lifts,
    )  # fmt: skip


def show_found(call: Call, work: UnitOfWork) -> Response:
    """What the firm found and did."""
    return _found(call, work, blank())


def report_found(call: Call, work: UnitOfWork) -> Response:
    """Told to the committee, for everybody to read."""
    form = call.form(FoundForm)
    if form.clean is None:
        return _found(call, work, form)
    issue = issue_of(call, work)
    acts.report_found(work, issue.id, what=form.clean.what)
    return call.done(
        f"/issues/{issue.reference}", say("The committee can read it now; it checks and decides.")
    )


def _found(call: Call, work: UnitOfWork, form: Filled[Any]) -> Response:
    issue = issue_of(call, work)
    acts.may_report_found(work, issue).demand()
    return call.page("propose/found.html", status=422 if form.errors else 200, issue=issue, form=form)


def show_safety(call: Call, work: UnitOfWork) -> Response:
    """What was done at once."""
    return _safety(call, work, blank(volunteers="0"))


def take_safety_measure(call: Call, work: UnitOfWork) -> Response:
    """Danger: done already, now written down and public."""
    form = call.form(SafetyForm)
    if form.clean is None:
        return _safety(call, work, form)
    issue = issue_of(call, work)
    acts.take_safety_measure(work, issue.id, what=form.clean.what, volunteers=form.clean.volunteers)
    kept = say("The safety measure is kept; this matter is not public.")
    return call.done(
        f"/issues/{issue.reference}", kept if issue.private else say("The safety measure is public now.")
    )


def _safety(call: Call, work: UnitOfWork, form: Filled[Any]) -> Response:
    issue = issue_of(call, work)
    acts.may_take_safety_measure(work, issue).demand()
    return call.page("propose/safety.html", status=422 if form.errors else 200, issue=issue, form=form)


P = Permission
ROUTES = [
    page("/issues/{reference}/verification", show_verification, P.VERIFY, "issues"),
    act("/issues/{reference}/verification", verify_issue, P.VERIFY, "issues"),
    page("/issues/{reference}/found", show_found, P.REPORT_FOUND, "issues"),
    act("/issues/{reference}/found", report_found, P.REPORT_FOUND, "issues"),
    page("/issues/{reference}/safety", show_safety, P.VERIFY, "issues"),
    act("/issues/{reference}/safety", take_safety_measure, P.VERIFY, "issues"),
]
