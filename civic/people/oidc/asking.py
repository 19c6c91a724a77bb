"""Asking the issuer, ahead of the transaction; and what a browser keeps of the way there and back."""

from dataclasses import dataclass
from hmac import compare_digest

from civic.core.errors import NotFound
from civic.core.message import Message, say
from civic.people.oidc.fetching import Unreachable
from civic.people.oidc.identity import Untrue, subject_in
from civic.people.oidc.issuer import Issuer, discover, id_token_for, keys_of
from civic.people.oidc.journey import Journey, arrived, pack, unpack
from civic.people.oidc.organisation import Organisation, organisation_of
from civic.web.call import Call
from civic.work import UnitOfWork

COOKIE = "civic-oidc"
DOWN = say("The organisation's sign-in does not answer just now. Please try again in a few minutes, or sign in with your code or password.")  # fmt: skip
STOPPED = say("The sign-in there was stopped. Nothing has changed here.")
LATE = say("This sign-in took too long, or it began in another browser. Please begin once more.")
ODD = say("What came back could not be checked, so nobody is signed in. Please begin once more.")


@dataclass(frozen=True)
class Trouble:
    """Why it did not work, in a sentence."""

    because: Message
    status: int = 422


def ask_issuer(call: Call) -> Issuer | Trouble:
    """Where its door stands."""
    try:
        return discover(organisation(call))
    except Unreachable:
        return Trouble(DOWN, 503)


def fetch_identity(call: Call) -> Journey | Trouble:
    """Who came back: the code is changed for an identity, and everything about it is compared."""
    here, query = organisation(call), call.query
    with call.opened(write=False) as work:
        journey, now = under_way(call, work), work.now
    if journey is None or not journey.state:
        return Trouble(LATE)
    same = compare_digest(journey.state.encode(), query.get("state", "").encode())
    if not same or query.get("iss", here.issuer) != here.issuer:
        return Trouble(ODD)
    if not query.get("code"):
        return Trouble(STOPPED)
    try:
        issuer = discover(here)
        code, verifier = query["code"], journey.verifier
        id_token = id_token_for(issuer, here, code=code, verifier=verifier, back=way_back(call))
        subject = subject_in(id_token, keys_of(issuer), here, nonce=journey.nonce, now=now)
    except Unreachable:
        return Trouble(DOWN, 503)
    except Untrue:
        return Trouble(ODD)
    return arrived(journey, now, subject)


def organisation(call: Call) -> Organisation:
    """As it was set; `NotFound` where there is none."""
    found = organisation_of(call.house.settings)
    if found is None:
        raise NotFound
    return found


def under_way(call: Call, work: UnitOfWork) -> Journey | None:
    """The journey of this browser."""
    given = call.cookies.get(COOKIE, "")
    return unpack(given, call.house.secret, work.now, work.community.id, call.session_token)


def keep(call: Call, journey: Journey, minutes: int) -> None:
    """Sealed, in this browser alone."""
    call.after.append((COOKIE, pack(journey, call.house.secret), 60 * minutes))


def drop(call: Call) -> None:
    """It has done its work."""
    call.after.append((COOKIE, "", 0))


def way_back(call: Call) -> str:
    """The address to be registered with the organisation."""
    return call.short_address(call.to("/in/oidc/back"))
