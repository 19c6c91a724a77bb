"""The demo's own buttons: move the clock, let those vote whom nobody plays."""

from contextlib import suppress
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

from starlette.responses import Response

from civic.core.errors import Refusal
from civic.core.message import say, say_n
from civic.demo.deadlines import FARTHEST, next_deadline
from civic.demo.forms import ClockForm
from civic.demo.neighbours import Came, let_clerks_key, let_neighbours_vote
from civic.demo.sessions import take_sessions_along
from civic.people.routes.entering import safe_next
from civic.permissions import Permission
from civic.timetable import run_due
from civic.web.call import Call
from civic.web.routing import act
from civic.work import UnitOfWork, Workshop

WAITS = say("Nothing here waits for an hour.")


def move_clock(call: Call, work: UnitOfWork) -> Response:
    """On to the moment that the button said, else to the next deadline; and back to where one was."""
    _only_in_demo(call, work, say("Only the clock of a demo on this machine can be moved."))
    target = said_moment(call.form(ClockForm).raw("to")) or next_deadline(work)
    if target is None:
        return call.done(_back(call), WAITS)
    if not work.now < target < work.now + FARTHEST:
        # The page was older than the clock: it never goes back.
        return call.done(_back(call), say("In the demo it is now %(when)s.", when=work.now))
    take_sessions_along(work, target)
    workshop = call.house.workshop
    # The duties need transactions of their own, so the hands move once this one is closed.
    call.afterwards.append(lambda: strike(workshop, workshop.clock, target))
    return call.done(_back(call), say("In the demo it is now %(when)s.", when=target))


def said_moment(text: str) -> datetime | None:
    """The moment on the button, as its form sends it; None for anything else."""
    with suppress(ValueError, OverflowError):
        moment = datetime.fromisoformat(text)
        return moment.astimezone(UTC) if moment.tzinfo else None
    return None


def strike(workshop: Workshop, clock: Any, at: datetime) -> None:
    """Put the hands there and do what is due; never backwards, if two pressed at once."""
    if at > workshop.clock.now():
        clock.move_to(at)
    run_due(workshop)


def neighbours_vote(call: Call, work: UnitOfWork) -> Response:
    """All the others on the roll vote on the screen, and back to where one was."""
    _only_in_demo(call, work, say("Only in a demo on this machine do invented neighbours vote."))
    came = let_neighbours_vote(work, call.number("vote"))
    voted = say_n("%(n)s neighbour has voted now", "%(n)s neighbours have voted now", came.now)
    return call.done(_back(call), _figures(voted, came))


def clerks_key(call: Call, work: UnitOfWork) -> Response:
    """Both clerks key the sheets that are left, and back to where one was."""
    _only_in_demo(call, work, say("Only in a demo on this machine do invented neighbours vote."))
    came = let_clerks_key(work, call.number("vote"))
    keyed = say_n(
        "%(n)s sheet was keyed by both clerks now", "%(n)s sheets were keyed by both clerks now", came.now
    )
    return call.done(_back(call), _figures(keyed, came))


def _figures(what: Any, came: Came) -> Any:
    return say(
        "Demo: %(what)s; %(ballots)s of %(entitled)s ballots are in.",
        what=what, ballots=came.ballots, entitled=came.entitled,
    )  # fmt: skip


def _only_in_demo(call: Call, work: UnitOfWork, otherwise: Any) -> None:
    if not (call.house.can_move_clock and work.community.demo):
        raise Refusal(otherwise)


def _back(call: Call) -> str:
    """The page that the button stood on; only one of this community."""
    here = quote(safe_next(call, call.form(ClockForm).raw("then")), safe="/?&=%-_.~")
    return here.removeprefix(call.to(""))


ROUTES = [
    act("/demo/clock", move_clock, Permission.MOVE_CLOCK),
    act("/demo/votes/{vote}/ballots", neighbours_vote, Permission.MOVE_CLOCK),
    act("/demo/votes/{vote}/sheets", clerks_key, Permission.MOVE_CLOCK),
]
