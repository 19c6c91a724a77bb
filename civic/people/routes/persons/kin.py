"""Close kin of one person: as declared and as the household tells; one more, or one less."""

from typing import Any

from starlette.responses import Response

from civic.core.message import say
from civic.people.acts.kin import may_record_kin, record_kin, strike_kin
from civic.people.edit_words import KIN, KIN_TOO
from civic.people.forms.people import KinForm, StrikeKinForm
from civic.people.queries.kinship import relatives
from civic.people.queries.roll import entry_of, find_people
from civic.people.routes.persons.whom import Whom, whom
from civic.people.routes.typed import tried
from civic.people.searching import read_wanted
from civic.people.seeing import seen
from civic.people.tables import Kin, Person
from civic.permissions import Permission
from civic.web.call import LARGEST, Call
from civic.web.errors import UNREAD, error_page
from civic.web.forms import Filled, blank
from civic.web.routing import act, page
from civic.work import UnitOfWork

LONGEST = 40


def show_kin(call: Call, work: UnitOfWork) -> Response:
    """Who is known as kin; the search for one more; once chosen, what they are to each other."""
    asked = {name: call.query.get(name, "") for name in ("other", "relation")}
    return _page(call, work, whom(call, work), blank(**asked))


def enter_kin(call: Call, work: UnitOfWork) -> Response:
    """One more, or the same two told anew."""
    about, form = whom(call, work), call.form(KinForm)
    may_record_kin(work, about.person).demand()
    typed = form.clean
    if typed is None:
        return _page(call, work, about, form)
    other = work.get(Person, typed.other)
    may_record_kin(work, about.person, other).demand()
    tried(form, "relation", lambda: record_kin(work, about.person.id, other.id, typed.relation))
    if form.errors:
        return _page(call, work, about, form)
    return call.done(f"/admin/people/{about.person.id}/kin", say("The kin is on the roll."))


def take_off_kin(call: Call, work: UnitOfWork) -> Response:
    """What was declared of these two holds no more."""
    about, form = whom(call, work), call.form(StrikeKinForm)
    if form.clean is None:
        return error_page(call, 422, UNREAD)
    strike_kin(work, about.person.id, form.clean.other)
    return call.done(f"/admin/people/{about.person.id}/kin", say("This kin is off the roll."))


def _page(call: Call, work: UnitOfWork, about: Whom, form: Filled[Any]) -> Response:
    typed = " ".join(call.query.get("q", "").split())[:LONGEST]
    other = _other(work, about, form.raw("other"))
    return call.page(
        "people/person_kin.html", status=422 if form.errors else 200, form=form, about=about, typed=typed,
        kin=[
            (seen(work, about.reach, each.entry), KIN_TOO[each.relation], each.declared)
            for each in relatives(work, about.reach, about.person.id)
        ],
        relation=f"&relation={form.raw('relation')}" if form.raw("relation") in set(Kin) else "",
        other=other, found=_found(work, about, typed) if typed and not other else (),
        relations=list(KIN.items()), may=may_record_kin(work, about.person),
    )  # fmt: skip


def _other(work: UnitOfWork, about: Whom, asked: str) -> Any:
    """Who was chosen, as the page shows them; nobody where nobody was."""
    if not (asked.isascii() and asked.isdigit() and len(asked) < 11 and int(asked) <= LARGEST):
        return None
    return seen(work, about.reach, entry_of(work, about.reach, int(asked)))


def _found(work: UnitOfWork, about: Whom, typed: str) -> list[Any]:
    found = find_people(work, about.reach, read_wanted(typed), 1).people
    return [seen(work, about.reach, entry) for entry in found if entry.person_id != about.person.id]


P = Permission
ROUTES = [
    page("/admin/people/{person}/kin", show_kin, P.EDIT_ROLL, "me"),
    act("/admin/people/{person}/kin", enter_kin, P.EDIT_ROLL, "me"),
    act("/admin/people/{person}/kin/strike", take_off_kin, P.EDIT_ROLL, "me"),
]
