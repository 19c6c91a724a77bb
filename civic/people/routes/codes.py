"""Codes: typed at the door, given in person, listed for those who supervise."""

from starlette.responses import Response

from civic.core.message import Message, say
from civic.people.acts import codes as acts
from civic.people.acts.limits import give_back, knock
from civic.people.forms.joining import CodeForm, NothingForm
from civic.people.queries.codes import (
    PER_PAGE,
    all_given,
    find_person_code,
    find_slip,
    live_code,
    person_code,
)
from civic.people.queries.codes import receiver as receiver_of
from civic.people.queries.reach import reach_of
from civic.people.routes.entering import enter
from civic.people.routes.joining import too_often
from civic.people.rules.codes import read_code
from civic.people.rules.limits import CODE_ADDRESS, network
from civic.people.tables import PersonCode, Purpose
from civic.permissions import Permission
from civic.web.call import Call
from civic.web.errors import UNREAD, error_page
from civic.web.forms import blank
from civic.web.routing import act, page
from civic.work import UnitOfWork

UNKNOWN = say("We do not know this code. Please compare it with the paper sign by sign, or call us.")


def ask_code(call: Call, work: UnitOfWork) -> Response:
    """The field for a code, by itself."""
    return call.page("people/code_enter.html", form=blank(then=call.query.get("next", "")))


def enter_code(call: Call, work: UnitOfWork) -> Response:
    """A slip's code leads to joining, the console's to a password; one given in person signs in at once."""
    form = call.form(CodeForm)
    if form.clean is None:
        return call.refused("people/code_enter.html", form)
    place = (CODE_ADDRESS, network(call.address))
    if until := knock(work, place):
        raise too_often(work, until)
    known = _known(call, work, read_code(form.clean.code), form.clean)
    if isinstance(known, Message):
        form.refuse("code", known)
        return call.refused("people/code_enter.html", form)
    give_back(work, place)
    return known


def _known(call: Call, work: UnitOfWork, code: str, typed: CodeForm) -> Response | Message:
    """Where the code leads, or the sentence why nowhere."""
    if not code:
        return UNKNOWN
    if len(code) > 8:
        setup = find_person_code(work, code, Purpose.SETUP)
        return call.redirect(call.to(f"/first/{code}")) if setup else UNKNOWN
    if find_slip(work, code):
        return call.redirect(call.to(f"/join/{code}"))
    given = find_person_code(work, code, Purpose.IN_PERSON)
    if given is None:
        return UNKNOWN
    may = acts.may_enter_by_code(work, given)
    return may.because if may.because else _let_in(call, work, given, typed)


def _let_in(call: Call, work: UnitOfWork, given: PersonCode, typed: CodeForm) -> Response:
    person_id = acts.enter_by_code(work, given.id)
    return enter(call, work, person_id, shared_phone=typed.shared == "yes", then=typed.then)


def show_code(call: Call, work: UnitOfWork) -> Response:
    """Give a code; while it lives, its giver sees it, very large."""
    to = receiver_of(work, reach_of(work), call.number("person"))
    given = live_code(work, to.person_id)
    return call.page(
        "people/code.html", to=to, given=given, code=person_code(work.secret, given) if given else "",
        may=acts.may_give_code(work, to), address=call.short_address(call.to("/in")),
    )  # fmt: skip


def give_code(call: Call, work: UnitOfWork) -> Response:
    """Draw it and show it."""
    person_id = call.number("person")
    if call.form(NothingForm).clean is None:
        return error_page(call, 422, UNREAD)
    acts.give_code(work, person_id)
    return call.redirect(call.to(f"/admin/people/{person_id}/code"))


def list_given(call: Call, work: UnitOfWork) -> Response:
    """Who gave whom a code, when, and whether it was used."""
    page_no = call.page_no()
    lines, total = all_given(work, page_no)
    return call.page(
        "people/codes_given.html", lines=lines, total=total, page_no=page_no,
        pages=max(1, -(-total // PER_PAGE)), href_for=lambda number: call.to(f"/admin/codes?page={number}"),
    )  # fmt: skip


P = Permission
ROUTES = [
    page("/in/code", ask_code, P.READ, "me"),
    act("/in/code", enter_code, P.SIGN_IN, "me"),
    page("/admin/people/{person}/code", show_code, P.GIVE_CODE, "me"),
    act("/admin/people/{person}/code", give_code, P.GIVE_CODE, "me"),
    page("/admin/codes", list_given, P.READ_LOOKS, "me"),
]
