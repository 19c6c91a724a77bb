"""Somebody moves out; what was entered by mistake is taken back, or goes on."""

from typing import Any

from starlette.responses import Response

from civic.core.message import Message, say
from civic.people.acts import households as acts
from civic.people.forms.dwellings import EndForm, MistakeForm
from civic.people.queries.dwellings import stays_in, unit_of
from civic.people.queries.reach import reach_of
from civic.people.queries.roll import entry_of
from civic.people.routes.dwellings.mistakes import Mistake
from civic.people.routes.dwellings.ways import about, home
from civic.people.routes.typed import tried
from civic.people.rules.editing import Span
from civic.people.spoken import office_words
from civic.people.tables import Relation, Residence
from civic.permissions import Permission
from civic.web.call import Call
from civic.web.forms import blank
from civic.web.routing import act, page
from civic.work import UnitOfWork

P = Permission


def ask_out(call: Call, work: UnitOfWork) -> Response:
    """The last day, and what follows from it."""
    stay = work.get(Residence, call.number("residence"))
    acts.may_move_out(work, stay).demand()
    form = blank(to_on=work.today.isoformat())
    return call.page("people/dwelling_out.html", form=form, **_leaving(call, work, stay))


def move_out(call: Call, work: UnitOfWork) -> Response:
    """Enter it."""
    stay, form = work.get(Residence, call.number("residence")), call.form(EndForm)
    told = form.clean
    left = told and tried(form, "to_on", lambda: acts.move_out(work, stay.id, told.to_on))
    if not left:
        return call.refused("people/dwelling_out.html", form, **_leaving(call, work, stay))
    return call.done(home(call, stay.dwelling_id), say("Entered: the last day is %(day)s.", day=left.to_on))


def _leaving(call: Call, work: UnitOfWork, stay: Residence) -> dict[str, Any]:
    reach = reach_of(work)
    unit, entry = unit_of(work, reach, stay.dwelling_id), entry_of(work, reach, stay.person_id)
    follows: list[Message] = []
    if stay.relation == Relation.HOUSEHOLDER and _others(work, stay):
        follows.append(say("The household has no householder then. Please say who follows."))
    if stay.registered:
        follows.append(say("After that day there is no vote among the residents here any more."))
    if entry.owns:
        follows.append(say("What they own stays theirs, with the owner's vote."))
    follows += [
        say("An office does not end by itself: %(office)s", office=office_words(each))
        for each in entry.offices
    ]
    return about(call, unit, stay=stay, entry=entry, follows=follows)


def _others(work: UnitOfWork, stay: Residence) -> bool:
    return any(
        each.household == stay.household and each.id != stay.id and each.span.lasts(work.today)
        for each in stays_in(work, stay.dwelling_id)
    )


def ask_mistake(call: Call, work: UnitOfWork) -> Response:
    """What was wrong: all of it, or its end."""
    mistake = _mistake(call, work)
    mistake.may().demand()
    return call.page("people/dwelling_mistake.html", form=blank(), mistake=mistake, **mistake.about)


def mend(call: Call, work: UnitOfWork) -> Response:
    """Take it back, or let it go on."""
    mistake, form = _mistake(call, work), call.form(MistakeForm)
    told = form.clean
    done = told and tried(
        form, "mistake",
        lambda: (
            acts.take_back_residence(work, mistake.ident) if told.mistake == "all"
            else acts.resume_residence(work, mistake.ident)
        ),
    )  # fmt: skip
    if not done:
        return call.refused("people/dwelling_mistake.html", form, mistake=mistake, **mistake.about)
    return call.done(mistake.home, mistake.said(whole=done.to_on is not None))


def _mistake(call: Call, work: UnitOfWork) -> Mistake:
    stay = work.get(Residence, call.number("residence"))
    unit = unit_of(work, reach_of(work), stay.dwelling_id)
    return Mistake(
        stay.id, "residences", Span(stay.from_on, stay.to_on), entry_of(work, reach_of(work), stay.person_id).name,
        about(call, unit), home(call, stay.dwelling_id),
        acts.may_take_back_residence(work, stay), acts.may_resume_residence(work, stay),
    )  # fmt: skip


ROUTES = [
    page("/admin/residences/{residence}/out", ask_out, P.EDIT_ROLL, "me"),
    act("/admin/residences/{residence}/out", move_out, P.EDIT_ROLL, "me"),
    page("/admin/residences/{residence}/mistake", ask_mistake, P.EDIT_ROLL, "me"),
    act("/admin/residences/{residence}/mistake", mend, P.EDIT_ROLL, "me"),
]
