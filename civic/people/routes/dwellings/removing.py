"""A dwelling entered by mistake is taken off the roll; what hangs on it says why not."""

from starlette.responses import Response

from civic.core.message import say
from civic.people.acts.places import may_edit_dwelling
from civic.people.acts.removing import may_remove_dwelling
from civic.people.acts.removing import remove_dwelling as remove
from civic.people.forms.people import PressForm
from civic.people.routes.dwellings.ways import about, unit_here
from civic.permissions import Permission
from civic.web.call import Call
from civic.web.errors import UNREAD, error_page
from civic.web.routing import act, page
from civic.work import UnitOfWork


def ask_removal(call: Call, work: UnitOfWork) -> Response:
    """Checked once before it counts; or why it stays."""
    unit = unit_here(call, work)
    may_edit_dwelling(work, unit.dwelling).demand()
    may = may_remove_dwelling(work, unit.dwelling)
    return call.page("people/dwelling_remove.html", may=may, **about(call, unit))


def remove_dwelling(call: Call, work: UnitOfWork) -> Response:
    """Off the roll; on to the plan of its building."""
    dwelling_id = call.number("dwelling")
    if call.form(PressForm).clean is None:
        return error_page(call, 422, UNREAD)
    building_id = remove(work, dwelling_id)
    return call.done(f"/admin/buildings/{building_id}", say("The dwelling is off the roll."))


P = Permission
ROUTES = [
    page("/admin/dwellings/{dwelling}/remove", ask_removal, P.EDIT_ROLL, "me"),
    act("/admin/dwellings/{dwelling}/remove", remove_dwelling, P.EDIT_ROLL, "me"),
]
