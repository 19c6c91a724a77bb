"""Write the option paper: one option a page, the advice, a last look, published."""

from typing import Any

from starlette.responses import Response

from civic.core.errors import NotFound
from civic.core.message import say
from civic.discuss import acts, paper_drafts, queries
from civic.discuss.paper_drafts import Writing
from civic.discuss.paper_forms import AdviceForm, OptionForm, VersionForm
from civic.discuss.paper_view import changes, compared
from civic.discuss.queries import Discussion
from civic.discuss.routes.looking_over import refuse_unless
from civic.discuss.routes.subject import opened
from civic.discuss.rules import LETTERS, paper_holds, version_holds
from civic.propose.tables import Issue
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.work import UnitOfWork

ADVICE = "advice"


def show_writing(call: Call, work: UnitOfWork) -> Response:
    """What is written and what is missing."""
    issue, found, draft = _draft(call, work)
    return call.page("discuss/paper_writing.html", issue=issue, found=found, draft=draft, letters=LETTERS)


def throw_away(call: Call, work: UnitOfWork) -> Response:
    """Forget the draft; what is public stays as it is."""
    issue, found = opened(call, work)
    paper_drafts.throw_away(work, found.topic.id)
    return call.done(f"/issues/{issue.reference}/option-paper", say("The draft is thrown away."))


def show_part(call: Call, work: UnitOfWork) -> Response:
    """One option, or the advice."""
    _issue, _found, draft = _draft(call, work)
    part = _part(call, draft)
    at = list(LETTERS).index(part) if part != ADVICE else 0
    typed = draft.advice if part == ADVICE else dict(enumerate(draft.options)).get(at, {})
    return _ask(call, work, blank(**typed))


def keep_part(call: Call, work: UnitOfWork) -> Response:
    """Keep it in the draft and go on to what is missing; or leave this option out."""
    issue, found, draft = _draft(call, work)
    part, here = _part(call, draft), f"/issues/{issue.reference}/option-paper/writing"
    if call.take("leave_out") and part != ADVICE and part != draft.next_letter:
        draft.leave_out(part)
        paper_drafts.keep(work, found.topic.id, draft)
        return call.done(here, say("Left out. Those after it moved up."))
    form: Filled[Any] = call.form(AdviceForm if part == ADVICE else OptionForm)
    if part == ADVICE and form.raw("advised") not in (*list(LETTERS)[: len(draft.options)], ""):
        form.refuse("advised", say("Please advise one of the options above."))
    if form.clean is None or form.errors:
        return _ask(call, work, form)
    typed = {name: values[0] for name, values in form.sent.items()}
    if part == ADVICE:
        draft.advice = typed
    else:
        draft.keep_option(part, typed)
    paper_drafts.keep(work, found.topic.id, draft)
    return call.done(here, say("Saved. Only you see it until it is published."))


def _ask(call: Call, work: UnitOfWork, form: Filled[Any]) -> Response:
    issue, _found, draft = _draft(call, work)
    part = _part(call, draft)
    return call.page(
        "discuss/paper_part.html", status=422 if form.errors else 200, form=form, issue=issue, part=part,
        letters=LETTERS, choices=[(x, LETTERS[x]) for x in list(LETTERS)[: len(draft.options)]],
        may_leave_out=part not in (ADVICE, draft.next_letter) and len(draft.options) > 1,
    )  # fmt: skip


def show_publication(call: Call, work: UnitOfWork) -> Response:
    """A last look: the whole paper, or what the new version changes, and why it comes."""
    return _look(call, work, blank())


def publish(call: Call, work: UnitOfWork) -> Response:
    """It is public."""
    issue, found, draft = _draft(call, work)
    form, paper = call.form(VersionForm), draft.paper()
    if form.clean and paper:
        reason, begun_from = form.clean.reason or "", form.clean.begun_from
        current = found.paper.version if found.paper else 0
        same = queries.said_by(work, found.paper) == paper
        verdict = version_holds(current=current, begun_from=begun_from, reason=reason, same=same)
        refuse_unless(form, verdict, "reason" if current == begun_from and not reason else "")
    if form.clean is None or form.errors or paper is None:
        return _look(call, work, form)
    paper_drafts.throw_away(work, found.topic.id)
    acts.file_option_paper(
        work, found.topic.id, paper, reason=form.clean.reason or "", begun_from=form.clean.begun_from
    )
    return call.done(f"/issues/{issue.reference}/option-paper", say("The option paper is public now."))


def _look(call: Call, work: UnitOfWork, form: Filled[Any]) -> Response:
    issue, found, draft = _draft(call, work)
    paper = draft.paper()
    if paper is None:
        return call.redirect(call.to(f"/issues/{issue.reference}/option-paper/writing"))
    refuse_unless(form, paper_holds(paper.options, paper.advised, paper.for_advice, paper.against_advice))
    return call.page(
        "discuss/paper_check.html", status=422 if form.errors else 200, form=form, issue=issue, found=found,
        draft=draft, options=[each.letter for each in paper.options], rows=compared(paper.options),
        letters=LETTERS, said=paper, changes=changes(queries.said_by(work, found.paper), paper) if found.paper else [],
    )  # fmt: skip


def _draft(call: Call, work: UnitOfWork) -> tuple[Issue, Discussion, Writing]:
    issue, found = opened(call, work)
    acts.may_file_option_paper(work, found.outcome).demand()
    return issue, found, paper_drafts.writing(work, found.topic.id)


def _part(call: Call, draft: Writing) -> str:
    """Which step the address names; `NotFound` for a letter that is not there yet."""
    part = call.path["part"]
    known = [*list(LETTERS)[: len(draft.options)], draft.next_letter]
    if part in known or (part == ADVICE and len(draft.options) > 1):
        return part
    raise NotFound
