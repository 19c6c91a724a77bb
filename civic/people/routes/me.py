"""The page about me, and how pages look to me."""

from starlette.responses import Response

from civic.people.doors import my_doors, own_doors
from civic.people.forms.sign_in import LookForm
from civic.people.oidc.organisation import organisation_of
from civic.people.queries.mine import mine
from civic.people.routes.entering import safe_next
from civic.permissions import Permission
from civic.web.call import Call
from civic.web.errors import UNREAD, error_page
from civic.web.look import COOKIE, Look
from civic.web.routing import act, page
from civic.work import UnitOfWork

P = Permission


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
    return call.page(
        "people/me.html",
        mine=mine(work),
        issues=call.house.mine(work),
        own=own_doors(work),
        doors=my_doors(work),
        keeps=work.may(P.KEEP_ACCOUNT),
        organisation=organisation_of(call.house.settings),
    )


ROUTES = [
    act("/settings/look", set_look, P.SET_LOOK, "me"),
    page("/me", show_me, P.READ_ME, "me"),
]
