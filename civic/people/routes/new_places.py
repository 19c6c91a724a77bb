"""Entering and correcting buildings, and entering doors one after another."""

from typing import Any

from starlette.responses import Response

from civic.core.message import say
from civic.people.acts import places
from civic.people.forms.places import BuildingForm, NewDwellingForm
from civic.people.place_words import KINDS, SOURCES, STATES
from civic.people.queries.listed_buildings import estates_of
from civic.people.routes.doors import door_in
from civic.people.routes.typed import parsed, tried
from civic.people.rules.importing.numbers import area_of
from civic.people.rules.importing.places import building_of
from civic.people.tables import Building
from civic.permissions import Permission
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.web.routing import act, page
from civic.work import UnitOfWork


def new_building(call: Call, work: UnitOfWork) -> Response:
    """The form for a building that the roll does not have."""
    return call.page("people/edit_building.html", form=blank(entrances="1"), **_about(work))


def add_building(call: Call, work: UnitOfWork) -> Response:
    """Enter it; its dwellings come next."""
    form: Filled[BuildingForm] = call.form(BuildingForm)
    values = _building_in(form)
    added = tried(form, "name", lambda: places.add_building(work, **values)) if values else None
    if added is None:
        return call.refused("people/edit_building.html", form, **_about(work))
    return call.done(
        f"/admin/buildings/{added.id}", say("The building is on the roll. Its dwellings come next.")
    )


def edit_building(call: Call, work: UnitOfWork) -> Response:
    """The same form for a building of the roll."""
    building = work.get(Building, call.number("building"))
    form = blank(name=building.name, estate=building.estate, entrances=str(building.entrances))
    return call.page("people/edit_building.html", form=form, **_about(work, building))


def change_building(call: Call, work: UnitOfWork) -> Response:
    """Correct it."""
    building = work.get(Building, call.number("building"))
    form: Filled[BuildingForm] = call.form(BuildingForm)
    values = _building_in(form)
    done = (
        tried(form, "name", lambda: places.change_building(work, building.id, **values)) if values else None
    )
    if done is None:
        return call.refused("people/edit_building.html", form, **_about(work, building))
    said = say("The building is corrected.") if done else say("Nothing has changed.")
    return call.done(f"/admin/buildings/{building.id}", said)


def _about(work: UnitOfWork, building: Building | None = None) -> dict[str, Any]:
    return {"building": building, "estates": estates_of(work)}


def _building_in(form: Filled[BuildingForm]) -> dict[str, Any] | None:
    name = parsed(form, "name", building_of)
    if form.clean is None or name is None:
        return None
    return {"name": name, "estate": form.clean.estate or "", "entrances": form.clean.entrances}


def new_dwelling(call: Call, work: UnitOfWork) -> Response:
    """The form for a door more; the entrance of the last one is kept."""
    building = work.get(Building, call.number("building"))
    form = blank(entrance=call.query.get("entrance", "1")[:2])
    return call.page("people/new_dwelling.html", form=form, **_words(building))


def add_dwelling(call: Call, work: UnitOfWork) -> Response:
    """Enter it, and go to it or to the next one."""
    building = work.get(Building, call.number("building"))
    form: Filled[NewDwellingForm] = call.form(NewDwellingForm)
    door = door_in(form, building)
    area = parsed(form, "area", area_of)
    told = form.clean
    if told is None or door is None or form.errors:
        return call.refused("people/new_dwelling.html", form, **_words(building))
    about = places.About(told.kind, told.floor, area, told.area_source, told.state)
    added = tried(
        form, "door",
        lambda: places.add_dwelling(work, building.id, entrance=told.entrance, door=door, about=about),
    )  # fmt: skip
    if added is None:
        return call.refused("people/new_dwelling.html", form, **_words(building))
    if told.step == "next":
        path = f"/admin/buildings/{building.id}/dwellings/new?entrance={told.entrance}"
        return call.done(path, say("Door %(door)s is on the roll.", door=door))
    return call.done(
        f"/admin/dwellings/{added.id}", say("The dwelling is on the roll. Who lives there, who owns it?")
    )


def _words(building: Building) -> dict[str, Any]:
    return {
        "building": building, "kinds": list(KINDS.items()), "sources": list(SOURCES.items()),
        "states": list(STATES.items()),
    }  # fmt: skip


P = Permission
ROUTES = [
    page("/admin/buildings/new", new_building, P.EDIT_ROLL, "me"),
    act("/admin/buildings", add_building, P.EDIT_ROLL, "me"),
    page("/admin/buildings/{building}/edit", edit_building, P.EDIT_ROLL, "me"),
    act("/admin/buildings/{building}/edit", change_building, P.EDIT_ROLL, "me"),
    page("/admin/buildings/{building}/dwellings/new", new_dwelling, P.EDIT_ROLL, "me"),
    act("/admin/buildings/{building}/dwellings/new", add_dwelling, P.EDIT_ROLL, "me"),
]
