"""Taking the second factor from somebody who lost phone and recovery codes; and the list of when that was done."""

from starlette.responses import Response

from civic.core.message import say
from civic.people.acts import second_factor as acts
from civic.people.forms.second_factor import NothingTyped
from civic.people.queries.choosing import name_shown
from civic.people.queries.second_factor import PER_PAGE, taken_away
from civic.people.tables import Person
from civic.permissions import NAMES, Permission
from civic.web.call import Call
from civic.web.errors import UNREAD, error_page
from civic.web.routing import act, page
from civic.work import UnitOfWork


def show_taking(call: Call, work: UnitOfWork) -> Response:
    """What will happen, before it does: nothing brings the phone's key back."""
    person = work.get(Person, call.number("person"))
    may = acts.may_take_away_second_factor(work, person.id)
    return call.page("people/second_take.html", person=person, name=name_shown(work, person.id), may=may)


def take_away(call: Call, work: UnitOfWork) -> Response:
    """Off, and all their sessions end."""
    person = work.get(Person, call.number("person"))
    if call.form(NothingTyped).clean is None:
        return error_page(call, 422, UNREAD)
    acts.take_away_second_factor(work, person.id)
    return call.done(
        f"/admin/people/{person.id}",
        say("The second factor is taken away, all sessions are ended. The supervisory committee sees it."),
    )


def list_taken(call: Call, work: UnitOfWork) -> Response:
    """Whose, by whom, when: the newest first."""
    lines, count = taken_away(work, call.page_no())
    return call.page(
        "people/second_taken.html", lines=lines, count=count, page_no=call.page_no(),
        pages=max(1, -(-count // PER_PAGE)), posts={each.value: name for each, name in NAMES.items()},
        href_for=lambda number: call.to(f"/admin/second-factors?page={number}"),
    )  # fmt: skip


P = Permission
ROUTES = [
    page("/admin/people/{person}/second-factor", show_taking, P.APPOINT, "me"),
    act("/admin/people/{person}/second-factor", take_away, P.APPOINT, "me"),
    page("/admin/second-factors", list_taken, P.READ_LOOKS, "me"),
]
