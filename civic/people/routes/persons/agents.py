"""Who acts by law in somebody's name: as it stands, the search for whom to name, the document that was seen."""

from typing import Any

from starlette.responses import Response

from civic.core.errors import NotFound
from civic.core.message import say
from civic.people.acts import agents as acts
from civic.people.forms.people import AgentForm, PressForm
from civic.people.help_words import ALL_KINDS, DOCUMENTS
from civic.people.queries.agents import agents_of
from civic.people.queries.roll import entry_of, find_people
from civic.people.routes.persons.whom import Whom, whom
from civic.people.routes.typed import tried
from civic.people.rules.agents import Seen, documents_for, kind_for, last_day_for
from civic.people.searching import read_wanted
from civic.people.seeing import seen
from civic.people.tables import Person
from civic.permissions import Permission
from civic.web.call import LARGEST, Call
from civic.web.errors import UNREAD, error_page
from civic.web.forms import Filled, blank
from civic.web.routing import act, page
from civic.work import UnitOfWork

LONGEST = 40
TYPED = ("document", "document_on", "until_on")
"""What was said of the document goes along while somebody else is looked for."""


def show_agent(call: Call, work: UnitOfWork) -> Response:
    """Who acts; the search for another; once chosen, the document."""
    about, chosen = whom(call, work), call.query.get("agent", "")
    typed = {name: call.query[name] for name in TYPED if name in call.query}
    return _page(call, work, about, blank(agent=chosen, **typed) if chosen else blank(**typed))


def name_agent(call: Call, work: UnitOfWork) -> Response:
    """Recorded; whoever did before acts no more."""
    about, form = whom(call, work), call.form(AgentForm)
    acts.may_choose_agent(work, about.person).demand()
    told = form.clean
    if told is None:
        return _page(call, work, about, form)
    acts.may_name_agent(work, about.person, work.get(Person, told.agent)).demand()
    proof = Seen(told.document, told.document_on, told.until_on, work.person_id)
    if not tried(form, "document", lambda: acts.name_agent(work, about.person.id, told.agent, proof)):
        return _page(call, work, about, form)
    return call.done(f"/admin/people/{about.person.id}/agent", say("Recorded: they act from now on."))


def end_agent(call: Call, work: UnitOfWork) -> Response:
    """They act no more."""
    about = whom(call, work)
    if call.form(PressForm).clean is None:
        return error_page(call, 422, UNREAD)
    now = agents_of(work, [about.person.id]).get(about.person.id)
    if now is None:
        raise NotFound
    acts.end_agent(work, now.helping_id)
    return call.done(f"/admin/people/{about.person.id}/agent", say("Ended: they act no more."))


def _page(call: Call, work: UnitOfWork, about: Whom, form: Filled[Any]) -> Response:
    typed, ward = " ".join(call.query.get("q", "").split())[:LONGEST], acts.ward_of(about.person)
    agent = _chosen(work, form.raw("agent"))
    return call.page(
        "people/agent.html", status=422 if form.errors else 200, form=form, about=about, typed=typed,
        now=agents_of(work, [about.person.id]).get(about.person.id), words=DOCUMENTS, kinds=ALL_KINDS,
        kind=ALL_KINDS[kind_for(ward)], may=acts.may_choose_agent(work, about.person),
        agent=seen(work, about.reach, entry_of(work, about.reach, agent.id)) if agent else None,
        may_agent=acts.may_name_agent(work, about.person, agent) if agent else None,
        documents=[(key, DOCUMENTS[key]) for key in documents_for(ward, work.today)],
        kept={name: form.raw(name) for name in TYPED if form.raw(name)}, longest=last_day_for(ward, work.today), found=_found(work, about, typed) if typed and not agent else (),
    )  # fmt: skip


def _chosen(work: UnitOfWork, asked: str) -> Person | None:
    if not (asked.isascii() and asked.isdigit() and len(asked) < 11 and int(asked) <= LARGEST):
        return None
    return work.get(Person, int(asked))


def _found(work: UnitOfWork, about: Whom, typed: str) -> list[Any]:
    found = find_people(work, about.reach, read_wanted(typed), 1).people
    return [seen(work, about.reach, entry) for entry in found if entry.person_id != about.person.id]


P = Permission
ROUTES = [
    page("/admin/people/{person}/agent", show_agent, P.EDIT_ROLL, "me"),
    act("/admin/people/{person}/agent", name_agent, P.EDIT_ROLL, "me"),
    act("/admin/people/{person}/agent/end", end_agent, P.EDIT_ROLL, "me"),
]
