"""The hand-over sheet: written, ticked, printed on one page."""

from itertools import chain
from typing import Any

from starlette.responses import Response

from civic.core.message import Message, say, say_n, say_p
from civic.people.acts import offices as acts
from civic.people.forms.offices import HandedForm, HeldForm, StrikeForm
from civic.people.queries import offices
from civic.people.queries.hand_over import Follower, followers, lines_of
from civic.people.rules.appointing import hand_over_by, hand_over_due
from civic.people.spoken import office_words
from civic.people.tables import HeldKind, Office
from civic.permissions import Permission, Standing
from civic.web.call import Call
from civic.web.errors import UNREAD, error_page
from civic.web.forms import Filled, blank
from civic.web.routing import act, page
from civic.work import UnitOfWork

KINDS: dict[str, Message] = {
    HeldKind.KEY: say_p("handed over", "Key"),
    HeldKind.CONTACT: say_p("handed over", "Contact"),
    HeldKind.PAPER: say_p("handed over", "Papers"),
    HeldKind.PROMISE: say_p("handed over", "Promise"),
}


def show_sheet(call: Call, work: UnitOfWork) -> Response:
    """Open tasks, promises, keys, contacts, papers of one office."""
    return call.page("people/handover.html", form=blank(), **_sheet(call, work))


def print_sheet(call: Call, work: UnitOfWork) -> Response:
    """The same on one page of A4, with lines for three signatures."""
    return call.page("people/handover_print.html", **_sheet(call, work))


def _sheet(call: Call, work: UnitOfWork) -> dict[str, Any]:
    office = work.get(Office, call.number("office"))
    acts.may_read_sheet(work, office).demand()
    each, lines = offices.listed(work, office.id), lines_of(work, office.id)
    left = [line for line in lines if not line.handed_on]
    return {
        "each": each,
        "words": office_words(each),
        "tasks": list(chain.from_iterable(hook(work, office) for hook in call.house.handed)),
        "lines": lines,
        "left": left,
        "kinds": KINDS,
        "to": _receivers(work, office),
        "successor": next((one.name for one in followers(work, office)), ""),
        "late": hand_over_due(office.to_on, len(left), work.today),
        "by": hand_over_by(office.to_on) if office.to_on else None,
        "may_note": acts.may_note_held(work, office),
        "may_appoint": work.may(P.APPOINT),
    }


def _receivers(work: UnitOfWork, office: Office) -> list[tuple[int, Message | str]]:
    """Whoever follows; the committee member who reads the sheet keeps it until somebody does."""
    found: list[tuple[int, Message | str]] = [(one.person_id, one.name) for one in followers(work, office)]
    if work.actor and Standing.COMMITTEE in work.actor.standings and work.person_id != office.person_id:
        own = Follower(work.person_id, work.actor.name)
        if own.person_id not in {ident for ident, _name in found}:
            keeping = say("%(name)s, for the residents' committee, to keep", name=own.name)
            found.append((own.person_id, keeping))
    return found


def note(call: Call, work: UnitOfWork) -> Response:
    """One more line."""
    office_id, form = call.number("office"), call.form(HeldForm)
    if form.clean is None:
        return _again(call, work, form)
    acts.note_held(work, office_id, form.clean.kind, form.clean.text)
    return call.done(f"/admin/offices/{office_id}/handover", say("It stands on the sheet."))


def _again(call: Call, work: UnitOfWork, form: Filled[Any]) -> Response:
    return call.refused("people/handover.html", form, **_sheet(call, work))


def strike(call: Call, work: UnitOfWork) -> Response:
    """The line comes off."""
    office_id, form = call.number("office"), call.form(StrikeForm)
    if form.clean is None:
        return error_page(call, 422, UNREAD)
    acts.strike_held(work, office_id, form.clean.held)
    return call.done(f"/admin/offices/{office_id}/handover", say("It is off the sheet."))


def hand(call: Call, work: UnitOfWork) -> Response:
    """What was ticked has been received."""
    office_id, form = call.number("office"), call.form(HandedForm)
    if form.clean is None:
        return _again(call, work, form)
    things = acts.hand_held(work, office_id, form.clean.held, form.clean.to)
    done = say_n("%(n)s thing is handed over.", "%(n)s things are handed over.", things)
    return call.done(f"/admin/offices/{office_id}/handover", done)


P = Permission
ROUTES = [
    page("/admin/offices/{office}/handover", show_sheet, P.HAND_OVER, "me"),
    page("/admin/offices/{office}/handover/print", print_sheet, P.HAND_OVER, "me"),
    act("/admin/offices/{office}/held", note, P.HAND_OVER, "me"),
    act("/admin/offices/{office}/held/strike", strike, P.HAND_OVER, "me"),
    act("/admin/offices/{office}/held/handed", hand, P.HAND_OVER, "me"),
]
