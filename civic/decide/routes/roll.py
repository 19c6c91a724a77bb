"""The roll as it was frozen: numbers, offices or doors, weights; no names."""

from starlette.responses import Response

from civic.decide.queries.counting import entitled_in
from civic.decide.queries.rolls import roll_page
from civic.decide.queries.seat import seat_of
from civic.decide.queries.votes import notices_of, occasion
from civic.decide.view import own_standing, standing_words
from civic.web.call import Call
from civic.work import UnitOfWork


def show_roll(call: Call, work: UnitOfWork) -> Response:
    """Own entry first, then everybody's by number, and how to object."""
    found = occasion(work, call.number("vote"))
    rows, pages = roll_page(work, found.vote, call.page_no())
    seat = seat_of(work, found.vote.id)
    return call.page(
        "decide/roll.html",
        found=found, vote=found.vote, seat=seat, own=own_standing(seat),
        rows=[(row, standing_words(row.office, row.label)) for row in rows],
        entitled=entitled_in(work.session, found.vote.id),
        notice=next((n for n in notices_of(work, found.vote) if n.subject == "vote"), None),
        page_no=call.page_no(), pages=pages,
        href_for=lambda number: call.to(f"{found.path}/roll?page={number}"),
    )  # fmt: skip
