"""For whom I act: begin, stop, step back from it."""

from starlette.responses import Response

from civic.core.message import say
from civic.people.acts import helping as acts
from civic.people.forms.helping import PressForm
from civic.people.help_words import ALL_KINDS
from civic.people.queries.helping import consent, my_helping
from civic.permissions import Permission
from civic.web.call import Call
from civic.web.errors import UNREAD, error_page
from civic.web.routing import act, page
from civic.work import UnitOfWork


def show_helping(call: Call, work: UnitOfWork) -> Response:
    """Everybody who agreed that I act for them, with the button for each."""
    if work.actor and work.actor.helper_id:
        work.may(P.ACT_FOR).demand()
    found = my_helping(work)
    return call.page(
        "people/help_acting.html",
        kinds=ALL_KINDS,
        found=[(each, each.helping.from_on > work.today) for each in found],
    )


def start_helping(call: Call, work: UnitOfWork) -> Response:
    """From the next page on I act for that person."""
    helping_id = call.number("helping")
    if call.form(PressForm).clean is None:
        return error_page(call, 422, UNREAD)
    consent(work, helping_id, helper_id=work.person_id)
    call.keep_session(acts.start_helping(work, helping_id, call.session_token))
    return call.redirect(call.to("/"))


def stop_helping(call: Call, work: UnitOfWork) -> Response:
    """Back to oneself; whoever does not act for anybody loses nothing."""
    if call.form(PressForm).clean is None:
        return error_page(call, 422, UNREAD)
    call.keep_session(acts.stop_helping(work, call.session_token))
    return call.done("/me", say("You act in your own name again."))


def step_back(call: Call, work: UnitOfWork) -> Response:
    """I do not act for that person any more."""
    helping_id = call.number("helping")
    if call.form(PressForm).clean is None:
        return error_page(call, 422, UNREAD)
    consent(work, helping_id, helper_id=work.person_id)
    acts.end_help(work, helping_id)
    return call.done("/me/helping", say("Ended. You no longer act for this person."))


P = Permission
ROUTES = [
    page("/me/helping", show_helping, P.READ_ME, "me"),
    act("/me/helping/stop", stop_helping, P.SIGN_OUT, "me"),
    act("/me/helping/{helping}/start", start_helping, P.READ_ME, "me"),
    act("/me/helping/{helping}/end", step_back, P.READ_ME, "me"),
]
