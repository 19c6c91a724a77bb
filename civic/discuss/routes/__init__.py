"""The addresses of Discuss."""

from civic.discuss.routes import (
    appealing,
    hiding,
    mending,
    opinion_results,
    opinion_staff,
    opinions,
    options,
    outcome,
    parlour,
    said,
    study,
    talk,
    treating,
)
from civic.permissions import Permission
from civic.web.routing import Route, act, page

P = Permission
ONE = "/issues/{reference}/views/{contribution}"
"""One contribution or reply."""
ROUTES: list[Route] = [
    page("/issues/{reference}/views", talk.show_views, P.READ, "issues"),
    page(ONE, said.show_said, P.READ, "issues"),
    act(f"{ONE}/replies", said.reply, P.CONTRIBUTE, "issues"),
    page(f"{ONE}/edit", mending.show_edit, P.CONTRIBUTE, "issues"),
    act(f"{ONE}/edit", mending.edit, P.CONTRIBUTE, "issues"),
    page(f"{ONE}/withdrawal", mending.show_withdrawal, P.CONTRIBUTE, "issues"),
    act(f"{ONE}/withdrawal", mending.withdraw, P.CONTRIBUTE, "issues"),
    act(f"{ONE}/reports", hiding.report, P.CONTRIBUTE, "issues"),
    act(f"{ONE}/seen", appealing.see, P.CONTRIBUTE, "issues"),
    act(f"{ONE}/kept", hiding.keep, P.MODERATE, "issues"),
    page(f"{ONE}/hiding", hiding.show_hide, P.MODERATE, "issues"),
    act(f"{ONE}/hiding", hiding.hide, P.MODERATE, "issues"),
    act(f"{ONE}/showing", hiding.show_again, P.MODERATE, "issues"),
    page(f"{ONE}/appeal", appealing.show_appeal, P.CONTRIBUTE, "issues"),
    act(f"{ONE}/appeal", appealing.appeal, P.CONTRIBUTE, "issues"),
    page(f"{ONE}/appeal-answer", appealing.show_answer, P.ANSWER_APPEAL, "issues"),
    act(f"{ONE}/appeal-answer", appealing.answer, P.ANSWER_APPEAL, "issues"),
    page("/issues/{reference}/contributions", talk.show_contribute, P.CONTRIBUTE, "issues"),
    act("/issues/{reference}/contributions", talk.contribute, P.CONTRIBUTE, "issues"),
    page("/issues/{reference}/option-paper", options.show_option_paper, P.READ, "issues"),
    act("/issues/{reference}/option-paper", options.file_option_paper, P.FILE_OPTIONS, "issues"),
    page("/issues/{reference}/parlour", parlour.show_minutes, P.READ, "issues"),
    page("/issues/{reference}/parlour/new", parlour.show_form, P.RECORD_PARLOUR, "issues"),
    act("/issues/{reference}/parlour", parlour.record_parlour, P.RECORD_PARLOUR, "issues"),
    page("/issues/{reference}/study", study.show_studies, P.READ, "issues"),
    page("/issues/{reference}/study/new", study.show_form, P.RECORD_STUDY, "issues"),
    act("/issues/{reference}/study", study.record_study, P.RECORD_STUDY, "issues"),
    page("/issues/{reference}/outcome", outcome.show_outcome, P.READ, "issues"),
    act("/issues/{reference}/outcome", outcome.write_outcome, P.WRITE_OUTCOME, "issues"),
    page("/issues/{reference}/comments/{comment}", treating.show_treatment, P.WRITE_OUTCOME, "issues"),
    act("/issues/{reference}/comments/{comment}", treating.treat_comment, P.WRITE_OUTCOME, "issues"),
]
MAP = "/issues/{reference}/opinion-map"
ROUTES += [
    page(MAP, opinions.show_map, P.READ, "issues"),
    page(f"{MAP}/new", opinion_staff.show_form, P.KEEP_MAP, "issues"),
    act(MAP, opinion_staff.open_map, P.KEEP_MAP, "issues"),
    act(f"{MAP}/answers", opinions.answer, P.ANSWER_MAP, "issues"),
    act(f"{MAP}/answers/back", opinions.take_back, P.ANSWER_MAP, "issues"),
    page(f"{MAP}/mine", opinions.show_mine, P.ANSWER_MAP, "issues"),
    act(f"{MAP}/mine/seen", opinions.see_looks, P.ANSWER_MAP, "issues"),
    page(f"{MAP}/suggest", opinions.show_suggest, P.ANSWER_MAP, "issues"),
    act(f"{MAP}/suggest", opinions.suggest, P.ANSWER_MAP, "issues"),
    page(f"{MAP}/statements", opinion_staff.show_statements, P.KEEP_MAP, "issues"),
    page(f"{MAP}/statements/{{statement}}", opinion_staff.show_statement, P.KEEP_MAP, "issues"),
    act(f"{MAP}/statements/{{statement}}", opinion_staff.look_over, P.KEEP_MAP, "issues"),
    page(f"{MAP}/results", opinion_results.show_results, P.READ, "issues"),
    page(f"{MAP}/votes.csv", opinion_results.fetch_votes, P.READ, "issues"),
    page(f"{MAP}/left-out.csv", opinion_results.fetch_left_out, P.READ, "issues"),
    page(f"{MAP}/statements.csv", opinion_results.fetch_statements, P.READ, "issues"),
]
