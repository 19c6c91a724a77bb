"""Fresh recovery codes are shown for five minutes, to the browser that made them, and never again."""

from starlette.responses import Response

from civic.core.entropy import digest
from civic.core.errors import NotFound
from civic.people.queries.accounts import account_of
from civic.people.queries.second_factor import recovery_code, unused_codes
from civic.people.routes.entering import safe_next
from civic.people.rules.second_factor import CODES_SHOWN_SECONDS
from civic.people.tables import Account
from civic.permissions import Permission
from civic.web.call import Call
from civic.web.routing import page
from civic.web.security import sealed, unsealed
from civic.work import UnitOfWork

COOKIE = "civic-codes"


def keep_shown(call: Call, work: UnitOfWork, account_id: int) -> None:
    """From now on; a page that is loaded twice, or a button pressed twice, must not lose them."""
    until = int(work.now.timestamp()) + CODES_SHOWN_SECONDS
    text = f"codes:{account_id}:{until}:{digest(call.session_token)}"
    call.after.append((COOKIE, sealed(call.house.secret, text), CODES_SHOWN_SECONDS))


def shown_still(call: Call, work: UnitOfWork, account_id: int) -> bool:
    """Whether this browser made them within five minutes."""
    text = unsealed(call.house.secret, call.cookies.get(COOKIE, "")) or ""
    prefix, _, rest = text.partition(f"codes:{account_id}:")
    until, _, mine = rest.partition(":")
    return not prefix and mine == digest(call.session_token) and int(until) > work.now.timestamp()


def show_codes(call: Call, work: UnitOfWork) -> Response:
    """Fresh recovery codes, to be printed or written down; for five minutes, to this browser alone."""
    account = own_account(work)
    if account.totp_since is None or not shown_still(call, work, account.id):
        return call.redirect(call.to("/me/second-factor"))
    codes = [recovery_code(work, row, account.totp_salt) for row in unused_codes(work, account.id)]
    then = safe_next(call, call.query.get("next", ""))
    return call.page("people/second_codes.html", codes=codes, login=account.login, then=then)


def own_account(work: UnitOfWork) -> Account:
    """The account of whoever sits there; nobody keeps another's."""
    account = account_of(work, work.person_id)
    if account is None or (work.actor and work.actor.helper_id is not None):
        raise NotFound
    return account


P = Permission
ROUTES = [page("/me/second-factor/codes", show_codes, P.KEEP_ACCOUNT, "me")]
