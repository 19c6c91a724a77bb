"""Where I am signed in; my password."""

from starlette.responses import Response

from civic.core.entropy import digest
from civic.core.message import Message, say, say_n
from civic.people.acts.sessions import end_session, end_sessions
from civic.people.queries.accounts import own_sessions
from civic.people.rules.sign_in import DEVICES
from civic.permissions import Permission
from civic.web.call import Call
from civic.web.routing import act, page
from civic.work import UnitOfWork


def show_sessions(call: Call, work: UnitOfWork) -> Response:
    """My sessions: on what, since when, when last; this one first."""
    known = own_sessions(work, digest(call.session_token))
    rows = [(each, DEVICES.get(each.session.device, DEVICES[""])) for each in known]
    return call.page("people/sessions.html", rows=rows)


def end_one(call: Call, work: UnitOfWork) -> Response:
    """A phone that was lost, a computer that others use too."""
    end_session(work, call.number("session"))
    return call.done("/me/sessions", say("That device is signed out."))


def end_others(call: Call, work: UnitOfWork) -> Response:
    """Everywhere but here."""
    ended = end_sessions(work, work.person_id, but=call.session_token)
    return call.done("/me/sessions", others_ended(ended))


def others_ended(ended: int) -> Message:
    """What happened to the other devices."""
    if ended == 0:
        return say("You were signed in nowhere else.")
    return say_n("%(n)s other device is signed out.", "%(n)s other devices are signed out.", ended)


P = Permission
ROUTES = [
    page("/me/sessions", show_sessions, P.KEEP_ACCOUNT, "me"),
    act("/me/sessions/end-others", end_others, P.KEEP_ACCOUNT, "me"),
    act("/me/sessions/{session}/end", end_one, P.KEEP_ACCOUNT, "me"),
]
