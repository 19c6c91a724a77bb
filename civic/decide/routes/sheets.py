"""The clerks' desk: delivery, readings, the list of numbers."""

from typing import Any

from starlette.responses import Response

from civic.core.errors import NotFound, Refusal
from civic.core.message import Message, say
from civic.decide import acts
from civic.decide.forms import DeliveryForm, ReadingForm
from civic.decide.queries.sheets import SheetList, sheet_list
from civic.decide.queries.votes import occasion
from civic.decide.rules.sheets import INVALID_REASONS
from civic.decide.view import READINGS, STATES, standing_words
from civic.permissions import Permission
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.work import UnitOfWork

PER_PAGE = 20


def show_sheets(call: Call, work: UnitOfWork) -> Response:
    """How far the sheets are; for clerks the desk, for them and the committee the list."""
    return _desk(call, work, blank())


def key_sheet(call: Call, work: UnitOfWork) -> Response:
    """Take one reading, blind."""
    vote_id, form = call.number("vote"), call.form(ReadingForm)
    if form.clean is None:
        return _desk(call, work, form)
    typed = form.clean
    try:
        acts.key_sheet(work, vote_id, number=typed.number, choice=typed.choice, reason=typed.reason or "")
    except NotFound:
        raise
    except Refusal as no:
        form.refuse("number", no.because)
        return _desk(call, work, form)
    return call.done(f"/votes/{vote_id}/sheets", say("Sheet %(number)s is keyed.", number=typed.number))


def record_delivery(call: Call, work: UnitOfWork) -> Response:
    """Take the figures of delivery."""
    vote_id, form = call.number("vote"), call.form(DeliveryForm)
    if form.clean is None:
        return _desk(call, work, blank(), delivery=form)
    acts.record_delivery(work, vote_id, delivered=form.clean.delivered, posted=form.clean.posted)
    return call.done(f"/votes/{vote_id}/sheets", say("The delivery is recorded."))


def print_sheets(call: Call, work: UnitOfWork) -> Response:
    """The ballots themselves, one a sheet of A4, twenty a page of this address."""
    found = occasion(work, call.number("vote"))
    lines = sheet_list(work.session, found.vote.id).lines
    page_no, pages = call.page_no(), max(1, -(-len(lines) // PER_PAGE))
    some = lines[(page_no - 1) * PER_PAGE : page_no * PER_PAGE]
    return call.page(
        "decide/sheets_print.html",
        found=found, vote=found.vote, options=READINGS[:3], page_no=page_no, pages=pages,
        lines=[(line, standing_words(line.office, line.label)) for line in some], total=len(lines),
        address=call.short_address(f"/v/{found.vote.code}"),
        href_for=lambda number: call.to(f"{found.path}/sheets/print?page={number}"),
    )  # fmt: skip


def _desk(call: Call, work: UnitOfWork, form: Filled[Any], delivery: Filled[Any] | None = None) -> Response:
    found = occasion(work, call.number("vote"))
    vote, sheets = found.vote, sheet_list(work.session, found.vote.id)
    state = call.query.get("state", "") if call.query.get("state") in STATES else ""
    lines, page_no = sheets.among(state), call.page_no()
    inside = bool(work.may(Permission.KEY_SHEET) or work.may(Permission.COUNT))
    return call.page(
        "decide/sheets.html", status=422 if form.errors or delivery else 200,
        found=found, vote=vote, sheets=sheets, states=STATES, inside=inside,
        links=_links(call, found.path, sheets, state),
        lines=[(x, standing_words(x.office, x.label)) for x in lines[(page_no - 1) * 50 : page_no * 50]],
        page_no=page_no, pages=max(1, -(-len(lines) // 50)),
        href_for=lambda number: call.to(f"{found.path}/sheets?state={state}&page={number}"),
        form=form, delivery=delivery or _delivered(vote), readings=READINGS,
        reasons=[("", say("valid")), *INVALID_REASONS.items()],
        may_key=work.may(Permission.KEY_SHEET), may_deliver=acts.may_record_delivery(work, vote),
        may_settle=work.may(Permission.COUNT),
        may_declare=acts.may_declare_result(work, vote, sheets.count("once") + sheets.count("differs")),
    )  # fmt: skip


def _links(call: Call, path: str, sheets: SheetList, state: str) -> list[tuple[str, Message, int, bool]]:
    """The filter of the list: each state with how many stand there."""
    base = call.to(f"{path}/sheets")
    all_of_them = (base, say("All"), len(sheets.lines), not state)
    return [all_of_them] + [
        (f"{base}?state={name}", label, sheets.count(name), name == state)
        for name, label in STATES.items()
        if sheets.count(name) or name == state
    ]


def _delivered(vote: Any) -> Filled[Any]:
    known = vote.sheets_delivered + vote.sheets_posted
    return blank(delivered=str(vote.sheets_delivered), posted=str(vote.sheets_posted)) if known else blank()
