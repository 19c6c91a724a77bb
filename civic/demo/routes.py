"""The button in the demo's banner: to the next deadline."""

from datetime import datetime
from typing import Any
from urllib.parse import quote

from starlette.responses import Response

from civic.core.errors import Refusal
from civic.core.message import say
from civic.demo.forms import ClockForm
from civic.demo.sessions import take_sessions_along
from civic.people.routes import safe_next
from civic.permissions import Permission
from civic.timetable import next_deadline, run_due
from civic.web.call import Call
from civic.web.routing import act
from civic.work import UnitOfWork, Workshop

WAITS = say("Nothing here waits for an hour.")


def move_clock(call: Call, work: UnitOfWork) -> Response:
    """On to the next deadline, and back to where one was."""
    if not (call.house.can_move_clock and work.community.demo):
        raise Refusal(say("Only the clock of a demo on this machine can be moved."))
    here = quote(safe_next(call, call.form(ClockForm).raw("then")), safe="/?&=%-_.~")
    then = here.removeprefix(call.to(""))
    target = next_deadline(work)
    if target is None:
        return call.done(then, WAITS)
    take_sessions_along(work, target)
    workshop = call.house.workshop
    # The duties need transactions of their own, so the hands move once this one is closed.
    call.afterwards.append(lambda: strike(workshop, workshop.clock, target))
    return call.done(then, say("In the demo it is now %(when)s.", when=target))


def strike(workshop: Workshop, clock: Any, at: datetime) -> None:
    """Put the hands there and do what is due; never backwards, if two pressed at once."""
    if at > workshop.clock.now():
        clock.move_to(at)
    run_due(workshop)


ROUTES = [act("/demo/clock", move_clock, Permission.MOVE_CLOCK)]
