"""One round: its doors, on the screen and on paper, and from a door to an issue on somebody's behalf."""

from typing import Any

from starlette.responses import Response

from civic.core.errors import NotFound, Refusal
from civic.core.message import building, say
from civic.people.tables import Building, Dwelling, Person
from civic.permissions import Permission
from civic.propose import acts, drafts
from civic.propose.queries.round_sheet import doors_of
from civic.propose.reach import reach_of
from civic.propose.round_forms import DoorsForm, EndRoundForm
from civic.propose.routes.ways import FOR
from civic.propose.rules.rounds import OUTCOMES, Outcome
from civic.propose.tables import Round, RoundDoor
from civic.web.call import Call
from civic.web.errors import UNREAD, error_page
from civic.web.forms import Filled, blank
from civic.web.routing import act, page
from civic.work import UnitOfWork

P = Permission
ON_A_SHEET = 16
"""Doors on one sheet of A4."""


def show_round(call: Call, work: UnitOfWork) -> Response:
    """Its doors with what is noted of each."""
    return _doors(call, work, _round(call, work), blank())


def _doors(call: Call, work: UnitOfWork, found: Round, form: Filled[Any]) -> Response:
    facts = _facts(work, found)
    noted = [f"{each.door_id}:{each.outcome}" for each in facts["doors"] if each.outcome]
    return call.page(
        "propose/round.html", status=422 if form.errors else 200, form=form, outcomes=list(OUTCOMES.items()),
        chosen=set(form.raws("noted") if form.errors else noted), may_note=acts.may_note_doors(work, found),
        may_raise=work.may(P.RAISE_FOR), **facts,
    )  # fmt: skip


def print_round(call: Call, work: UnitOfWork) -> Response:
    """The sheet for the clipboard, with boxes to tick."""
    found = _round(call, work)
    facts = _facts(work, found)
    doors = facts["doors"]
    sheets = [doors[at : at + ON_A_SHEET] for at in range(0, len(doors), ON_A_SHEET)]
    return call.page("propose/round_print.html", outcomes=list(OUTCOMES.values()), sheets=sheets, **facts)


def note_doors(call: Call, work: UnitOfWork) -> Response:
    """What was chosen of each door."""
    found, form = _round(call, work), call.form(DoorsForm)
    if form.clean is None:
        return _doors(call, work, found, form)
    pairs = [each.split(":") for each in form.clean.noted]
    noted = {int(door): None if word == "open" else Outcome(word) for door, word in pairs}
    acts.note_doors(work, found.id, noted)
    return call.done(f"/rounds/{found.id}", say("It is noted."))


def end_round(call: Call, work: UnitOfWork) -> Response:
    """Doors of which nothing is noted stand on the next sheet."""
    found = _round(call, work)
    if call.form(EndRoundForm).clean is None:
        return error_page(call, 422, UNREAD)
    acts.end_round(work, found.id)
    return call.done("/rounds", say("The round is ended."))


def begin_matter(call: Call, work: UnitOfWork) -> Response:
    """An issue for somebody behind this door: place and channel are filled in."""
    found, door = _round(call, work), work.get(RoundDoor, call.number("door"))
    if door.round_id != found.id:
        raise NotFound
    acts.may_note_doors(work, found).demand()
    if drafts.kept(work, FOR.name):
        raise Refusal(
            say("You have begun an issue for somebody else already."),
            say("Please send it or throw it away first; it stands under “For somebody else”."),
        )
    home = work.get(Dwelling, door.dwelling_id)
    place = {"building_id": home.building_id, "entrance": home.entrance, "floor": home.floor}
    name = work.get(Building, home.building_id).name
    drafts.keep(work, FOR.name, {"channel": "visit", "place": name, **place})
    assert work.actor is not None
    door_typed = "" if reach_of(work.actor).by_name_only else f"?q={home.door}"
    return call.done(f"{FOR.base}/person{door_typed}")


def _round(call: Call, work: UnitOfWork) -> Round:
    found = work.get(Round, call.number("round"))
    acts.may_see_round(work, found).demand()
    return found


def _facts(work: UnitOfWork, found: Round) -> dict[str, Any]:
    return {
        "round": found,
        "doors": doors_of(work, found.id),
        "where": building(work.get(Building, found.building_id).name),
        "walker": work.get(Person, found.walker_id).name,
    }


ROUTES = [
    page("/rounds/{round}", show_round, P.WALK_ROUND, "issues"),
    page("/rounds/{round}/print", print_round, P.WALK_ROUND, "issues"),
    act("/rounds/{round}/doors", note_doors, P.WALK_ROUND, "issues"),
    act("/rounds/{round}/end", end_round, P.WALK_ROUND, "issues"),
    act("/rounds/{round}/doors/{door}/matter", begin_matter, P.WALK_ROUND, "issues"),
]
