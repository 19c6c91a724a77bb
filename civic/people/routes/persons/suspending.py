"""An account suspended, and free again: one page, whichever of the two it is."""

from typing import Any

from starlette.responses import Response

from civic.core.message import say
from civic.people.acts.suspending import free_account, may_free_account, may_suspend_account, suspend_account
from civic.people.edit_words import WHY_SUSPENDED
from civic.people.forms.people import PressForm, SuspendForm
from civic.people.queries.suspensions import suspension_of
from civic.people.routes.persons.whom import Whom, whom
from civic.permissions import Permission
from civic.web.call import Call
from civic.web.errors import UNREAD, error_page
from civic.web.forms import Filled, blank
from civic.web.routing import act, page
from civic.work import UnitOfWork


def ask_suspend(call: Call, work: UnitOfWork) -> Response:
    """What it means, and why; of a suspended account since when, and the way out."""
    about = whom(call, work)
    if about.person.suspended:
        return call.page(
            "people/person_free.html", about=about, may=may_free_account(work, about.person),
            was=suspension_of(work, about.person.id), words=WHY_SUSPENDED,
        )  # fmt: skip
    return _ask(call, work, about, blank())


def suspend(call: Call, work: UnitOfWork) -> Response:
    """From now on they may read but not act."""
    about, form = whom(call, work), call.form(SuspendForm)
    may_suspend_account(work, about.person).demand()
    if form.clean is None:
        return _ask(call, work, about, form)
    suspend_account(work, about.person.id, form.clean.why)
    return call.done(
        f"/admin/people/{about.person.id}",
        say("The account of %(name)s is suspended. Please tell them why.", name=about.person.name),
    )


def _ask(call: Call, work: UnitOfWork, about: Whom, form: Filled[Any]) -> Response:
    return call.page(
        "people/person_suspend.html", status=422 if form.errors else 200, form=form, about=about,
        reasons=list(WHY_SUSPENDED.items()), may=may_suspend_account(work, about.person),
    )  # fmt: skip


def free(call: Call, work: UnitOfWork) -> Response:
    """They may act again."""
    about = whom(call, work)
    if call.form(PressForm).clean is None:
        return error_page(call, 422, UNREAD)
    free_account(work, about.person.id)
    return call.done(
        f"/admin/people/{about.person.id}", say("%(name)s may act again.", name=about.person.name)
    )


P = Permission
ROUTES = [
    page("/admin/people/{person}/suspend", ask_suspend, P.EDIT_ROLL, "me"),
    act("/admin/people/{person}/suspend", suspend, P.EDIT_ROLL, "me"),
    act("/admin/people/{person}/free", free, P.EDIT_ROLL, "me"),
]
