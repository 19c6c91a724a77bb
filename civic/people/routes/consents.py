"""Helpers of people without a phone: consents written down, what was done told at the door."""

from typing import Any

from starlette.responses import Response

from civic.core.message import say
from civic.people.acts import helped as telling
from civic.people.acts import helping as acts
from civic.people.forms.helping import PressForm, UpToForm
from civic.people.help_words import ALL_KINDS, CONSENTS
from civic.people.queries.entries import Entry
from civic.people.queries.helped import deeds, newest_untold, unread_answers, untold_consents
from civic.people.queries.helping import consent, consents_of, has_account
from civic.people.queries.reach import reach_of
from civic.people.queries.roll import PER_PAGE, entry_of
from civic.people.routes.helping import told
from civic.people.rules.corrections import line_of
from civic.people.spoken import door_words
from civic.permissions import Permission
from civic.web.call import Call
from civic.web.errors import UNREAD, error_page
from civic.web.routing import act, page
from civic.work import UnitOfWork


def person_of(call: Call, work: UnitOfWork) -> Entry:
    """Whoever is meant, within the reader's reach; `NotFound` beyond it."""
    return entry_of(work, reach_of(work), call.number("person"))


def page_of(call: Call, work: UnitOfWork, template: str, person: Entry, **more: Any) -> Response:
    """The page about a person, with their door in words."""
    home = door_words(person.home) if person.home else None
    return call.page(template, person=person, home=home, **more)


def show_consents(call: Call, work: UnitOfWork) -> Response:
    """Who may act for this person, what they did, and whether the person was told."""
    person = person_of(call, work)
    return page_of(call, work, "people/help_person.html", person, **_kept(call, work, person))


def print_done(call: Call, work: UnitOfWork) -> Response:
    """The same as a sheet to read out and leave at the door."""
    person = person_of(call, work)
    return page_of(call, work, "people/help_print.html", person, **_kept(call, work, person))


def _kept(call: Call, work: UnitOfWork, person: Entry) -> dict[str, Any]:
    page_no, path = call.page_no(), f"/admin/people/{person.person_id}/helpers"
    found, total = deeds(work, person.person_id, page_no)
    consents = consents_of(work, person.person_id)
    new, newest = newest_untold(work, person.person_id)
    return {
        "live": [each for each in consents if not each.over(work.today)],
        "may_end": {each.helping.id: acts.may_end_help(work, each.helping) for each in consents},
        "over": [each for each in consents if each.over(work.today)],
        "kinds": ALL_KINDS,
        "consents": CONSENTS,
        "account": has_account(work, person.person_id),
        "new": new,
        "unknown": untold_consents(work, person.person_id),
        "answers": [(each, line_of(each.about)) for each in unread_answers(work, person.person_id)],
        "newest": newest,
        "deeds": told(call, work, found),
        "page_no": page_no,
        "pages": max(1, -(-total // PER_PAGE)),
        "href_for": lambda number: call.to(f"{path}?page={number}"),
    }


def print_form(call: Call, work: UnitOfWork) -> Response:
    """The consent form, to be signed by both."""
    return page_of(call, work, "people/help_form.html", person_of(call, work))


def end_help(call: Call, work: UnitOfWork) -> Response:
    """The person does not want it any more and said so at the door."""
    person, helping_id = person_of(call, work), call.number("helping")
    if call.form(PressForm).clean is None:
        return error_page(call, 422, UNREAD)
    consent(work, helping_id, person_id=person.person_id)
    acts.end_help(work, helping_id)
    return call.done(f"/admin/people/{person.person_id}/helpers", say("Ended. The helper can no longer act."))


def tell_helped(call: Call, work: UnitOfWork) -> Response:
    """Told at the door."""
    person, form = person_of(call, work), call.form(UpToForm)
    if form.clean is None:
        return error_page(call, 422, UNREAD)
    telling.tell_helped(work, person.person_id, form.clean.up_to)
    return call.done(f"/admin/people/{person.person_id}/helpers", say("Noted that they were told."))


P = Permission
HERE = "/admin/people/{person}/helpers"
ROUTES = [
    page(HERE, show_consents, P.RECORD_CONSENT, "me"),
    page(f"{HERE}/form", print_form, P.RECORD_CONSENT, "me"),
    page(f"{HERE}/print", print_done, P.RECORD_CONSENT, "me"),
    act(f"{HERE}/told", tell_helped, P.RECORD_CONSENT, "me"),
    act(f"{HERE}/{{helping}}/end", end_help, P.RECORD_CONSENT, "me"),
]
