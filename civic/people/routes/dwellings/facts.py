"""Correct what is known of a dwelling: kind, floor, area with its source, whether it is sold."""

from typing import Any

from starlette.responses import Response

from civic.core.message import say
from civic.people.acts.places import About, change_dwelling, may_change_dwelling
from civic.people.forms.places import DwellingForm
from civic.people.place_words import KINDS, SOURCES, STATES
from civic.people.queries.dwellings import Unit
from civic.people.routes.dwellings.ways import about, home, unit_here
from civic.people.routes.typed import parsed
from civic.people.rules.importing.numbers import area_of
from civic.permissions import Permission
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.web.routing import act, page
from civic.work import UnitOfWork


def ask_facts(call: Call, work: UnitOfWork) -> Response:
    """The form with what the roll has."""
    unit = unit_here(call, work)
    may_change_dwelling(work, unit.dwelling).demand()
    dwelling = unit.dwelling
    form = blank(
        kind=dwelling.kind, floor="" if dwelling.floor is None else str(dwelling.floor),
        area=str(unit.area) if unit.area else "", area_source=dwelling.area_source if unit.area else "",
        state=dwelling.state,
    )  # fmt: skip
    return call.page("people/dwelling_edit.html", form=form, **_words(call, unit))


def correct_facts(call: Call, work: UnitOfWork) -> Response:
    """Correct them; the ledger keeps the area before and after."""
    unit = unit_here(call, work)
    may_change_dwelling(work, unit.dwelling).demand()
    form: Filled[DwellingForm] = call.form(DwellingForm)
    area = parsed(form, "area", area_of)
    if form.clean is None or form.errors:
        return call.refused("people/dwelling_edit.html", form, **_words(call, unit))
    told = form.clean
    changed = change_dwelling(
        work, unit.dwelling.id,
        About(told.kind.value, told.floor, area, told.area_source.value, told.state.value),
    )  # fmt: skip
    said = say("The dwelling is corrected.") if changed else say("Nothing has changed.")
    return call.done(home(call, unit.dwelling.id), said)


def _words(call: Call, unit: Unit) -> dict[str, Any]:
    return about(
        call, unit, kinds=list(KINDS.items()), sources=list(SOURCES.items()), states=list(STATES.items())
    )


P = Permission
ROUTES = [
    page("/admin/dwellings/{dwelling}/edit", ask_facts, P.EDIT_ROLL, "me"),
    act("/admin/dwellings/{dwelling}/edit", correct_facts, P.EDIT_ROLL, "me"),
]
