"""The addresses of Discuss."""

from civic.discuss.routes import (
    amending,
    appealing,
    asking,
    drafting,
    extending,
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
    talk_changes,
    treating,
    writing,
)
from civic.permissions import Permission
from civic.web.routing import Route, act, page

P = Permission
ONE = "/issues/{reference}/views/{contribution}"
"""One contribution or reply."""
PAPER = "/issues/{reference}/option-paper"
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
    page(PAPER, options.show_option_paper, P.READ, "issues"),
    page(f"{PAPER}/versions/{{version}}", options.show_version, P.READ, "issues"),
    page(f"{PAPER}/writing", writing.show_writing, P.FILE_OPTIONS, "issues"),
    act(f"{PAPER}/writing", writing.throw_away, P.FILE_OPTIONS, "issues"),
    page(f"{PAPER}/writing/{{part}}", writing.show_part, P.FILE_OPTIONS, "issues"),
    act(f"{PAPER}/writing/{{part}}", writing.keep_part, P.FILE_OPTIONS, "issues"),
    page(f"{PAPER}/publication", writing.show_publication, P.FILE_OPTIONS, "issues"),
    act(f"{PAPER}/publication", writing.publish, P.FILE_OPTIONS, "issues"),
    page(f"{PAPER}/questions", asking.show_ask, P.CONTRIBUTE, "issues"),
    act(f"{PAPER}/questions", asking.ask, P.CONTRIBUTE, "issues"),
    page(f"{ONE}/answer", asking.show_answer, P.FILE_OPTIONS, "issues"),
    act(f"{ONE}/answer", asking.answer, P.FILE_OPTIONS, "issues"),
    page("/issues/{reference}/parlour", parlour.show_minutes, P.READ, "issues"),
    page("/issues/{reference}/parlour/new", parlour.show_form, P.RECORD_PARLOUR, "issues"),
    act("/issues/{reference}/parlour", parlour.record_parlour, P.RECORD_PARLOUR, "issues"),
    page("/issues/{reference}/study", study.show_studies, P.READ, "issues"),
    page("/issues/{reference}/study/new", study.show_form, P.RECORD_STUDY, "issues"),
    act("/issues/{reference}/study", study.record_study, P.RECORD_STUDY, "issues"),
    page("/issues/{reference}/talk-until", extending.show_extend, P.MOVE_DATES, "issues"),
    act("/issues/{reference}/talk-until", extending.extend, P.MOVE_DATES, "issues"),
    page("/issues/{reference}/outcome", outcome.show_outcome, P.READ, "issues"),
    act("/issues/{reference}/outcome", outcome.write_outcome, P.WRITE_OUTCOME, "issues"),
    page("/issues/{reference}/comments/{comment}", treating.show_treatment, P.WRITE_OUTCOME, "issues"),
    act("/issues/{reference}/comments/{comment}", treating.treat_comment, P.WRITE_OUTCOME, "issues"),
]
ROUTES += talk_changes.ROUTES
DRAFT = "/issues/{reference}/draft"
AMENDMENT = f"{DRAFT}/amendments/{{amendment}}"
ROUTES += [
    page(DRAFT, drafting.show_draft, P.READ, "issues"),
    page(f"{DRAFT}/new", drafting.show_form, P.WRITE_OUTCOME, "issues"),
    act(DRAFT, drafting.write_draft, P.WRITE_OUTCOME, "issues"),
    page(f"{DRAFT}/amendments", amending.show_amend, P.CONTRIBUTE, "issues"),
    act(f"{DRAFT}/amendments", amending.propose_amendment, P.CONTRIBUTE, "issues"),
    page(AMENDMENT, amending.show_answer, P.WRITE_OUTCOME, "issues"),
    act(AMENDMENT, amending.answer_amendment, P.WRITE_OUTCOME, "issues"),
    act(f"{AMENDMENT}/withdrawal", amending.withdraw_amendment, P.CONTRIBUTE, "issues"),
    act(f"{AMENDMENT}/seen", amending.see_answer, P.CONTRIBUTE, "issues"),
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
