"""The door of a dwelling, read as the import reads it; corrected where it was written wrongly."""

from typing import Any

from starlette.responses import Response

from civic.core.message import say
from civic.people.acts.places import change_door, may_change_door
from civic.people.forms.places import DoorForm
from civic.people.routes.dwellings.ways import about, home, unit_here
from civic.people.routes.typed import parsed, tried
from civic.people.rules.importing.places import door_of
from civic.people.tables import Building
from civic.permissions import Permission
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.web.routing import act, page
from civic.work import UnitOfWork


def door_in(form: Filled[Any], building: Building) -> str | None:
    """The door alone; one that names another place is refused."""
    typed = parsed(form, "door", door_of)
    if typed is None or form.clean is None:
        return None
    if typed.entrance not in (None, form.clean.entrance) or typed.building not in ("", building.name):
        form.refuse("door", say("This is the door of another entrance. Please write its number alone, 501."))
        return None
    return typed.door


def ask_door(call: Call, work: UnitOfWork) -> Response:
    """The form with what the roll has."""
    unit = unit_here(call, work)
    may_change_door(work, unit.dwelling).demand()
    form = blank(entrance=str(unit.dwelling.entrance), door=unit.dwelling.door)
    return call.page("people/dwelling_door.html", form=form, **about(call, unit))


def correct_door(call: Call, work: UnitOfWork) -> Response:
    """Correct it."""
    unit = unit_here(call, work)
    may_change_door(work, unit.dwelling).demand()
    form: Filled[DoorForm] = call.form(DoorForm)
    door, told = door_in(form, unit.building), form.clean
    done = (
        tried(form, "door", lambda: change_door(work, unit.dwelling.id, entrance=told.entrance, door=door))
        if told and door
        else None
    )
    if done is None:
        return call.refused("people/dwelling_door.html", form, **about(call, unit))
    said = say("The door is corrected.") if done else say("Nothing has changed.")
    return call.done(home(call, unit.dwelling.id), said)


P = Permission
ROUTES = [
    page("/admin/dwellings/{dwelling}/door", ask_door, P.EDIT_ROLL, "me"),
    act("/admin/dwellings/{dwelling}/door", correct_door, P.EDIT_ROLL, "me"),
]
