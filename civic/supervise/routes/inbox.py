"""The supervision inbox: what is late, what waits; the longest overdue first."""

from collections.abc import Callable

from starlette.responses import Response

from civic.core.message import Message, say
from civic.permissions import Permission
from civic.supervise.queries import inbox
from civic.supervise.queries.inbox import Listed
from civic.web.call import Call
from civic.work import UnitOfWork

FEW = 5
PER_PAGE = 20

LISTS: dict[str, tuple[Message, Callable[[UnitOfWork, int, int], Listed]]] = {
    "orders": (say("Work orders that are late"), inbox.late_orders),
    "demands": (say("Demands without an answer"), inbox.open_demands),
    "close-outs": (say("Close-outs waiting for a key"), inbox.waiting_close_outs),
    "watches": (say("Not looked at today"), inbox.unseen_watches),
    "ended": (say("Watches that are over"), inbox.ended_watches),
}


def show_inbox(call: Call, work: UnitOfWork) -> Response:
    """All lists with their first rows, or one of them, page by page."""
    chosen = call.query.get("list", "")
    if chosen in LISTS:
        return _one(call, work, chosen)
    found = {key: read(work, 1, FEW) for key, (_name, read) in LISTS.items()}
    return call.page(
        "supervise/inbox.html",
        lists=[(key, LISTS[key][0], found[key]) for key in LISTS],
        names={key: name for key, (name, _read) in LISTS.items()},
        worst=next(iter(found["orders"].rows), None),
        may_demand=work.may(Permission.DEMAND),
    )


def _one(call: Call, work: UnitOfWork, chosen: str) -> Response:
    name, read = LISTS[chosen]
    found = read(work, call.page_no(), PER_PAGE)
    return call.page(
        "supervise/inbox_list.html",
        key=chosen,
        name=name,
        found=found,
        page_no=call.page_no(),
        pages=max(1, -(-found.total // PER_PAGE)),
        href_for=lambda number: call.to(f"/supervision?list={chosen}&page={number}"),
        may_demand=work.may(Permission.DEMAND),
    )
