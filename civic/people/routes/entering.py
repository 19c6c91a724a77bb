"""What every way in ends with: a new token, a login session, and on to the page that was asked for."""

from urllib.parse import quote

from starlette.responses import Response

from civic.core.entropy import token
from civic.people.acts.sessions import begin_session, sign_out
from civic.people.queries.accounts import account_of
from civic.people.routes.halfway import keep_half
from civic.people.rules.sign_in import device_of
from civic.web.call import Call
from civic.work import UnitOfWork


def enter(
    call: Call, work: UnitOfWork, person_id: int, *, shared_phone: bool = False, strong: bool = False, then: str = ""
) -> Response:  # fmt: skip
    """Sign that person in on this browser; whoever has a second factor gives it first, and is nobody until then.

    Call it inside the act's transaction, when it is certain who it is. `strong`: the second factor was given.
    """
    sign_out(work, call.session_token)
    account = None if strong else account_of(work, person_id)
    if account is not None and account.totp_since is not None:
        keep_half(call, work, account, shared=shared_phone)
        return call.redirect(call.to(f"/in/second?next={quote(safe_next(call, then), safe='/')}"))
    fresh = token(work.entropy)
    begin_session(
        work, person_id, fresh, shared_phone=shared_phone, strong=strong, device=device_of(call.agent)
    )
    return entered(call, fresh, then)


def entered(call: Call, fresh: str, then: str) -> Response:
    """Known by a fresh token from now on; whoever began the session under it goes on."""
    call.keep_session(fresh)
    return call.redirect(safe_next(call, then))


def safe_next(call: Call, then: str) -> str:
    """Only addresses of this community; anything odd goes home."""
    home = call.to("/")
    plain = then.startswith(home) and then.isprintable() and not set(then) & {"\\", "@"} and "//" not in then
    return then if plain else home
