"""The second question at the door: six digits from one's own phone."""

from datetime import datetime
from typing import Any
from urllib.parse import quote

from starlette.responses import Response

from civic.core.message import say
from civic.core.verdict import YES, Verdict
from civic.people.acts.limits import forgive, knock
from civic.people.acts.second_factor import give_second_factor, may_give_second_factor
from civic.people.forms.second_factor import FactorForm
from civic.people.routes.entering import enter, safe_next
from civic.people.routes.halfway import drop_half, proven_half
from civic.people.rules.limits import FACTOR
from civic.people.rules.second_factor import WRONG
from civic.people.tables import Account
from civic.permissions import Permission
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.web.routing import act, page
from civic.work import UnitOfWork

OVER = say("The five minutes for the six digits are over. Please sign in once more.")


def after_proof(call: Call, work: UnitOfWork, account: Account, then: str, shared: bool) -> Response:
    """Whose password or code it was is certain: in, or on to the second factor where it is turned on."""
    return enter(call, work, account.person_id, shared_phone=shared, then=then)


def show_second(call: Call, work: UnitOfWork) -> Response:
    """One field; a link for whoever has not got the phone at hand."""
    if proven_half(call, work) is None:
        return _over(call, call.query.get("next", ""))
    return _page(call, blank(then=call.query.get("next", "")))


def count_try(call: Call) -> datetime | None:
    """Counted before it is known whether it is right; until when nobody listens."""
    with call.opened(write=True) as work:
        half = proven_half(call, work)
        return knock(work, (FACTOR, str(half.account.id))) if half else None


def give_second(call: Call, work: UnitOfWork) -> Response:
    """Right: in, under a new token. Whatever is wrong has one sentence."""
    form, half = call.form(FactorForm), proven_half(call, work)
    if half is None:
        return _page(call, form, 422) if form.clean is None else _over(call, form.raw("then"))
    may = may_give_second_factor(work, half.account, form.clean.code) if form.clean else YES
    note_wrong(call, form, may)
    if form.clean is None or form.errors:
        return _page(call, form, 429 if call.prepared else 422)
    person_id = give_second_factor(work, half.account.id, form.clean.code)
    forgive(work, (FACTOR, str(half.account.id)))
    drop_half(call)
    return enter(call, work, person_id, shared_phone=half.shared, strong=True, then=form.clean.then)


def note_wrong(call: Call, form: Filled[Any], may: Verdict) -> None:
    """What is wrong with the code that was typed, one sentence for all; while one has to wait, that alone."""
    if call.prepared:
        form.refuse("code", say("Too many wrong codes. Please wait until %(until)s.", until=call.prepared))
    elif may.because:
        form.refuse("code", may.because)
    elif form.raw("code") and "code" in form.errors:
        form.refuse("code", WRONG)


def _page(call: Call, form: Filled[Any], status: int = 200) -> Response:
    lost = call.query.get("with") == "recovery"
    return call.page("people/second_in.html", status=status, form=form, lost=lost)


def _over(call: Call, then: str) -> Response:
    if call.work and call.work.actor:
        return call.redirect(safe_next(call, then))
    return call.done(f"/in?next={quote(safe_next(call, then), safe='/')}", OVER)


P = Permission
ROUTES = [
    page("/in/second", show_second, P.READ, "me"),
    act("/in/second", give_second, P.SIGN_IN, "me", before=count_try),
]
