"""Behind the console's one-time code: the first administrator chooses a password."""

from starlette.responses import Response

from civic.core.entropy import digest
from civic.people.acts.setup import may_take_account
from civic.people.acts.setup import take_account as keep_password
from civic.people.forms.sign_in import FirstForm
from civic.people.passwords import hashed
from civic.people.routes.entering import enter
from civic.people.rules.passwords import may_set_password
from civic.people.tables import Person, PersonCode
from civic.permissions import Permission
from civic.web.call import Call
from civic.web.forms import blank
from civic.web.routing import act, page
from civic.work import UnitOfWork


def show_first(call: Call, work: UnitOfWork) -> Response:
    """The page behind the one-time code: choose a password."""
    setup = work.one(PersonCode, code_hash=digest(call.path["code"].upper()))
    may_take_account(work, setup).demand()
    return call.page("people/first.html", form=blank(), person=work.get(Person, setup.person_id))


def hash_first(call: Call) -> str:
    """The new password, hashed for whoever has a code that is still good."""
    form = call.form(FirstForm)
    with call.opened(write=False) as work:
        may_take_account(work, work.one(PersonCode, code_hash=digest(call.path["code"].upper()))).demand()
    return hashed(form.clean.password) if form.clean and may_set_password(form.clean.password) else ""


def take_account(call: Call, work: UnitOfWork) -> Response:
    """Keep the password and sign the administrator in."""
    setup = work.one(PersonCode, code_hash=digest(call.path["code"].upper()))
    form, person = call.form(FirstForm), work.get(Person, setup.person_id)
    may_take_account(work, setup).demand()
    own = (person.name, work.community.name)
    if form.clean and (poor := may_set_password(form.clean.password, own)).because:
        form.refuse("password", poor.because)
    if form.clean is None or form.errors:
        return call.refused("people/first.html", form, person=person)
    return enter(call, work, keep_password(work, setup.id, call.prepared), then=call.to("/me"))


P = Permission
ROUTES = [
    page("/first/{code}", show_first, P.READ, "me"),
    act("/first/{code}", take_account, P.SIGN_IN, "me", before=hash_first),
]
