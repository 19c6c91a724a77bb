"""The addresses of Decide."""

from civic.decide.routes import counting, notice, owner_roll, receipts, result, roll, sheets, voting
from civic.permissions import Permission
from civic.web.routing import Route, act, page

P = Permission
ROUTES: list[Route] = [
    page("/issues/{reference}/vote-notice", notice.show_notice_form, P.NOTIFY_VOTE, "issues"),
    act("/issues/{reference}/vote-notice", notice.notify_vote, P.NOTIFY_VOTE, "issues"),
    page("/votes/{vote}", voting.show_vote, P.READ, "issues"),
    act("/votes/{vote}/check", voting.check_ballot, P.CAST, "issues"),
    act("/votes/{vote}/ballot", voting.cast_ballot, P.CAST, "issues"),
    page("/votes/{vote}/change", voting.show_change, P.CAST, "issues"),
    act("/votes/{vote}/change", voting.change_ballot, P.CAST, "issues"),
    page("/votes/{vote}/receipt", voting.show_receipt, P.CAST, "issues"),
    page("/votes/{vote}/roll", roll.show_roll, P.READ, "issues"),
    page("/votes/{vote}/roll/names", owner_roll.show_names, P.READ_OWNER_ROLL, "issues"),
    act("/votes/{vote}/roll/names", owner_roll.open_names, P.READ_OWNER_ROLL, "issues"),
    page("/votes/{vote}/roll/corrections/{objection}", roll.show_correction, P.NOTIFY_VOTE, "issues"),
    act("/votes/{vote}/roll/corrections/{objection}", roll.correct_roll, P.NOTIFY_VOTE, "issues"),
    page("/votes/{vote}/result", result.show_result, P.READ, "issues", cached=True),
    page("/votes/{vote}/sheets", sheets.show_sheets, P.READ, "issues"),
    act("/votes/{vote}/sheets", sheets.key_sheet, P.KEY_SHEET, "issues"),
    act("/votes/{vote}/delivery", sheets.record_delivery, P.KEY_SHEET, "issues"),
    page("/votes/{vote}/sheets/print", sheets.print_sheets, P.KEY_SHEET, "issues"),
    page("/votes/{vote}/sheets/{sheet}", counting.show_settling, P.COUNT, "issues"),
    act("/votes/{vote}/sheets/{sheet}", counting.settle_sheet, P.COUNT, "issues"),
    page("/votes/{vote}/declaration", counting.show_declaration, P.COUNT, "issues"),
    act("/votes/{vote}/declaration", counting.declare_result, P.COUNT, "issues"),
    page("/receipt", receipts.check_receipt, P.READ),
]
