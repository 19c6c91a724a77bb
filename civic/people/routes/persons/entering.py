"""Somebody new on the roll: what is known of them, whether one of the same name is meant, then their home."""

from collections.abc import Sequence
from typing import Any

from starlette.responses import Response

from civic.core.message import Message, say
from civic.people.acts.people import Facts, add_person, faults
from civic.people.edit_words import WHO_OWNS
from civic.people.forms.people import NewPersonForm
from civic.people.queries.dwellers import doorway
from civic.people.queries.entries import Place
from civic.people.queries.people import namesakes
from civic.people.queries.reach import reach_of
from civic.people.routes.dwellings.ways import came
from civic.people.routes.persons.whom import refuse_first
from civic.people.routes.typed import parsed
from civic.people.rules.importing.names import phone_of
from civic.people.seeing import Seen, seen
from civic.people.spoken import door_words
from civic.people.tables import PersonKind
from civic.permissions import Permission
from civic.web.call import LARGEST, Call
from civic.web.forms import Filled, blank
from civic.web.routing import act, page
from civic.work import UnitOfWork

WAYS = {"lives": "in", "owns": "own"}
"""What somebody new is entered as next, and the address for it below the dwelling."""


def new_person(call: Call, work: UnitOfWork) -> Response:
    """The form; from a dwelling, its door stays with it."""
    asked = {name: call.query[name] for name in ("dwelling", "way") if call.query.get(name)}
    kind = {"kind": PersonKind.PERSON.value} if asked.get("way") == "lives" else {}
    return _form(call, work, blank(**asked, **kind))


def enter_person(call: Call, work: UnitOfWork) -> Response:
    """Enter them, unless somebody of this name may be meant; then on to the dwelling, if it began there."""
    form: Filled[NewPersonForm] = call.form(NewPersonForm)
    phone = parsed(form, "phone", phone_of) or ""
    typed = form.clean
    if typed is None or form.errors:
        return _form(call, work, form)
    facts = Facts(typed.name, phone, typed.born_on)
    refuse_first(form, faults(work, facts, typed.kind.value))
    reach = reach_of(work)
    known = [seen(work, reach, each) for each in namesakes(work, reach, typed.name)]
    if form.errors or (known and not typed.other):
        return _form(call, work, form, known=known)
    added = add_person(work, facts, typed.kind)
    return call.done(_next(call, form, added.id), say("%(name)s is on the roll.", name=added.name))


def _next(call: Call, form: Filled[NewPersonForm], person_id: int) -> str:
    """Their page; or to the dwelling where they are wanted, which leads back as it would have before."""
    typed = form.clean
    if typed is None or typed.dwelling is None:
        return f"/admin/people/{person_id}"
    return _as(call, str(typed.dwelling), typed.way or "lives", person_id)


def _as(call: Call, dwelling: str, way: str, person_id: int) -> str:
    return f"/admin/dwellings/{dwelling}/{WAYS[way]}/{person_id}{came(call)}"


def _form(call: Call, work: UnitOfWork, form: Filled[Any], known: Sequence[Seen] = ()) -> Response:
    dwelling, way = form.raw("dwelling"), form.raw("way") if form.raw("way") in WAYS else "lives"
    return call.page(
        "people/edit_person_new.html", status=422 if form.errors or known else 200, form=form, came=came(call),
        kinds=list(WHO_OWNS.items()), door=_door(work, dwelling), dwelling=dwelling, way=way,
        next_of=lambda ident: _as(call, dwelling, way, ident), known=known,
    )  # fmt: skip


def _door(work: UnitOfWork, dwelling: str) -> Message | None:
    """Where they are entered next, in words; `NotFound` for what is no dwelling of this community."""
    if not (dwelling.isascii() and dwelling.isdigit() and len(dwelling) < 11 and int(dwelling) <= LARGEST):
        return None
    at = doorway(work, int(dwelling))
    return door_words(Place(at.dwelling_id, at.building_id, at.building, at.entrance, at.door))


P = Permission
ROUTES = [
    page("/admin/people/new", new_person, P.EDIT_ROLL, "me"),
    act("/admin/people/new", enter_person, P.EDIT_ROLL, "me"),
]
