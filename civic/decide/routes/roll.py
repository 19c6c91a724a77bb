"""The roll as it was frozen: numbers, offices or doors, weights; no names. Corrected until voting opens."""

from starlette.responses import Response

from civic.core.message import say
from civic.decide import acts
from civic.decide.queries.counting import entitled_in
from civic.decide.queries.rolls import corrections_of, roll_page, waiting_corrections
from civic.decide.queries.seat import seat_of
from civic.decide.queries.votes import notices_of, occasion
from civic.decide.view import own_standing, standing_words
from civic.notices.tables import Objection
from civic.permissions import Permission
from civic.web.call import Call
from civic.web.forms import blank
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
        corrections=corrections_of(work, found.vote),
        waiting=waiting_corrections(work, found.vote) if work.may(Permission.NOTIFY_VOTE) else [],
        may_names=acts.may_show_owner_roll(work, found.vote), page_no=call.page_no(), pages=pages,
        href_for=lambda number: call.to(f"{found.path}/roll?page={number}"),
    )  # fmt: skip


def show_correction(call: Call, work: UnitOfWork) -> Response:
    """What would change on the roll, line by line, before it is changed."""
    found, objection = occasion(work, call.number("vote")), work.get(Objection, call.number("objection"))
    acts.may_correct_roll(work, found.vote, objection).demand()
    change, _drawn = acts.change_of_roll(work, found.vote)
    return call.page(
        "decide/roll_correction.html",
        found=found, vote=found.vote, objection=objection, change=change, may=acts.may_change(change), form=blank(),
        words=standing_words,
    )  # fmt: skip


def correct_roll(call: Call, work: UnitOfWork) -> Response:
    """Carry the mended register into the roll."""
    vote = call.number("vote")
    acts.correct_roll(work, vote, call.number("objection"))
    return call.done(f"/votes/{vote}/roll", say("The roll is corrected. Its new fingerprint stands below."))
