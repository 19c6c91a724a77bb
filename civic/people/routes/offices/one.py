"""One office: its term with all that changed it, its end, the first code of its holder."""

from typing import Any

from starlette.responses import Response

from civic.core.message import say
from civic.people.acts import offices as acts
from civic.people.forms.joining import NothingForm
from civic.people.forms.offices import EndingForm
from civic.people.queries import offices
from civic.people.queries.first_code import first_code, live_first_code
from civic.people.rules.ending import REASONS
from civic.people.spoken import OBTAINED, office_words
from civic.people.tables import Office
from civic.permissions import Permission
from civic.web.call import Call
from civic.web.errors import UNREAD, error_page
from civic.web.forms import blank
from civic.web.routing import act, page
from civic.work import UnitOfWork


def show_office(call: Call, work: UnitOfWork) -> Response:
    """Who, what, from when to when, what happened with it, what can be done."""
    each = offices.listed(work, call.number("office"))
    office = work.get(Office, each.office_id)
    given = live_first_code(work, each.person_id)
    return call.page(
        "people/office.html",
        each=each,
        words=office_words(each),
        obtained=OBTAINED[each.obtained],
        steps=offices.history(work, each.office_id),
        may_end=acts.may_begin_to_end(work, office),
        may_read_sheet=acts.may_read_sheet(work, office),
        may_code=acts.may_give_first_code(work, office),
        may_give_code=work.may(P.GIVE_CODE),
        given=given,
        code=first_code(work.secret, given) if given else "",
        address=call.short_address(call.to("/in")),
    )


def ask_end(call: Call, work: UnitOfWork) -> Response:
    """Last day and reason."""
    about = _ending(work, call.number("office"))
    return call.page("people/office_end.html", form=blank(last_on=work.today.isoformat()), **about)


def end(call: Call, work: UnitOfWork) -> Response:
    """The check page, back to what was typed, or the end itself."""
    office_id, form = call.number("office"), call.form(EndingForm)
    about = _ending(work, office_id)
    if form.clean is None:
        return call.refused("people/office_end.html", form, **about)
    typed, document = form.clean, form.clean.document or ""
    if typed.step == "change":
        return call.page("people/office_end.html", form=form, **about)
    if typed.step == "end":
        acts.end_office(work, office_id, typed.last_on, typed.reason, document)
        return call.done(
            f"/admin/offices/{office_id}", say("The last day is entered. The hand-over sheet comes next.")
        )
    may = acts.may_end_office(work, work.get(Office, office_id), typed.last_on, typed.reason, document)
    if may.because:
        form.refuse("", may.because)
        return call.refused("people/office_end.html", form, **about)
    return call.page("people/office_end_check.html", form=form, typed=typed, **about)


def _ending(work: UnitOfWork, office_id: int) -> dict[str, Any]:
    """What both pages show; whoever may not end this office is told so before typing anything."""
    acts.may_begin_to_end(work, work.get(Office, office_id)).demand()
    each = offices.listed(work, office_id)
    return {"each": each, "words": office_words(each), "reasons": list(REASONS.items())}


def give_first_code(call: Call, work: UnitOfWork) -> Response:
    """Draw it; the page of the office shows it to its giver."""
    office_id = call.number("office")
    if call.form(NothingForm).clean is None:
        return error_page(call, 422, UNREAD)
    acts.give_first_code(work, office_id)
    return call.redirect(call.to(f"/admin/offices/{office_id}"))


P = Permission
ROUTES = [
    page("/admin/offices/{office}", show_office, P.APPOINT, "me"),
    page("/admin/offices/{office}/end", ask_end, P.APPOINT, "me"),
    act("/admin/offices/{office}/end", end, P.APPOINT, "me"),
    act("/admin/offices/{office}/code", give_first_code, P.APPOINT, "me"),
]
