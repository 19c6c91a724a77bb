"""Signatures on paper: enter them from the sheet, compare what somebody else entered."""

from typing import Any

from starlette.responses import Response

from civic.core.errors import NotFound, Refusal
from civic.core.message import say
from civic.permissions import Permission
from civic.propose import acts
from civic.propose.acts.petitioning import running
from civic.propose.forms import CheckedForm, EnteredForm
from civic.propose.queries.people import Neighbour, neighbour, neighbours
from civic.propose.queries.sheets import entered_by, entries
from civic.propose.reach import Reach, reach_of
from civic.propose.routes.checking import issue_of
from civic.propose.rules.petition import PEOPLE
from civic.propose.tables import Signature
from civic.web.call import Call
from civic.web.errors import UNREAD, error_page
from civic.web.forms import Filled, blank
from civic.web.routing import act, page
from civic.work import UnitOfWork


def ask_entry(call: Call, work: UnitOfWork) -> Response:
    """Whose signature stands on the sheet."""
    return _entry(call, work, blank())


def enter(call: Call, work: UnitOfWork) -> Response:
    """One line of a sheet; on to the next one."""
    issue, form = issue_of(call, work), call.form(EnteredForm)
    if form.clean is None:
        return _entry(call, work, form)
    try:
        acts.enter_signature(work, issue.id, person_id=form.clean.person_id, way=form.clean.way)
    except Refusal as refusal:
        form.refuse("person_id", refusal.because)
        return _entry(call, work, form)
    return call.done(
        f"/issues/{issue.reference}/petition/paper",
        say("Entered. It counts once somebody else has checked it."),
    )


def _entry(call: Call, work: UnitOfWork, form: Filled[Any]) -> Response:
    issue = issue_of(call, work)
    standing = running(work, issue, None)
    acts.may_enter_signature(work, standing).demand()
    if work.actor is None:
        raise NotFound
    typed = "" if "q" in form.errors else form.raw("q").strip() or call.query.get("q", "").strip()
    reach = reach_of(work.actor)
    found = neighbours(work, reach, typed) if typed else []
    return call.page(
        "propose/petition_paper.html", status=422 if form.errors else 200, issue=issue, form=form, q=form.raw("q") or typed,
        found=_with_chosen(work, reach, found, form), by_name_only=reach.by_name_only, mine=entered_by(work, standing.petition),
        ways=[(way.value, PEOPLE[way]) for way in standing.open_ways()],
    )  # fmt: skip


def _with_chosen(
    work: UnitOfWork, reach: Reach, found: list[Neighbour], form: Filled[Any]
) -> list[Neighbour]:
    """Whoever was chosen stands among them, whatever else was typed wrongly."""
    chosen = form.clean.person_id if form.clean else form.raw("person_id")
    if (
        not str(chosen).isascii()
        or not str(chosen).isdigit()
        or ("person_id" in form.errors and not form.clean)
    ):
        return found
    try:
        one = neighbour(work, reach, int(chosen))
    except NotFound:
        return found
    return found if one in found else [one, *found]


def show_entries(call: Call, work: UnitOfWork) -> Response:
    """What waits for a second person, masked."""
    issue = issue_of(call, work)
    standing = running(work, issue, None)
    found = entries(work, standing.petition)
    return call.page(
        "propose/petition_entries.html", issue=issue, petition=standing.petition, people=PEOPLE,
        rows=[(each, acts.may_check_signature(work, standing.petition, each.signature)) for each in found],
    )  # fmt: skip


def check(call: Call, work: UnitOfWork) -> Response:
    """It stands on the sheet, or it does not."""
    issue, form = issue_of(call, work), call.form(CheckedForm)
    signature = work.get(Signature, call.number("signature"))
    if signature.petition_id not in {running(work, issue, None).petition.id}:
        raise NotFound
    if form.clean is None:
        return error_page(call, 422, UNREAD)
    kept = form.clean.kept == "yes"
    acts.check_signature(work, signature.id, kept=kept)
    return call.done(
        f"/issues/{issue.reference}/petition/entries", say("It counts now.") if kept else say("It is struck.")
    )


P = Permission
ROUTES = [
    page("/issues/{reference}/petition/paper", ask_entry, P.ENTER_SIGNATURE, "issues"),
    act("/issues/{reference}/petition/paper", enter, P.ENTER_SIGNATURE, "issues"),
    page("/issues/{reference}/petition/entries", show_entries, P.CHECK_SIGNATURE, "issues"),
    act("/issues/{reference}/petition/entries/{signature}", check, P.CHECK_SIGNATURE, "issues"),
]
