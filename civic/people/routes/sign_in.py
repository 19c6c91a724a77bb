"""The door: sign in and out."""

from typing import Any

from starlette.responses import Response

from civic.core.entropy import token
from civic.core.message import say
from civic.people.acts.sessions import sign_out as end_session
from civic.people.acts.sign_in import Proof, accept_password, may_enter_by_tap
from civic.people.forms.sign_in import SignInForm
from civic.people.oidc.organisation import organisation_of
from civic.people.queries.mine import demo_cast
from civic.people.routes.entering import enter
from civic.people.routes.proving import prove_password, refused, why_not
from civic.permissions import Permission
from civic.web.call import Call
from civic.web.forms import blank
from civic.web.routing import act, page
from civic.work import UnitOfWork


def show_sign_in(call: Call, work: UnitOfWork) -> Response:
    """The door: the code of one's slip first, then name and password, and whom to call without either."""
    form = blank(then=call.query.get("next", ""))
    return call.page("people/sign_in.html", form=form, **door(call, work))


def check(call: Call) -> Proof | None:
    """Whose password it is; None for a form that is not filled in."""
    form = call.form(SignInForm)
    return prove_password(call, form.clean.login, form.clean.password) if form.clean else None


def sign_in(call: Call, work: UnitOfWork) -> Response:
    """Begin a login session under a new token."""
    form, proof = call.form(SignInForm), call.prepared
    if form.clean is None:
        return call.refused("people/sign_in.html", form, **door(call, work))
    if why := why_not(proof):
        form.refuse("login", why)
        return refused(call, proof, "people/sign_in.html", form, **door(call, work))
    account = accept_password(work, proof)
    shared = form.clean.shared == "yes"
    return enter(call, work, account.person_id, shared_phone=shared, then=form.clean.then)


def enter_by_tap(call: Call, work: UnitOfWork) -> Response:
    """One tap for a member of the demo's cast, on this machine only."""
    if not call.house.can_move_clock:
        return call.redirect(call.to("/in"))
    may_enter_by_tap(work).demand()
    return enter(call, work, call.number("person"), strong=True, then=call.query.get("next", ""))


def sign_out(call: Call, work: UnitOfWork) -> Response:
    """End this browser's login session."""
    end_session(work, call.session_token)
    call.keep_session(token(work.entropy))
    response = call.done("/", say("You are signed out."))
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


def door(call: Call, work: UnitOfWork) -> dict[str, Any]:
    """What the page at the door shows besides its forms: the demo's cast, an organisation's own sign-in."""
    cast = list(demo_cast(work)) if call.house.can_move_clock and work.community.demo else []
    organisation = organisation_of(call.house.settings)
    return {"cast": cast, "organisation": organisation.name if organisation else ""}


P = Permission
ROUTES = [
    page("/in", show_sign_in, P.READ, "me"),
    act("/in", sign_in, P.SIGN_IN, "me", before=check),
    act("/in/cast/{person}", enter_by_tap, P.SIGN_IN, "me"),
    act("/out", sign_out, P.SIGN_OUT, "me"),
]
