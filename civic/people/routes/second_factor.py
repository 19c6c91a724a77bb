"""My second factor: what it is for, turning it on and off, recovery codes."""

from datetime import datetime
from typing import Any
from urllib.parse import quote

from starlette.responses import Response

from civic.core.entropy import digest
from civic.core.message import say
from civic.core.verdict import YES
from civic.people.acts import second_factor as acts
from civic.people.acts.limits import forgive, knock
from civic.people.forms.second_factor import DigitsForm
from civic.people.queries.second_factor import key_of, last_taken_away, next_salt, unused_codes
from civic.people.routes.fresh_codes import keep_shown, own_account
from civic.people.routes.second import note_wrong
from civic.people.rules.limits import FACTOR
from civic.people.rules.second_factor import app_address, in_fours, secret_of, should_turn_on
from civic.people.rules.sign_in import lately_proved
from civic.people.tables import Account
from civic.permissions import Permission
from civic.web.call import Call
from civic.web.errors import UNREAD, error_page
from civic.web.forms import Filled, blank
from civic.web.routing import act, page
from civic.work import UnitOfWork

CHANGES = {"off": acts.may_turn_off_second_factor, "renew": acts.may_make_recovery_codes}


def show_factor(call: Call, work: UnitOfWork) -> Response:
    """On: since when, how many codes are left. Off: what it is for and how to turn it on."""
    account = own_account(work)
    if account.totp_since is None:
        return _setting_up(call, work, account, blank(then=call.query.get("next", "")))
    left = len(unused_codes(work, account.id))
    return call.page("people/second_on.html", since=account.totp_since, left=left)


def count_try(call: Call) -> datetime | None:
    """Each code that is typed here counts like one at the door."""
    with call.opened(write=True) as work:
        return knock(work, (FACTOR, str(own_account(work).id)))


def turn_on(call: Call, work: UnitOfWork) -> Response:
    """With the first six digits; then the recovery codes, once."""
    form, account = call.form(DigitsForm), own_account(work)
    if account.totp_since is None and not _fresh(work):
        return call.redirect(
            call.to("/in/again?next=" + quote(call.to(_with_next("/me/second-factor", form)), safe="/"))
        )
    salt = next_salt(work, account, digest(call.session_token))
    typed = form.clean.code if form.clean else ""
    may = acts.may_turn_on_second_factor(work, account, salt, typed) if form.clean else YES
    if account.totp_since is not None:
        may.demand()
    note_wrong(call, form, may)
    if form.clean is None or form.errors:
        return _setting_up(call, work, account, form, 429 if call.prepared else 422)
    acts.turn_on_second_factor(work, account.id, salt, typed, call.session_token)
    forgive(work, (FACTOR, str(account.id)))
    keep_shown(call, work, account.id)
    return call.done(
        _with_next("/me/second-factor/codes", form),
        say("The second factor is on. Please keep these codes now."),
    )


def ask_change(call: Call, work: UnitOfWork) -> Response:
    """Turning it off, or fresh recovery codes: with a code of its own."""
    return _change_page(call, work, blank())


def turn_off(call: Call, work: UnitOfWork) -> Response:
    """Off at once; a new phone turns it on again right here."""
    form, account = _changing(call, work)
    if form.clean is None or form.errors:
        return _change_page(call, work, form, 429 if call.prepared else 422)
    acts.turn_off_second_factor(work, account.id, form.clean.code)
    forgive(work, (FACTOR, str(account.id)))
    return call.done("/me/second-factor", say("The second factor is off."))


def renew_codes(call: Call, work: UnitOfWork) -> Response:
    """Eight fresh ones, shown once."""
    form, account = _changing(call, work)
    if form.clean is None or form.errors:
        return _change_page(call, work, form, 429 if call.prepared else 422)
    acts.make_recovery_codes(work, account.id, form.clean.code)
    forgive(work, (FACTOR, str(account.id)))
    keep_shown(call, work, account.id)
    return call.done("/me/second-factor/codes", say("The earlier codes are worth nothing now."))


def _changing(call: Call, work: UnitOfWork) -> tuple[Filled[Any], Account]:
    form, account = call.form(DigitsForm), own_account(work)
    may = CHANGES[_what(call)](work, account, form.clean.code) if form.clean else YES
    if account.totp_since is None:
        may.demand()
    note_wrong(call, form, may)
    return form, account


def _setting_up(
    call: Call, work: UnitOfWork, account: Account, form: Filled[Any], status: int = 200
) -> Response:
    key = key_of(work, account.id, next_salt(work, account, digest(call.session_token)))
    return call.page(
        "people/second_off.html", status=status, form=form, fresh=_fresh(work),
        needed=should_turn_on(work.standings(), on=False, demo=work.community.demo),
        address=app_address(key, account.login, work.community.name), groups=in_fours(secret_of(key)),
        gone=last_taken_away(work, account),
    )  # fmt: skip


def _change_page(call: Call, work: UnitOfWork, form: Filled[Any], status: int = 200) -> Response:
    if own_account(work).totp_since is None:
        home = call.to("/me/second-factor")
        return error_page(call, 422, UNREAD) if form.errors else call.redirect(home)
    return call.page("people/second_change.html", status=status, form=form, what=_what(call))


def _with_next(path: str, form: Filled[Any]) -> str:
    """Where one was when the second factor was asked for is carried along."""
    then = form.raw("then")
    return f"{path}?next={quote(then, safe='/')}" if then else path


def _what(call: Call) -> str:
    return "off" if "/off" in call.here else "renew"


def _fresh(work: UnitOfWork) -> bool:
    """Whether whoever sits there lately proved who they are: else a borrowed phone could lock its owner out."""
    actor = work.actor
    return work.community.demo or (actor is not None and lately_proved(actor.confirmed_at, work.now))


P = Permission
ROUTES = [
    page("/me/second-factor", show_factor, P.KEEP_ACCOUNT, "me"),
    act("/me/second-factor", turn_on, P.KEEP_ACCOUNT, "me", before=count_try),
    page("/me/second-factor/off", ask_change, P.KEEP_ACCOUNT, "me"),
    act("/me/second-factor/off", turn_off, P.KEEP_ACCOUNT, "me", before=count_try),
    page("/me/second-factor/renew", ask_change, P.KEEP_ACCOUNT, "me"),
    act("/me/second-factor/renew", renew_codes, P.KEEP_ACCOUNT, "me", before=count_try),
]
