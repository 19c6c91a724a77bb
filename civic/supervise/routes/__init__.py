"""The addresses of Supervise."""

from civic.permissions import Permission
from civic.supervise.routes import calling, closing, demanding, inbox, paper, rating, reopening, watching
from civic.web.routing import Route, act, page

P = Permission
ISSUE = "/issues/{reference}"
ROUTES: list[Route] = [
    page("/supervision", inbox.show_inbox, P.READ, "board"),
    page(ISSUE + "/watch", watching.show_watch, P.START_WATCH, "issues"),
    act(ISSUE + "/watch", watching.start_watch, P.START_WATCH, "issues"),
    page(ISSUE + "/observations", watching.show_observations, P.READ, "issues"),
    page(ISSUE + "/observations/new", watching.show_look, P.OBSERVE, "issues"),
    act(ISSUE + "/observations", watching.record_observation, P.OBSERVE, "issues"),
    page(ISSUE + "/demands/new", demanding.show_new, P.DEMAND, "issues"),
    act(ISSUE + "/demands", demanding.make_demand, P.DEMAND, "issues"),
    page(ISSUE + "/demands/{demand}", demanding.show_demand, P.READ, "issues"),
    act(ISSUE + "/demands/{demand}/answer", demanding.answer_demand, P.ANSWER_DEMAND, "issues"),
    page(ISSUE + "/close-out", closing.show_ask, P.ASK_CLOSE, "issues"),
    act(ISSUE + "/close-out", closing.ask_close_out, P.ASK_CLOSE, "issues"),
    page(ISSUE + "/close-outs/{close_out}", closing.show_close_out, P.READ, "issues"),
    act(ISSUE + "/close-outs/{close_out}/first-key", closing.turn_first_key, P.TURN_KEY_ONE, "issues"),
    act(ISSUE + "/close-outs/{close_out}/second-key", closing.turn_second_key, P.TURN_KEY_TWO, "issues"),
    act(ISSUE + "/close-outs/{close_out}/refusal", closing.refuse_close_out, P.REFUSE_CLOSE, "issues"),
    page(ISSUE + "/rating", rating.show_rating, P.RATE, "issues"),
    act(ISSUE + "/rating", rating.rate_issue, P.RATE, "issues"),
    page(ISSUE + "/satisfaction", rating.show_satisfaction, P.READ, "issues"),
    page(ISSUE + "/rating/paper", paper.show_paper, P.ENTER_RATING, "issues"),
    act(ISSUE + "/rating/paper", paper.enter_rating, P.ENTER_RATING, "issues"),
    act(ISSUE + "/rating/forms", paper.record_forms, P.ENTER_RATING, "issues"),
    page(ISSUE + "/call-backs", calling.show_call_backs, P.CALL_BACK, "issues"),
    act(ISSUE + "/call-backs/{rating}", calling.record_call_back, P.CALL_BACK, "issues"),
    page(ISSUE + "/reopening", reopening.show_reopening, P.READ, "issues"),
    act(ISSUE + "/reopening", reopening.reopen_issue, P.REOPEN, "issues"),
]
