"""Before guarded and dangerous acts: the second factor, the password once more. Nothing typed is lost."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from starlette.responses import Response

from civic.core.errors import NotAllowed
from civic.core.message import Message, say
from civic.people.acts.sessions import confirm_session
from civic.people.acts.sign_in import Proof, accept_password, may_sign_in
from civic.people.forms.sign_in import AgainForm
from civic.people.queries.accounts import account_of
from civic.people.routes.entering import safe_next
from civic.people.routes.proving import prove_password, refused
from civic.people.rules.sign_in import needs_factor, needs_proof
from civic.permissions import Permission
from civic.web.call import Call
from civic.web.errors import Held
from civic.web.forms import GUARDS, Filled, blank
from civic.web.routing import act, page
from civic.work import UnitOfWork

FACTOR = say("Please turn on the second factor first")
AGAIN = say("Please type your password once more")
WRONG = say("The password is not right. Please try once more, or call us.")


def hold(work: UnitOfWork, permission: Permission) -> None:
    """`Held`, where whoever may do this has something to do first. Asked by the endpoint for every route."""
    actor, demo = work.actor, work.community.demo
    if actor is None:
        return
    if needs_factor(permission, actor.standings, strong=actor.strong, demo=demo):
        raise Held(FACTOR, _factor_page, leaves=True)
    if needs_proof(permission, actor.confirmed_at, work.now, demo=demo):
        raise Held(AGAIN, _again_page, leaves=not _has_password(work))


def prove(call: Call, password: str) -> None:
    """The password that was typed on the page between: right, and the act goes on; or the page once more."""
    proof = _proof_of(call, password)
    if why := _why_not(proof):
        raise Held(AGAIN, lambda call: _wrong(call, proof, why, _carried(call), call.here))
    with call.opened(write=True) as work:
        _confirm(call, work, proof)


def show_again(call: Call, work: UnitOfWork) -> Response:
    """The page between: it leads on to the page that was asked for."""
    typed = [("then", call.query.get("next", ""))]
    return _page(call, work, blank(), typed, call.to("/in/again"))


def check_again(call: Call) -> Proof | None:
    """Whether it is the password of whoever is signed in."""
    form = call.form(AgainForm)
    return _proof_of(call, form.clean.again) if form.clean else None


def confirm_again(call: Call, work: UnitOfWork) -> Response:
    """Noted; on to the page that was asked for."""
    form, here = call.form(AgainForm), call.to("/in/again")
    typed = [("then", form.raw("then"))]
    if form.clean is None:
        return _page(call, work, form, typed, here, status=422)
    if why := _why_not(call.prepared):
        return _wrong(call, call.prepared, why, typed, here)
    _confirm(call, work, call.prepared)
    return call.redirect(safe_next(call, form.clean.then))


def _factor_page(call: Call) -> Response:
    assert call.work is not None
    account = account_of(call.work, call.work.person_id)
    on = account is not None and account.totp_since is not None
    here = _back_to(call)
    return call.page(
        "people/guarded.html", fragment="guarded", status=403, on=on, here=here, kept=bool(call.kept)
    )


def _back_to(call: Call) -> str:
    """Where whoever had to leave the page goes on: at what was typed, or at the page on which the form stood."""
    return call.to(call.kept) if call.kept else call.came_from if call.sent else call.here


def _again_page(call: Call) -> Response:
    """A page leads to the page between; an act is carried along on it."""
    assert call.work is not None
    if not call.sent:
        return call.redirect(call.to(f"/in/again?next={quote(call.here, safe='/')}"))
    return _page(call, call.work, blank(), _carried(call), call.here, status=403)


def _carried(call: Call) -> list[tuple[str, str]]:
    """What was typed. The page between brings the form's own one-use token: the act is still the same press."""
    sent = [(name, value) for name, value in call.sent if isinstance(value, str)]
    call.once = next((value for name, value in sent if name == "once"), call.once)
    return [(name, value) for name, value in sent if name not in GUARDS]


def _page(
    call: Call, work: UnitOfWork, form: Filled[Any], typed: Sequence[tuple[str, str]], action: str, status: int = 200
) -> Response:  # fmt: skip
    return call.page(
        "people/again.html", fragment="again", status=status, form=form, typed=typed, action=action,
        has_password=_has_password(work), back=_back_to(call),
    )  # fmt: skip


def _wrong(call: Call, proof: Proof, why: Message, typed: Sequence[tuple[str, str]], action: str) -> Response:
    assert call.work is not None
    form = blank()
    form.refuse("again", why)
    return refused(
        call, proof, "people/again.html", form, fragment="again", typed=typed, action=action,
        has_password=_has_password(call.work), back=_back_to(call),
    )  # fmt: skip


def _proof_of(call: Call, password: str) -> Proof:
    with call.opened(write=False) as work:
        if work.actor is None or work.actor.helper_id is not None:
            raise NotAllowed(say("Please sign in first."))
        account = account_of(work, work.person_id)
    return prove_password(call, account.login if account else "", password)


def _confirm(call: Call, work: UnitOfWork, proof: Proof) -> None:
    accept_password(work, proof)
    confirm_session(work, call.session_token)


def _why_not(proof: Proof) -> Message | None:
    because = may_sign_in(proof).because
    return WRONG if because is not None and proof.wait_until is None else because


def _has_password(work: UnitOfWork) -> bool:
    account = account_of(work, work.person_id)
    return account is not None and account.password_hash != ""


P = Permission
ROUTES = [
    page("/in/again", show_again, P.KEEP_ACCOUNT, "me"),
    act("/in/again", confirm_again, P.KEEP_ACCOUNT, "me", before=check_again),
]
