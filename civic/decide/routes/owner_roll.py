"""The roll of an owners' vote with names, for the owners' committee: after a press that is logged."""

from starlette.responses import Response

from civic.core.message import say
from civic.decide import acts
from civic.decide.queries.owner_roll import open_until, owner_names
from civic.decide.queries.rolls import roll_page
from civic.decide.queries.votes import occasion
from civic.web.call import Call
from civic.work import UnitOfWork


def show_names(call: Call, work: UnitOfWork) -> Response:
    """Doors, areas and names by number, or the button that opens them."""
    found = occasion(work, call.number("vote"))
    acts.may_show_owner_roll(work, found.vote).demand()
    until = open_until(work)
    rows, pages = roll_page(work, found.vote, call.page_no()) if until else ([], 1)
    names = owner_names(work, rows)
    return call.page(
        "decide/owner_roll.html",
        found=found, vote=found.vote, until=until, rows=[(row, names[row.number]) for row in rows],
        page_no=call.page_no(), pages=pages,
        href_for=lambda number: call.to(f"{found.path}/roll/names?page={number}"),
    )  # fmt: skip


def open_names(call: Call, work: UnitOfWork) -> Response:
    """Logged, then shown."""
    vote = call.number("vote")
    acts.show_owner_roll(work, vote)
    return call.done(
        f"/votes/{vote}/roll/names", say("This look is logged. The names are open to you for an hour.")
    )
