"""To a dwelling, back from it, and whom a form is about."""

import re
from typing import Any

from starlette.responses import Response

from civic.core.message import Message, building, say, say_p
from civic.people.acts.places import may_edit_dwelling
from civic.people.queries.dwellings import Unit, unit_of
from civic.people.queries.gaps import Gap
from civic.people.queries.reach import reach_of
from civic.people.queries.roll import Found, find_people
from civic.people.searching import read_wanted
from civic.people.seeing import seen
from civic.people.spoken import door_words
from civic.people.tables import Person
from civic.web.call import LARGEST, Call
from civic.work import UnitOfWork

CAME = re.compile(rf"gap-(?:{'|'.join(Gap)})|(?:person|correction)-[0-9]{{1,9}}")
"""From which page somebody came: kept in the address, so that every page here leads back to it."""
CHOSEN = re.compile(r"[0-9]{1,10}")
LONGEST = 40


def came(call: Call) -> str:
    """?from=gap-voter, or nothing."""
    text = call.query.get("from", "")
    return f"?from={text}" if CAME.fullmatch(text) else ""


def home(call: Call, dwelling_id: int) -> str:
    """The page of the dwelling, with the way back from there."""
    return f"/admin/dwellings/{dwelling_id}{came(call)}"


def back_of(call: Call, unit: Unit) -> tuple[str, Message]:
    """Where the page of the dwelling leads back to: the gap, the person, else the plan of its building."""
    kind, _, which = came(call).removeprefix("?from=").partition("-")
    if kind == "gap":
        return f"/admin/gaps/{which}", say("To mend")
    if kind == "person":
        return f"/admin/people/{which}", say_p("the page before", "Entry")
    if kind == "correction":
        return f"/admin/corrections/{which}", say("Request for correction")
    return f"/admin/buildings/{unit.building.id}", building(unit.building.name)


def unit_here(call: Call, work: UnitOfWork) -> Unit:
    """The dwelling that the address names, within the reader's reach."""
    return unit_of(work, reach_of(work), call.number("dwelling"))


def about(call: Call, unit: Unit, **more: Any) -> dict[str, Any]:
    """What the pages of one dwelling show and need."""
    return {
        "unit": unit, "door": door_words(unit.place), "home": home(call, unit.dwelling.id), "came": came(call), **more,
    }  # fmt: skip


def chosen(call: Call, work: UnitOfWork) -> Person | None:
    """Who was found or entered first: in the address itself, or as ?person=17; None for nobody yet."""
    if "person" in call.path:
        return work.get(Person, call.number("person"))
    text = call.query.get("person", "")
    if not CHOSEN.fullmatch(text) or int(text) > LARGEST:
        return None
    return work.get(Person, int(text))


def ask_who(call: Call, work: UnitOfWork, unit: Unit, way: str) -> Response:
    """The search of the roll; who is not on it is entered first."""
    may_edit_dwelling(work, unit.dwelling).demand()
    reach = reach_of(work)
    typed = " ".join(call.query.get("q", "").split())[:LONGEST]
    found = find_people(work, reach, read_wanted(typed), 1) if typed else Found()
    return call.page(
        "people/dwelling_who.html", way=way, typed=typed, more=found.count > len(found.people),
        people=[seen(work, reach, entry) for entry in found.people], **about(call, unit),
    )  # fmt: skip
