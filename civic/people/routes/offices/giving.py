"""Give an office: which, to whom, over what and how long; checked once before it counts."""

from collections.abc import Mapping
from typing import Any

from starlette.responses import Response

from civic.core.errors import NotFound
from civic.people.acts.offices import Wanted, appoint, may_appoint
from civic.people.forms.offices import GivingForm
from civic.people.queries.choosing import Chosen, chosen_by_id, chosen_by_name, reach_or_none
from civic.people.queries.places import buildings
from civic.people.queries.reach import Reach
from civic.people.queries.roll import find_people
from civic.people.routes.offices.words import GIVEN, giving_facts, giving_words
from civic.people.rules.appointing import may_give_kind, offices_given_by
from civic.people.searching import read_wanted
from civic.people.seeing import seen
from civic.people.tables import OfficeKind
from civic.permissions import NAMES, Permission, Standing
from civic.web.call import LARGEST, Call
from civic.web.forms import Filled, blank
from civic.web.routing import act, page
from civic.work import UnitOfWork

LONGEST = 60


def ask_giving(call: Call, work: UnitOfWork) -> Response:
    """One question after another, each with what was answered before in its address."""
    asked = {name: " ".join(call.query.get(name, "").split())[:LONGEST] for name in CARRIED}
    if asked["kind"] not in {kind.value for kind in offices_given_by(work.standings())}:
        kinds = [(kind.value, NAMES[kind]) for kind in offices_given_by(work.standings())]
        return call.page("people/appoint_kind.html", kinds=kinds, asked=asked)
    who = _who(work, asked)
    if who is None and not asked["new"]:
        return _ask_who(call, work, asked)
    about = _about(work, OfficeKind(asked["kind"]), who)
    known = {name: value for name, value in asked.items() if value}
    if len(about["ways"]) == 1:
        known["obtained"] = about["ways"][0][0]
    form = blank(**known, from_on=work.today.isoformat())
    return call.page("people/appoint.html", form=form, **about)


CARRIED = ("kind", "person", "name", "door", "new")


def _who(work: UnitOfWork, asked: Mapping[str, str]) -> Chosen | None:
    """By the id that the search gave, or by the full name and the door that were typed."""
    person = asked["person"]
    if person:
        if not (person.isascii() and person.isdigit() and len(person) < 11 and 0 < int(person) <= LARGEST):
            raise NotFound
        return chosen_by_id(work, int(person))
    if asked["name"] and not asked["new"]:
        return chosen_by_name(work, asked["name"], asked["door"])
    return None


def _ask_who(call: Call, work: UnitOfWork, asked: Mapping[str, str]) -> Response:
    """The search of the roll; before the shut glass the full name and the door, which must both be known."""
    reach = reach_or_none(work)
    typed = " ".join(call.query.get("q", "").split())[:LONGEST]
    return call.page(
        "people/appoint_who.html",
        asked=asked,
        office=NAMES[Standing(asked["kind"])],
        reach=reach,
        typed=typed,
        people=_found(work, reach, typed) if reach and typed else [],
    )


def _found(work: UnitOfWork, reach: Reach, typed: str) -> list[Any]:
    found = find_people(work, reach, read_wanted(typed), 1).people
    return [seen(work, reach, entry) for entry in found]


def give(call: Call, work: UnitOfWork) -> Response:
    """The check page, back to what was typed, or the office itself."""
    form = call.form(GivingForm)
    kind = _kind(work, form)
    who = _who(work, {name: form.raw(name) for name in CARRIED})
    about = _about(work, kind, who)
    if form.clean is None:
        return call.refused("people/appoint.html", form, **about)
    typed, wanted = form.clean, _wanted(form.clean, who)
    if typed.step == "change":
        return call.page("people/appoint.html", form=form, **about)
    if typed.step == "give":
        office = appoint(work, wanted)
        return call.done(f"/admin/offices/{office.id}", GIVEN)
    if because := may_appoint(work, wanted).because:
        form.refuse("", because)
        return call.refused("people/appoint.html", form, **about)
    facts = giving_facts(wanted, about["places"])
    return call.page("people/appoint_check.html", form=form, facts=facts, **about)


def _kind(work: UnitOfWork, form: Filled[Any]) -> OfficeKind:
    """Which office the page is about; one that the reader does not give is refused at once."""
    word = form.raw("kind")
    if word not in set(OfficeKind):
        raise NotFound
    may_give_kind(Standing(word), work.standings()).demand()
    return OfficeKind(word)


def _about(work: UnitOfWork, kind: OfficeKind, who: Chosen | None) -> dict[str, Any]:
    places = buildings(work.session, work.community.id)
    return {"who": who, "places": places, **giving_words(kind, places)}


def _wanted(typed: GivingForm, who: Chosen | None) -> Wanted:
    """What the form says; a new person where nobody was chosen."""
    if who is None and not (typed.new and typed.name):
        raise NotFound
    return Wanted(
        kind=typed.kind, person_id=who.person_id if who else None, name=who.name if who else typed.name or "",
        phone=typed.phone or "", from_on=typed.from_on, to_on=typed.to_on, obtained=typed.obtained,
        basis=typed.basis or "", title=typed.title or "", building_id=typed.building, entrance=typed.entrance,
    )  # fmt: skip


P = Permission
ROUTES = [
    page("/admin/offices/new", ask_giving, P.APPOINT, "me"),
    act("/admin/offices/new", give, P.APPOINT, "me"),
]
