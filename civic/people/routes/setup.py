"""Behind the console's one-time code: the first administrator chooses a password."""

from starlette.responses import Response

from civic.core.entropy import digest, token
from civic.people.acts.setup import may_take_account
from civic.people.acts.setup import take_account as keep_password
from civic.people.forms.sign_in import FirstForm
from civic.people.routes.entering import entered
from civic.people.rules.sign_in import may_set_password
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


def take_account(call: Call, work: UnitOfWork) -> Response:
    """Keep the password and sign the administrator in."""
    setup = work.one(PersonCode, code_hash=digest(call.path["code"].upper()))
    form, person = call.form(FirstForm), work.get(Person, setup.person_id)
    may_take_account(work, setup).demand()
    if form.clean and (short := may_set_password(form.clean.password)).because:
        form.refuse("password", short.because)
    if form.clean is None or form.errors:
        return call.refused("people/first.html", form, person=person)
    fresh = token(work.entropy)
    keep_password(work, setup.id, form.clean.password, fresh)
    return entered(call, fresh, call.to("/me"))


P = Permission
ROUTES = [
    page("/first/{code}", show_first, P.READ, "me"),
    act("/first/{code}", take_account, P.SIGN_IN, "me"),
]
