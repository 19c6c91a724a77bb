"""Name, telephone and birthday of one person, corrected by the committee."""

from datetime import date
from typing import Any

from starlette.responses import Response

from civic.core.message import say
from civic.people.acts.people import Facts, change_person, faults, may_edit_person
from civic.people.forms.people import PersonForm
from civic.people.queries.looks import shown_until
from civic.people.routes.persons.whom import Whom, refuse_first, whom
from civic.people.routes.typed import parsed
from civic.people.rules.importing.names import phone_of
from civic.people.seeing import seen
from civic.people.tables import PersonKind
from civic.permissions import Permission
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.web.routing import act, page
from civic.work import UnitOfWork

SAVED = say("The entry is corrected.")
SAME = say("Nothing was changed: the roll says so already.")


def edit_person(call: Call, work: UnitOfWork) -> Response:
    """The lines as the roll has them; telephone and birthday only once the look was logged."""
    about = whom(call, work)
    known: dict[str, str] = {"name": about.person.name}
    if shown_until(work, about.person.id):
        born = about.person.born_on
        known |= {"phone": about.person.phone, "born_on": born.isoformat() if born else ""}
    if call.query.get("correction", "").isascii() and call.query.get("correction", "").isdigit():
        known["correction"] = call.query["correction"][:10]
    return _form(call, work, about, blank(**known))


def correct_person(call: Call, work: UnitOfWork) -> Response:
    """Save what was typed; a line that was not shown stays as it is. Back to where one came from."""
    about, form = whom(call, work), call.form(PersonForm)
    may_edit_person(work, about.person).demand()
    phone = parsed(form, "phone", phone_of) or ""
    typed = form.clean
    if typed is None or form.errors:
        return _form(call, work, about, form)
    facts = Facts(
        typed.name,
        phone if "phone" in form.sent else about.person.phone,
        typed.born_on if "born_on" in form.sent else about.person.born_on,
    )
    refuse_first(form, faults(work, facts, about.person.kind, about.person.id))
    if form.errors:
        return _form(call, work, about, form)
    changed = change_person(work, about.person.id, facts)
    to = f"/admin/corrections/{typed.correction}" if typed.correction else f"/admin/people/{about.person.id}"
    return call.done(to, SAVED if changed else SAME)


def _form(call: Call, work: UnitOfWork, about: Whom, form: Filled[Any]) -> Response:
    """A line is open when it was shown, when nobody knows it, or when it was just typed."""
    until = shown_until(work, about.person.id)
    known: dict[str, str | date | None] = {"phone": about.person.phone, "born_on": about.person.born_on}
    person = about.person.kind == PersonKind.PERSON
    lines = [name for name in known if person or name != "born_on"]
    opened = {name for name in lines if until or not known[name] or name in form.sent}
    return call.page(
        "people/edit_person.html", status=422 if form.errors else 200, form=form, about=about,
        person=seen(work, about.reach, about.entry), opened=opened, closed=[n for n in lines if n not in opened],
        until=until, rolls=call.house.rolls_now(work, [about.person.id]), correction=form.raw("correction"),
        may=may_edit_person(work, about.person),
    )  # fmt: skip


P = Permission
ROUTES = [
    page("/admin/people/{person}/edit", edit_person, P.EDIT_ROLL, "me"),
    act("/admin/people/{person}/edit", correct_person, P.EDIT_ROLL, "me"),
]
