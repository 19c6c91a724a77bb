"""Today: the one most urgent thing, then the rest."""

from itertools import chain

from starlette.responses import Response

from civic.notices.queries import hanging
from civic.permissions import Permission
from civic.web.call import Call
from civic.web.house import Ask
from civic.web.routing import page
from civic.work import UnitOfWork


def show_today(call: Call, work: UnitOfWork) -> Response:
    """What waits for the reader, the most urgent first; then what hangs on the board."""
    waiting = asks(call, work)
    return call.page(
        "inbox/today.html",
        today=work.today,
        asks=waiting,
        followed=call.house.followed(work),
        follows=work.may(Permission.FOLLOW),
        raises=work.actor is None or work.may(Permission.RAISE),
        oversees=work.may(Permission.DEMAND),
        recent=call.house.recent(work),
        hanging=hanging(work),
    )


def asks(call: Call, work: UnitOfWork) -> list[Ask]:
    """All that the rooms ask of this reader, soonest deadline first."""
    if work.actor is None:
        return []
    found = chain.from_iterable(panel(work) for panel in call.house.today_panels)
    return sorted(found, key=lambda ask: (ask.deadline is None, ask.deadline or work.now, ask.path))


ROUTES = [page("/", show_today, Permission.READ, "today")]
