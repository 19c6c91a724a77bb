"""My sign-in at an organisation: linked to this account, or not."""

from starlette.responses import Response

from civic.core.message import say
from civic.people.acts import organisation as acts
from civic.people.forms.second_factor import NothingTyped
from civic.people.oidc.asking import drop, organisation, under_way
from civic.people.routes.fresh_codes import own_account
from civic.people.rules.sign_in import lately_proved
from civic.permissions import Permission
from civic.web.call import Call
from civic.web.errors import UNREAD, error_page
from civic.web.routing import act, page
from civic.work import UnitOfWork


def show_organisation(call: Call, work: UnitOfWork) -> Response:
    """Linked or not; after coming back from there, whether to link it."""
    name, account = organisation(call).name, own_account(work)
    subject = _subject(call, work)
    may = acts.may_link_organisation(work, account, subject) if subject else None
    return call.page(
        "people/oidc_link.html", organisation=name, linked=account.oidc_subject is not None, login=account.login,
        may=may, fresh=_fresh(work), back=bool(subject) and account.oidc_subject != subject,
        back_to=call.to("/me/organisation"),
    )  # fmt: skip


def link(call: Call, work: UnitOfWork) -> Response:
    """From now on the button at the door opens this account."""
    organisation(call)
    account, subject = own_account(work), _subject(call, work)
    if call.form(NothingTyped).clean is None:
        return error_page(call, 422, UNREAD)
    if not subject or not _fresh(work):
        return call.redirect(call.to("/me/organisation"))
    acts.link_organisation(work, account.id, subject)
    drop(call)
    return call.done("/me/organisation", say("It is linked. Next time you can sign in with it."))


def unlink(call: Call, work: UnitOfWork) -> Response:
    """The button opens nothing here any more; code and password still do."""
    organisation(call)
    if call.form(NothingTyped).clean is None:
        return error_page(call, 422, UNREAD)
    acts.unlink_organisation(work)
    return call.done("/me/organisation", say("It is no longer linked."))


def _subject(call: Call, work: UnitOfWork) -> str:
    """Who came back from there in this browser, to be linked."""
    journey = under_way(call, work)
    return journey.subject if journey and journey.link else ""


def _fresh(work: UnitOfWork) -> bool:
    """A way in is added only by whoever lately proved who they are."""
    actor = work.actor
    return work.community.demo or (actor is not None and lately_proved(actor.confirmed_at, work.now))


P = Permission
ROUTES = [
    page("/me/organisation", show_organisation, P.KEEP_ACCOUNT, "me"),
    act("/me/organisation", link, P.KEEP_ACCOUNT, "me"),
    act("/me/organisation/unlink", unlink, P.KEEP_ACCOUNT, "me"),
]
