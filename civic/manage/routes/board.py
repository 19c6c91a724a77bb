"""The public board 公开栏: what stands where, late ones first."""

from starlette.responses import Response

from civic.core.message import Message, say, say_n
from civic.manage.queries.board import COLUMNS, FILTERS, PER_PAGE, Hanging, Led, board, filtered, led
from civic.propose.rules import Phase
from civic.web.call import Call
from civic.work import UnitOfWork

Words = list[Message | str]


def show_board(call: Call, work: UnitOfWork) -> Response:
    """Counts, the most overdue item, four columns; on a phone one list under a filter."""
    found, asked = board(work), call.query.get("status", "")
    wanted = asked if asked in FILTERS else ""
    pages = max(1, -(-found.count(wanted) // PER_PAGE)) if wanted else 1
    page_no = min(call.page_no(), pages)
    rows = filtered(work, wanted, page_no) if wanted else found.most_urgent
    leads = led(work, [*rows, *found.columns["managing"]])
    return call.page(
        "manage/board.html",
        board=found,
        columns=COLUMNS,
        wanted=wanted,
        rows=rows,
        page_no=page_no,
        pages=pages,
        href_for=lambda number: call.to(f"/board?status={wanted}&page={number}"),
        meta=lambda each: _meta(each, leads.get(each.ident)),
    )


def _meta(each: Hanging, lead: Led | None) -> Words:
    """Who has it in hand and until when, in a few words."""
    if each.status == "closed":
        taken = say_n("took %(n)s day", "took %(n)s days", each.days_taken)
        return [say("closed %(day)s", day=each.moved_on), taken]
    if each.status == "waiting":
        raised = say("raised %(day)s", day=each.raised_on)
        return [raised, say("answer by %(day)s", day=each.due_on)] if each.due_on else [raised]
    if each.status == "managing":
        return _in_hand(each, lead)
    until = [say("until %(day)s", day=each.due_on)] if each.due_on else []
    return [STANDS[each.phase], *until] if each.phase in STANDS else [*until]


STANDS: dict[Phase, Message] = {
    Phase.TOPIC: say("residents discuss it"),
    Phase.OUTCOME: say("the outcome is posted"),
    Phase.DECIDING: say("a vote is called"),
    Phase.POSTED: say("the result is posted"),
    Phase.MANAGING: say("work orders are being prepared"),
    Phase.WATCHED: say("the promise is watched"),
    Phase.CLOSING: say("close-out asked for"),
    Phase.RATING: say("those affected rate it"),
}
"""Where there is no lead to name: what is going on."""


def _in_hand(each: Hanging, lead: Led | None) -> Words:
    if each.phase is Phase.ROUTED:
        due = [say("answer by %(day)s", day=each.due_on)] if each.due_on else []
        return [each.receiver, *due]
    if lead is None:
        return [STANDS[each.phase]]
    words: Words = [lead.who, say("due %(day)s", day=lead.due_on)]
    if lead.open > 1:
        words.append(say_n("%(n)s work order open", "%(n)s work orders open", lead.open))
    return words
