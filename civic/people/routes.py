"""Sign in and out, how the pages look, what is mine."""

from starlette.responses import Response

from civic.core.entropy import digest, token
from civic.core.message import joined, say, say_p
from civic.people import acts
from civic.people.forms import FirstForm, LookForm, SignInForm
from civic.people.queries import demo_cast, mine
from civic.people.rules import may_set_password
from civic.people.tables import Person, SetupCode
from civic.permissions import GRANTS, WORDS, Permission, names_of, whose
from civic.web.call import Call
from civic.web.errors import UNREAD, error_page
from civic.web.forms import blank
from civic.web.look import COOKIE, Look
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
    if not acts.sign_in(work, typed.login, typed.password, fresh, shared_phone=typed.shared == "yes"):
        form.refuse("login", acts.WRONG)
        return call.refused("people/sign_in.html", form, cast=_cast(call, work))
    return _entered(call, fresh, typed.then)


def enter_by_tap(call: Call, work: UnitOfWork) -> Response:
    """One tap for a member of the demo's cast, on this machine only."""
    if not call.house.can_move_clock:
        return call.redirect(call.to("/in"))
    fresh = token(work.entropy)
    acts.sign_in_by_tap(work, call.number("person"), fresh)
    return _entered(call, fresh, call.query.get("next", ""))


def _entered(call: Call, fresh: str, then: str) -> Response:
    call.keep_session(fresh)
    return call.redirect(safe_next(call, then))


def safe_next(call: Call, then: str) -> str:
    """Only addresses of this community; anything odd goes home."""
    home = call.to("/")
    plain = then.startswith(home) and then.isprintable() and not set(then) & {"\\", "@"} and "//" not in then
    return then if plain else home


def show_first(call: Call, work: UnitOfWork) -> Response:
    """The page behind the one-time code: choose a password."""
    setup = work.one(SetupCode, code_hash=digest(call.path["code"].upper()))
    acts.may_take_account(work, setup).demand()
    return call.page("people/first.html", form=blank(), person=work.get(Person, setup.person_id))


def take_account(call: Call, work: UnitOfWork) -> Response:
    """Keep the password and sign the administrator in."""
    setup = work.one(SetupCode, code_hash=digest(call.path["code"].upper()))
    form, person = call.form(FirstForm), work.get(Person, setup.person_id)
    acts.may_take_account(work, setup).demand()
    if form.clean and (short := may_set_password(form.clean.password)).because:
        form.refuse("password", short.because)
    if form.clean is None or form.errors:
        return call.refused("people/first.html", form, person=person)
    fresh = token(work.entropy)
    acts.take_account(work, setup.id, form.clean.password, fresh)
    return _entered(call, fresh, call.to("/me"))


def sign_out(call: Call, work: UnitOfWork) -> Response:
    """End this browser's login session."""
    acts.sign_out(work, call.session_token)
    call.keep_session(token(work.entropy))
    response = call.done("/", say("You are signed out."))
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


def set_look(call: Call, work: UnitOfWork) -> Response:
    """Keep text size, theme and language in a cookie, and go back to where one was."""
    form = call.form(LookForm)
    if form.clean is None:
        return error_page(call, 422, UNREAD)
    wanted, now = form.clean, call.look
    look = Look(wanted.size or now.size, wanted.theme or now.theme, wanted.lang or now.language)
    call.after.append((COOKIE, look.cookie(), 86400 * 365))
    return call.redirect(safe_next(call, wanted.then))


def show_me(call: Call, work: UnitOfWork) -> Response:
    """My offices, my building, my sessions."""
    return call.page("people/me.html", mine=mine(work), issues=call.house.mine(work))


def show_permissions(call: Call, work: UnitOfWork) -> Response:
    """Who may do what: the table itself, published."""
    comma = say_p("between offices", ", ")
    rows = [(WORDS[p], whose(GRANTS[p]) or joined(names_of(GRANTS[p]), comma)) for p in Permission]
    return call.page("people/permissions.html", rows=rows)


def _cast(call: Call, work: UnitOfWork) -> list[object]:
    return list(demo_cast(work)) if call.house.can_move_clock and work.community.demo else []


P = Permission
ROUTES = [
    page("/in", show_sign_in, P.READ, "me"),
    act("/in", sign_in, P.SIGN_IN, "me"),
    act("/in/{person}", enter_by_tap, P.SIGN_IN, "me"),
    page("/first/{code}", show_first, P.READ, "me"),
    act("/first/{code}", take_account, P.SIGN_IN, "me"),
    act("/out", sign_out, P.SIGN_OUT, "me"),
    act("/settings/look", set_look, P.SET_LOOK, "me"),
    page("/me", show_me, P.READ_ME, "me"),
    page("/permissions", show_permissions, P.READ),
]
