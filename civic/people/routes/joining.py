"""Joining by a household slip, first question: who are you?"""

from datetime import datetime
from typing import Any

from starlette.responses import Response

from civic.core.errors import NotFound, TooOften
from civic.core.message import say
from civic.core.verdict import Verdict
from civic.people.acts.joining import may_join_by_slip, may_open_account
from civic.people.acts.limits import forgive, give_back, knock
from civic.people.forms.joining import JoinForm
from civic.people.queries.codes import find_slip
from civic.people.queries.dwellers import Dweller, doorway, dwellers, head_of
from civic.people.routes.proof import keep_proof
from civic.people.rules.joining import FACTS, lacks_facts
from civic.people.rules.limits import CODE_ADDRESS, network
from civic.people.rules.slips import Entry, code_typed, fits_roll
from civic.people.tables import Slip
from civic.permissions import Permission
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.web.routing import act, page
from civic.work import UnitOfWork

WRONG = say("Name and fact do not fit what the roll says of this home. Please check both, or call us.")


def show_join(call: Call, work: UnitOfWork) -> Response:
    """Your name, and one fact that the roll knows. Opening the address uses nothing up."""
    slip = slip_of(call, work)
    may = may_join_by_slip(work, slip)
    return _ask(call, work, slip, blank()) if may else closed(call, may)


def check_person(call: Call, work: UnitOfWork) -> Response:
    """Whether name and fact fit; every try is counted, and one sentence answers all that is wrong."""
    slip, form = slip_of(call, work), call.form(JoinForm)
    if not (may := may_join_by_slip(work, slip)):
        return closed(call, may)
    if form.clean is None:
        return _ask(call, work, slip, form)
    code, place = (FACTS, slip.code_hash), (CODE_ADDRESS, network(call.address))
    if until := knock(work, code, place):
        raise too_often(work, until)
    people = dwellers(work, slip.dwelling_id)
    entries = [Entry(each.person_id, each.name, each.phone, each.born_on) for each in people]
    person_id = fits_roll(form.clean.name, form.clean.fact, entries)
    if person_id is None and lacks_facts(form.clean.name, entries):
        head = head_of(work, doorway(work, slip.dwelling_id).building_id)
        return call.page("people/join_call.html", status=409, head=head)
    if person_id is None:
        form.refuse("name", WRONG)
        return _ask(call, work, slip, form)
    forgive(work, code)
    give_back(work, place)
    return _go_on(call, work, slip, next(each for each in people if each.person_id == person_id))


def _go_on(call: Call, work: UnitOfWork, slip: Slip, person: Dweller) -> Response:
    if not (may := may_open_account(work, person)):
        return closed(call, may)
    keep_proof(call, work, slip.id, person.person_id)
    return call.redirect(call.to(f"/join/{call.path['code']}/account"))


def _ask(call: Call, work: UnitOfWork, slip: Slip, form: Filled[Any]) -> Response:
    home = doorway(work, slip.dwelling_id)
    return call.page(
        "people/join.html", status=422 if form.errors else 200, form=form, home=home,
        until=slip.valid_until, action=call.to(f"/join/{call.path['code']}"),
    )  # fmt: skip


def slip_of(call: Call, work: UnitOfWork) -> Slip:
    """The slip of the code in the address; one that nobody issued is a plain 404."""
    code = code_typed(call.path["code"])
    slip = find_slip(work, code) if code else None
    if slip is None:
        raise NotFound
    return slip


def closed(call: Call, may: Verdict) -> Response:
    """Why this code opens nothing any more, and the doors that are left."""
    return call.page("people/join_closed.html", status=409, because=may.because)


def too_often(work: UnitOfWork, until: datetime) -> TooOften:
    """Until when there is no further try; whoever calls is helped at once."""
    seconds = int((until - work.now).total_seconds())
    refusal = TooOften(say("That was tried too often. You can try again from %(at)s.", at=until), seconds)
    refusal.then = say("Call us, and you need not wait.")
    return refusal


P = Permission
ROUTES = [
    page("/join/{code}", show_join, P.READ, "me"),
    act("/join/{code}", check_person, P.SIGN_IN, "me"),
]
