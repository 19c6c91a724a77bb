"""Who may act for me, and what they did; naming somebody is a page of its own."""

from collections.abc import Sequence

from starlette.responses import Response

from civic.core.message import say
from civic.people.acts import helped as telling
from civic.people.acts import helping as acts
from civic.people.forms.helping import PressForm, UpToForm
from civic.people.help_words import ALL_KINDS, CONSENTS, done_words
from civic.people.queries.helped import Deed, deeds, newest_untold, untold_consents
from civic.people.queries.helping import consent, consents_of
from civic.people.queries.roll import PER_PAGE
from civic.permissions import Permission
from civic.web.call import Call
from civic.web.errors import UNREAD, error_page
from civic.web.routing import act, page
from civic.work import UnitOfWork


def show_helpers(call: Call, work: UnitOfWork) -> Response:
    """Who may act for me until when, and what was done so."""
    page_no = call.page_no()
    found, total = deeds(work, work.person_id, page_no)
    consents = consents_of(work, work.person_id)
    new, newest = newest_untold(work, work.person_id)
    return call.page(
        "people/help_mine.html",
        live=[each for each in consents if not each.over(work.today)],
        over=[each for each in consents if each.over(work.today)],
        kinds=ALL_KINDS,
        consents=CONSENTS,
        new=new,
        unknown=untold_consents(work, work.person_id),
        newest=newest,
        deeds=told(call, work, found),
        page_no=page_no,
        pages=max(1, -(-total // PER_PAGE)),
        href_for=lambda number: call.to(f"/me/helpers?page={number}"),
    )


def told(call: Call, work: UnitOfWork, found: Sequence[Deed]) -> list[tuple[Deed, object, object]]:
    """Each with its sentence and the issue that it was about."""
    issues = call.house.issues(work, {each.issue_id for each in found if each.issue_id})
    return [(each, done_words(each.kind), issues.get(each.issue_id)) for each in found]


def see_helped(call: Call, work: UnitOfWork) -> Response:
    """I have seen what was done for me."""
    form = call.form(UpToForm)
    if form.clean is None:
        return error_page(call, 422, UNREAD)
    telling.see_helped(work, form.clean.up_to)
    return call.done("/me/helpers", say("Noted that you have seen it."))


def end_help(call: Call, work: UnitOfWork) -> Response:
    """From the next request on nobody acts so for me."""
    helping_id = call.number("helping")
    if call.form(PressForm).clean is None:
        return error_page(call, 422, UNREAD)
    consent(work, helping_id, person_id=work.person_id)
    acts.end_help(work, helping_id)
    return call.done("/me/helpers", say("Ended. This helper can no longer act for you."))


P = Permission
ROUTES = [
    page("/me/helpers", show_helpers, P.AGREE_HELP, "me"),
    act("/me/helpers/seen", see_helped, P.AGREE_HELP, "me"),
    act("/me/helpers/{helping}/end", end_help, P.AGREE_HELP, "me"),
]
