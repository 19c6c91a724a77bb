"""My password: changed, or set for the first time by whoever came in with a code."""

from dataclasses import dataclass
from typing import Any

from starlette.responses import Response

from civic.core.errors import NotFound, Refusal
from civic.core.message import Message, say
from civic.people.acts.sign_in import Proof, accept_password, keep_password
from civic.people.forms.sign_in import PasswordForm
from civic.people.passwords import hashed
from civic.people.queries.accounts import account_of, own_words
from civic.people.routes.again import WRONG
from civic.people.routes.proving import prove_password
from civic.people.routes.sessions import others_ended
from civic.people.rules.passwords import may_set_password
from civic.people.rules.sign_in import lately_proved
from civic.people.tables import Account, Person
from civic.permissions import Permission
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.web.routing import act, page
from civic.work import UnitOfWork

OLD_FIRST = say("Please type your present password too.")
FRESH_CODE = say("Please sign in once more with a fresh code; then you can choose a password here.")


@dataclass(frozen=True)
class Ready:
    """What was found out ahead: the new password's hash, or what is wrong with which field."""

    fresh: str = ""
    proof: Proof | None = None
    field: str = ""
    wrong: Message | None = None


def show_password(call: Call, work: UnitOfWork) -> Response:
    """One field for whoever just signed in, two for whoever did so a while ago."""
    return _page(call, work, blank())


def make_ready(call: Call) -> Ready | None:
    """Check the old password where it is asked for, weigh the new one, hash it."""
    form = call.form(PasswordForm)
    if form.clean is None:
        return None
    with call.opened(write=False) as work:
        account, own = _account(work), own_words(work, _account(work))
        asked = _asks_old(work, account)
    if poor := may_set_password(form.clean.new, own).because:
        return Ready(field="new", wrong=poor)
    if not asked:
        return Ready(fresh=hashed(form.clean.new))
    if not account.password_hash:
        return Ready(field="new", wrong=FRESH_CODE)
    if form.clean.old is None:
        return Ready(field="old", wrong=OLD_FIRST)
    proof = prove_password(call, account.login, form.clean.old)
    if proof.account_id is None:
        return Ready(proof=proof, field="old", wrong=WRONG)
    return Ready(fresh=hashed(form.clean.new), proof=proof)


def change_password(call: Call, work: UnitOfWork) -> Response:
    """Keep it; all other sessions end at once, and the next page says so."""
    form, ready = call.form(PasswordForm), call.prepared
    if form.clean is None:
        return _page(call, work, form, 422)
    if ready.wrong is not None:
        form.refuse(ready.field, ready.wrong)
        waits = ready.proof is not None and ready.proof.wait_until is not None
        return _page(call, work, form, 429 if waits else 422)
    account = accept_password(work, ready.proof) if ready.proof else _account(work)
    if ready.proof is None and _asks_old(work, account):
        raise Refusal(OLD_FIRST)
    ended = keep_password(work, account, ready.fresh, call.session_token)
    return call.done("/me", say("Your new password holds. %(others)s", others=others_ended(ended)))


def _asks_old(work: UnitOfWork, account: Account) -> bool:
    """Whoever just signed in, perhaps with a code because the password is forgotten, need not type it."""
    return work.actor is None or not lately_proved(work.actor.confirmed_at, work.now)


def _account(work: UnitOfWork) -> Account:
    account = account_of(work, work.person_id)
    if account is None or (work.actor and work.actor.helper_id is not None):
        raise NotFound
    return account


def _page(call: Call, work: UnitOfWork, form: Filled[Any], status: int = 200) -> Response:
    account = _account(work)
    asked = _asks_old(work, account)
    return call.page(
        "people/password.html", status=status, form=form, login=account.login, phone=work.get(Person, account.person_id).phone, first=not account.password_hash,
        asks_old=asked and bool(account.password_hash), stale=asked and not account.password_hash,
    )  # fmt: skip


P = Permission
ROUTES = [
    page("/me/password", show_password, P.KEEP_ACCOUNT, "me"),
    act("/me/password", change_password, P.KEEP_ACCOUNT, "me", before=make_ready),
]
