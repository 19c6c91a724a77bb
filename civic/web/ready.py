"""Before any handler: where one is, who acts, whether they may; and a form that is only shown again."""

from contextlib import suppress
from dataclasses import replace

from starlette.responses import Response

from civic.core.errors import Refusal
from civic.core.message import say
from civic.permissions import GRANTS, RELATIVE, Permission
from civic.web.arrival import opened
from civic.web.call import Call
from civic.web.house import House
from civic.web.look import read_look
from civic.web.routing import Route
from civic.web.signed_out import BACK, must_be_in, shown_again
from civic.work import UnitOfWork

HELP_OVER = say("The help you gave has ended. Nothing was done. First choose “Go on in my own name”, above.")
OWN = frozenset({Permission.SIGN_IN, Permission.SIGN_OUT, Permission.SET_LOOK})
"""What concerns the browser itself, whoever acts."""


def meet(call: Call, work: UnitOfWork) -> None:
    """In whose community the call is, and in which language it is answered."""
    call.work = work
    call.look = replace(call.look, language=read_look(call.cookies, work.community.language).language)


def ready(route: Route, work: UnitOfWork) -> None:
    """Whether whoever is here may do this at all."""
    must_be_in(route, work)
    _for_whom(route, work)
    _require(work, route.permission)


def _for_whom(route: Route, work: UnitOfWork) -> None:
    """What was begun in another's place is not done in one's own, only because their consent has ended."""
    if route.writes and work.actor and work.actor.help_over and route.permission not in OWN:
        raise Refusal(HELP_OVER)


def _require(work: UnitOfWork, permission: Permission) -> None:
    """Offices are checked here; what you are to the subject, the act asks itself."""
    if work.actor is None or not GRANTS[permission] & RELATIVE:
        work.require(permission)
    else:
        # Whoever may not even as the raiser, the lead or a voter has no business here.
        work.may(permission, *RELATIVE).demand()


class _Undo(Exception):
    """Takes a transaction back."""


def reopened(house: House, route: Route, call: Call) -> Response:
    """The form as it was sent before the sign-in, to be looked at and sent anew: whatever the handler does is undone."""
    call.reopened, call.said = True, BACK
    shown: list[Response] = []
    with suppress(_Undo), opened(house, call, write=True) as work:
        meet(call, work)
        ready(route, work)
        house.hold(work, route.permission)
        shown.append(shown_again(call, route.handler(call, work)))
        raise _Undo
    return shown[0]
