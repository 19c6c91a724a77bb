"""The organisation's door: there and back. All asking is done ahead of the transaction; a page changes nothing."""

from urllib.parse import quote

from starlette.responses import Response

from civic.people.forms.second_factor import NothingTyped
from civic.people.oidc.asking import (
    Trouble,
    ask_issuer,
    drop,
    fetch_identity,
    keep,
    organisation,
    under_way,
    way_back,
)
from civic.people.oidc.issuer import way_out
from civic.people.oidc.journey import MINUTES_AWAY, MINUTES_PROVEN, Journey, set_out
from civic.people.queries.organisation import account_by_subject
from civic.people.routes.entering import safe_next
from civic.people.routes.second import after_proof
from civic.people.tables import Account, Person
from civic.permissions import Permission
from civic.web.call import Call
from civic.web.errors import UNREAD, error_page
from civic.web.routing import Route, act, page
from civic.work import UnitOfWork


def go_there(call: Call, work: UnitOfWork) -> Response:
    """To the organisation's own page; what has to be compared afterwards stays in this browser."""
    issuer = call.prepared
    if isinstance(issuer, Trouble):
        return trouble(call, issuer)
    link = call.query.get("for") == "link" and work.actor is not None
    then = safe_next(call, call.query.get("next", ""))
    journey = set_out(work.entropy, work.now, work.community.id, call.session_token, link=link, then=then)
    keep(call, journey, MINUTES_AWAY)
    return call.redirect(
        way_out(
            issuer, organisation(call), back=way_back(call), state=journey.state, nonce=journey.nonce,
            challenge=journey.challenge,
        )
    )  # fmt: skip


def come_back(call: Call, work: UnitOfWork) -> Response:
    """On to a page without the issuer's code in its address."""
    journey = call.prepared
    if isinstance(journey, Trouble):
        drop(call)
        return trouble(call, journey)
    keep(call, journey, MINUTES_PROVEN)
    return call.redirect(call.to("/me/organisation" if journey.link else "/in/oidc/as"))


def show_as(call: Call, work: UnitOfWork) -> Response:
    """Whose account it opens; or that it opens none yet, and what to do about it."""
    journey, account = _proven(call, work)
    if journey is None:
        return call.redirect(call.to("/in"))
    then = quote(call.to("/me/organisation"), safe="/")
    name = organisation(call).name
    if account is None:
        return call.page("people/oidc_unknown.html", status=403, organisation=name, then=then)
    return call.page("people/oidc_as.html", person=work.get(Person, account.person_id), organisation=name)


def enter_as(call: Call, work: UnitOfWork) -> Response:
    """In; or on to our own second factor, whatever the organisation asked."""
    if call.form(NothingTyped).clean is None:
        return error_page(call, 422, UNREAD)
    journey, account = _proven(call, work)
    if journey is None or account is None:
        return call.redirect(call.to("/in"))
    drop(call)
    return after_proof(call, work, account, journey.then, False)


def trouble(call: Call, found: Trouble) -> Response:
    """The sentence, and the other ways in."""
    return call.page("people/oidc_trouble.html", status=found.status, because=found.because)


def _proven(call: Call, work: UnitOfWork) -> tuple[Journey | None, Account | None]:
    organisation(call)
    journey = under_way(call, work)
    if journey is None or not journey.subject:
        return None, None
    return journey, account_by_subject(work, journey.subject)


P = Permission
ROUTES = [
    Route("/in/oidc", go_there, P.READ, writes=False, section="me", before=ask_issuer),
    Route("/in/oidc/back", come_back, P.READ, writes=False, section="me", before=fetch_identity),
    page("/in/oidc/as", show_as, P.READ, "me"),
    act("/in/oidc/as", enter_as, P.SIGN_IN, "me"),
]
