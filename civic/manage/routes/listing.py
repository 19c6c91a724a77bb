"""The list of work orders."""

from starlette.responses import Response

from civic.manage.queries.listing import PER_PAGE, STATES, counts, listed
from civic.manage.rules import PHASES
from civic.web.call import Call
from civic.work import UnitOfWork


def list_orders(call: Call, work: UnitOfWork) -> Response:
    """One page: the reader's own first, then by the day they are due."""
    asked = call.query.get("state", "")
    state = asked if asked in STATES else "open"
    known = counts(work)
    pages = max(1, -(-known[state] // PER_PAGE))
    page_no = min(call.page_no(), pages)

    def address(state: str, page: int = 1) -> str:
        return call.to(f"/work-orders?state={state}" + (f"&page={page}" if page > 1 else ""))

    return call.page(
        "manage/list.html",
        orders=listed(work, state, page_no),
        state=state,
        known=known,
        phases=PHASES,
        page_no=page_no,
        pages=pages,
        address=address,
        href_for=lambda number: address(state, number),
    )
