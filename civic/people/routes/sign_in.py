"""The door: sign in and out."""

from starlette.responses import Response

from civic.core.entropy import token
from civic.core.message import say
from civic.people.acts.sessions import sign_in_by_tap
from civic.people.acts.sessions import sign_out as end_session
from civic.people.acts.sign_in import WRONG
from civic.people.acts.sign_in import sign_in as try_password
from civic.people.forms.sign_in import SignInForm
from civic.people.queries.mine import demo_cast
from civic.people.routes.entering import entered
from civic.permissions import Permission
from civic.web.call import Call
from civic.web.forms import blank
from civic.web.routing import act, page
from civic.work import UnitOfWork


def show_sign_in(call: Call, work: UnitOfWork) -> Response:
    """The door: name and password, and whom to call without them."""
    form = blank(then=call.query.get("next", ""))
    return call.page("people/sign_in.html", form=form, cast=_cast(call, work))


def sign_in(call: Call, work: UnitOfWork) -> Response:
    """Begin a login session under a new token."""
    form = call.form(SignInForm)
    if form.clean is None:
        return call.refused("people/sign_in.html", form, cast=_cast(call, work))
    fresh = token(work.entropy)
    typed = form.clean
    if not try_password(work, typed.login, typed.password, fresh, shared_phone=typed.shared == "yes"):
        form.refuse("login", WRONG)
        return call.refused("people/sign_in.html", form, cast=_cast(call, work))
    return entered(call, fresh, typed.then)


def enter_by_tap(call: Call, work: UnitOfWork) -> Response:
    """One tap for a member of the demo's cast, on this machine only."""
    if not call.house.can_move_clock:
        return call.redirect(call.to("/in"))
    fresh = token(work.entropy)
    sign_in_by_tap(work, call.number("person"), fresh)
    return entered(call, fresh, call.query.get("next", ""))


def sign_out(call: Call, work: UnitOfWork) -> Response:
    """End this browser's login session."""
    end_session(work, call.session_token)
    call.keep_session(token(work.entropy))
    response = call.done("/", say("You are signed out."))
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


def _cast(call: Call, work: UnitOfWork) -> list[object]:
    return list(demo_cast(work)) if call.house.can_move_clock and work.community.demo else []


P = Permission
ROUTES = [
    page("/in", show_sign_in, P.READ, "me"),
    act("/in", sign_in, P.SIGN_IN, "me"),
    act("/in/{person}", enter_by_tap, P.SIGN_IN, "me"),
    act("/out", sign_out, P.SIGN_OUT, "me"),
]
