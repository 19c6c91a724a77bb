"""The committee's part: settle two different readings, declare the result."""

from typing import Any

from starlette.responses import Response

from civic.core.errors import Refusal
from civic.core.message import say
from civic.decide import acts
from civic.decide.forms import SettlingForm
from civic.decide.queries.counting import pending_sheets
from civic.decide.queries.sheets import sheet_list
from civic.decide.queries.votes import occasion
from civic.decide.rules.sheets import INVALID_REASONS
from civic.decide.tables import RollEntry, Sheet
from civic.decide.view import READINGS, choice_words, standing_words
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.work import UnitOfWork


def show_settling(call: Call, work: UnitOfWork) -> Response:
    """The two readings, for a third person with the paper in hand."""
    return _settling(call, work, blank())


def settle_sheet(call: Call, work: UnitOfWork) -> Response:
    """Take what the paper says."""
    form, ident = call.form(SettlingForm), call.number("sheet")
    if form.clean is None:
        return _settling(call, work, form)
    try:
        acts.settle_sheet(work, ident, choice=form.clean.choice, reason=form.clean.reason or "")
    except Refusal as no:
        if no.status != 409:
            raise
        form.refuse("choice", no.because)
        return _settling(call, work, form)
    return call.done(f"/votes/{call.number('vote')}/sheets", say("The sheet is settled."))


def _settling(call: Call, work: UnitOfWork, form: Filled[Any]) -> Response:
    found, sheet = occasion(work, call.number("vote")), work.get(Sheet, call.number("sheet"))
    entry = work.get(RollEntry, sheet.roll_entry_id)
    return call.page(
        "decide/settle.html", status=422 if form.errors else 200,
        found=found, vote=found.vote, sheet=sheet, entry=entry,
        standing=standing_words(entry.office, entry.label),
        first=choice_words(sheet.first_choice), second=choice_words(sheet.second_choice or ""),
        reasons=INVALID_REASONS, may=acts.may_settle_sheet(work, found.vote, sheet),
        form=form, readings=READINGS, reason_options=[("", say("valid")), *INVALID_REASONS.items()],
    )  # fmt: skip


def show_declaration(call: Call, work: UnitOfWork) -> Response:
    """What declaring means, before it is done."""
    found = occasion(work, call.number("vote"))
    sheets = sheet_list(work.session, found.vote.id)
    may = acts.may_declare_result(work, found.vote, pending_sheets(work.session, found.vote.id))
    return call.page("decide/declare.html", found=found, vote=found.vote, sheets=sheets, may=may)


def declare_result(call: Call, work: UnitOfWork) -> Response:
    """Count and post."""
    acts.declare_result(work, call.number("vote"))
    return call.done(f"/votes/{call.number('vote')}/result", say("The result is posted."))
