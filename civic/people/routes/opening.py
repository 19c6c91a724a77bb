"""Joining by a household slip, second question: how will you sign in? Then you are in."""

from dataclasses import dataclass
from typing import Any

from starlette.responses import Response

from civic.core.message import Message, say
from civic.people.acts.joining import join_by_slip, may_join_by_slip
from civic.people.forms.joining import AccountForm
from civic.people.passwords import hashed
from civic.people.queries.codes import my_login, taken, taken_like
from civic.people.queries.dwellers import Dweller, doorway
from civic.people.routes.entering import enter
from civic.people.routes.joining import closed
from civic.people.routes.proof import drop_proof, proven
from civic.people.rules.logins import may_take_login, suggested
from civic.people.rules.passwords import may_set_password
from civic.people.tables import Slip
from civic.permissions import Permission
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.web.routing import act, page
from civic.work import UnitOfWork


@dataclass(frozen=True)
class Prepared:
    """A password as it will be stored, "" without one; or what is wrong with it."""

    password_hash: str = ""
    because: Message | None = None


def show_account(call: Call, work: UnitOfWork) -> Response:
    """The name to sign in with, and a password for those who want one."""
    known = proven(call, work)
    if known is None:
        return call.redirect(call.to(f"/join/{call.path['code']}"))
    slip, person = known
    if not (may := may_join_by_slip(work, slip, person)):
        return closed(call, may)
    door = doorway(work, slip.dwelling_id).door
    login = suggested(person.name, door, taken_like(work, person.name, door))
    return _ask(call, work, slip, person, blank(login=login))


def hash_password(call: Call) -> Prepared:
    """Ahead of the transaction, and only for a browser that has proven who sits there."""
    sent = [value for name, value in call.sent if name == "password"]
    password = call.take("password") or ""
    if len(sent) > 1 or not all(isinstance(value, str) for value in sent):
        return Prepared(because=say("This came twice. Please fill in the form once more."))
    if not password:
        return Prepared()
    with call.opened(write=False) as work:
        known = proven(call, work)
    if known is None:
        return Prepared()
    because = may_set_password(password, _guessable(call, known[1])).because
    return Prepared(because=because) if because else Prepared(hashed(password))


def _guessable(call: Call, person: Dweller) -> list[str]:
    """What others know of a person: no password is made of it."""
    typed = [value for name, value in call.sent if name == "login" and isinstance(value, str)]
    born = [f"{person.born_on:%Y%m%d}"] if person.born_on else []
    return [person.name, "".join(filter(str.isdigit, person.phone)), *born, *typed]


def open_account(call: Call, work: UnitOfWork) -> Response:
    """The account is there, whoever joined is signed in."""
    known = proven(call, work)
    if known is None:
        return call.redirect(call.to(f"/join/{call.path['code']}"))
    slip, person = known
    if not (may := may_join_by_slip(work, slip, person)):
        return closed(call, may)
    form = _read(call, work)
    if form.clean is None or form.errors:
        return _ask(call, work, slip, person, form)
    stored = call.prepared.password_hash
    join_by_slip(work, slip.id, person.person_id, login=form.clean.login, password_hash=stored)
    drop_proof(call)
    return enter(call, work, person.person_id, then=call.to("/me/joined"))


def _read(call: Call, work: UnitOfWork) -> Filled[AccountForm]:
    form = call.form(AccountForm)
    if form.clean and (no := may_take_login(form.clean.login, taken(work, [form.clean.login]))).because:
        form.refuse("login", no.because)
    if call.prepared.because:
        form.refuse("password", call.prepared.because)
    return form


def _ask(call: Call, work: UnitOfWork, slip: Slip, person: Dweller, form: Filled[Any]) -> Response:
    return call.page(
        "people/join_account.html", status=422 if form.errors else 200, form=form, person=person,
        home=doorway(work, slip.dwelling_id), action=call.to(f"/join/{call.path['code']}/account"),
    )  # fmt: skip


def show_joined(call: Call, work: UnitOfWork) -> Response:
    """What has happened, what one signs in with, what one can do now."""
    mine = my_login(work)
    return call.page("people/joined.html", mine=mine) if mine else call.redirect(call.to("/me"))


P = Permission
ROUTES = [
    page("/join/{code}/account", show_account, P.READ, "me"),
    act("/join/{code}/account", open_account, P.SIGN_IN, "me", before=hash_password),
    page("/me/joined", show_joined, P.READ_ME, "me"),
]
