"""Buildings for those who keep the roll: the list with its figures, the plan, its sheet for the clipboard."""

from typing import Any

from starlette.responses import Response

from civic.core.message import Message, say
from civic.people import place_words as words
from civic.people.acts import places
from civic.people.acts.slips import may_issue_slips
from civic.people.queries.flights import Cell, Flight, leaves
from civic.people.queries.listed_buildings import Figures, figures_of, posts_of
from civic.people.queries.plan import building_in_reach, plan_of
from civic.people.queries.reach import reach_of
from civic.people.routes.glass import behind_glass
from civic.people.spoken import office_words
from civic.people.tables import DwellingKind
from civic.permissions import Permission
from civic.web.call import Call
from civic.web.routing import page
from civic.work import UnitOfWork

PER_PAGE = 20


def list_buildings(call: Call, work: UnitOfWork) -> Response:
    """The buildings within one's reach, by estate, each with what stands in it and what is missing."""
    reach = reach_of(work)
    found = figures_of(work, reach)
    pages = max(1, -(-len(found) // PER_PAGE))
    page_no = min(call.page_no(), pages)
    estates: dict[str, list[Figures]] = {}
    for each in found[(page_no - 1) * PER_PAGE : page_no * PER_PAGE]:
        estates.setdefault(each.building.estate, []).append(each)
    return call.page(
        "people/buildings.html", reach=reach, estates=estates, page_no=page_no, pages=pages,
        sums=[len(found), *(sum(getattr(each, name) for each in found) for name in ("homes", "people", "gaps"))],
        may_add=places.may_add_building(work), may_import=work.may(P.IMPORT_ROLL),
        href_for=lambda number: call.to(f"/admin/buildings?page={number}"),
    )  # fmt: skip


def show_building(call: Call, work: UnitOfWork) -> Response:
    """The plan: every door with how many live there, what is missing, where its slip is."""
    found = _plan(call, work)
    building, cells = found["building"], [cell for flight in found["flights"] for cell in flight.cells]
    posts = posts_of(work, [building.id]).get(building.id, [])
    return call.page(
        "people/building.html", cells=cells, posts=[(post, office_words(post)) for post in posts],
        people=sum(cell.people for cell in cells), gaps=sum(len(cell.gaps) for cell in cells),
        entrances=[_entrance(flight) for flight in found["flights"]],
        may_edit=places.may_change_building(work, building), may_slip=_has_cards(cells) and may_issue_slips(work, building.id), **found,
    )  # fmt: skip


def _has_cards(cells: list[Cell]) -> bool:
    """Parking spaces get no slip; nothing but them has no page of slips."""
    return any(cell.kind != DwellingKind.PARKING for cell in cells)


def _entrance(flight: Flight) -> tuple[str, Message, int, bool]:
    return f"#e{flight.entrance}", say("Entrance %(n)s", n=flight.entrance), len(flight.cells), False


def print_plan(call: Call, work: UnitOfWork) -> Response:
    """The same for the clipboard: a sheet an entrance, doors and people, a box to tick and room to write."""
    found = _plan(call, work)
    pages = [leaf for flight in found["flights"] for leaf in leaves(flight)]
    return call.page("people/plan_print.html", today=work.today, leaves=pages, **found)


def _plan(call: Call, work: UnitOfWork) -> dict[str, Any]:
    reach = reach_of(work)
    building = building_in_reach(work, reach, call.number("building"))
    return {
        "reach": reach, "building": building, "flights": plan_of(work, building.id, reach), "kinds": words.KINDS,
        "marks": words.MARKS, "slips": words.SLIPS, "floor": words.floor_words, "people_words": words.people_words,
    }  # fmt: skip


P = Permission
ROUTES = [
    page("/admin/buildings", behind_glass(list_buildings), P.READ_ROLL, "me"),
    page("/admin/buildings/{building}", behind_glass(show_building), P.READ_ROLL, "me"),
    page("/admin/buildings/{building}/print", behind_glass(print_plan), P.READ_ROLL, "me"),
]
