"""Something is wrong with an entry: said by whoever is concerned, or for them at their door."""

from typing import Any

from starlette.responses import Response

from civic.core.message import say
from civic.people.acts import corrections as acts
from civic.people.forms.corrections import SeenForm, WithdrawForm, WrongForm
from civic.people.queries.corrections import open_lines
from civic.people.queries.helping import named_person
from civic.people.rules.corrections import LINES, About, due_on, may_ask
from civic.permissions import Permission
from civic.web.call import Call
from civic.web.errors import UNREAD, error_page
from civic.web.forms import Filled, blank
from civic.web.routing import act, page
from civic.work import UnitOfWork


def new_own(call: Call, work: UnitOfWork) -> Response:
    """What is wrong with my entry."""
    about = call.query.get("about", "")
    return _ask(call, work, work.person_id, blank(about=about if about in set(About) else ""))


def ask_own(call: Call, work: UnitOfWork) -> Response:
    """Send it to the committee."""
    return _sent(call, work, work.person_id)


def new_for(call: Call, work: UnitOfWork) -> Response:
    """At the door: what somebody says is wrong with their entry."""
    acts.may_ask_correction(work, call.number("person")).demand()
    return _ask(call, work, call.number("person"), blank())


def ask_for(call: Call, work: UnitOfWork) -> Response:
    """Send it for them."""
    acts.may_ask_correction(work, call.number("person")).demand()
    return _sent(call, work, call.number("person"))


def _ask(call: Call, work: UnitOfWork, person_id: int, form: Filled[Any]) -> Response:
    own = person_id == work.person_id
    return call.page(
        "people/correction_ask.html",
        status=422 if form.errors else 200,
        form=form,
        own=own,
        person=named_person(work, person_id),
        lines=list(LINES.items()),
        due=due_on(work.today, work.calendar),
    )


def _sent(call: Call, work: UnitOfWork, person_id: int) -> Response:
    form = call.form(WrongForm)
    given = form.clean
    if given is not None:
        may = may_ask(given.about.value, open_lines(work, person_id))
        if may.because:
            form.refuse("about", may.because)
    if given is None or form.errors:
        return _ask(call, work, person_id, form)
    acts.ask_correction(work, person_id, about=given.about.value, wanted=given.wanted)
    due = due_on(work.today, work.calendar)
    own = person_id == work.person_id
    return call.done(
        "/me/entry" if own else f"/admin/people/{person_id}",
        say("Sent. The committee answers by %(day)s.", day=due),
    )


def withdraw(call: Call, work: UnitOfWork) -> Response:
    """Undo, while nobody has answered."""
    correction_id = call.number("correction")
    if call.form(WithdrawForm).clean is None:
        return error_page(call, 422, UNREAD)
    found = acts.withdraw_correction(work, correction_id)
    own = found.person_id == work.person_id
    return call.done(
        "/me/entry" if own else f"/admin/people/{found.person_id}", say("The request is taken back.")
    )


def see(call: Call, work: UnitOfWork) -> Response:
    """I have read the answer."""
    correction_id = call.number("correction")
    if call.form(SeenForm).clean is None:
        return error_page(call, 422, UNREAD)
    acts.see_answer(work, correction_id)
    return call.done("/me/entry", say("Noted that you have read it."))


P = Permission
ROUTES = [
    page("/me/entry/wrong", new_own, P.ASK_CORRECTION, "me"),
    act("/me/entry/wrong", ask_own, P.ASK_CORRECTION, "me"),
    act("/me/corrections/{correction}/withdraw", withdraw, P.ASK_CORRECTION, "me"),
    act("/me/corrections/{correction}/seen", see, P.ASK_CORRECTION, "me"),
    page("/admin/people/{person}/corrections/new", new_for, P.READ_ROLL, "me"),
    act("/admin/people/{person}/corrections/new", ask_for, P.READ_ROLL, "me"),
]
