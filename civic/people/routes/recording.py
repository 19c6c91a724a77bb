"""A consent on paper or by word of mouth is written down by an officer."""

from typing import Any

from starlette.responses import Response

from civic.core.message import say
from civic.people.acts import helping as acts
from civic.people.forms.helping import ConsentForm
from civic.people.help_words import KINDS
from civic.people.queries.entries import Entry
from civic.people.queries.naming import meant
from civic.people.routes.consents import HERE, page_of, person_of
from civic.people.rules.helping import Agreed
from civic.permissions import Permission
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.web.routing import act, page
from civic.work import UnitOfWork

UNKNOWN = say("Nobody of that full name is on the roll at that door.")


def new_consent(call: Call, work: UnitOfWork) -> Response:
    """Write a consent down."""
    return _ask(call, work, person_of(call, work), blank())


def _ask(call: Call, work: UnitOfWork, person: Entry, form: Filled[Any]) -> Response:
    status = 422 if form.errors else 200
    return page_of(call, work, "people/help_record.html", person, status=status, form=form, kinds=KINDS)


def record_consent(call: Call, work: UnitOfWork) -> Response:
    """Keep it, or say at the field what is missing."""
    person, form = person_of(call, work), call.form(ConsentForm)
    agreed = _read(work, person.person_id, form)
    if agreed is not None:
        may = acts.may_record_consent(work, person.person_id, agreed)
        if may.because:
            form.refuse("witness" if agreed.consent == "paper" and not agreed.witness_id else "", may.because)
    if agreed is None or form.errors:
        return _ask(call, work, person, form)
    acts.record_consent(work, agreed)
    said = say(
        "Recorded: until %(day)s this helper may act for %(name)s.", day=agreed.until_on, name=person.name
    )
    return call.done(f"/admin/people/{person.person_id}/helpers", said)


def _read(work: UnitOfWork, person_id: int, form: Filled[ConsentForm]) -> Agreed | None:
    given = form.clean
    if given is None:
        return None
    helper = meant(work, given.name, given.door or "")
    witness = meant(work, given.witness, given.witness_door or "") if given.witness else None
    if helper is None:
        form.refuse("name", UNKNOWN)
    if given.witness and witness is None:
        form.refuse("witness", UNKNOWN)
    if helper is None or form.errors:
        return None
    return acts.agreed_now(
        work, helper, given.kind, given.until, person_id=person_id, consent=given.consent, witness_id=witness
    )


P = Permission
ROUTES = [
    page(f"{HERE}/new", new_consent, P.RECORD_CONSENT, "me"),
    act(HERE, record_consent, P.RECORD_CONSENT, "me"),
]
