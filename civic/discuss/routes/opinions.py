"""The opinion map for neighbours: one statement at a time, one's own answers, a statement of one's own."""

from typing import Any

from starlette.responses import Response

from civic.core.errors import NotFound, Refusal
from civic.core.message import say
from civic.discuss import acts
from civic.discuss.map_forms import AnswerForm, SuggestionForm, TakeBackForm
from civic.discuss.map_view import Asking, asking
from civic.discuss.queries import mapping as maps
from civic.discuss.queries import opinions
from civic.discuss.routes.subject import opened
from civic.discuss.rules.mapping import STATEMENT_LIMIT
from civic.discuss.rules.statements import ANSWER_WORDS, ANSWERS, SUGGESTIONS, State
from civic.discuss.tables import TopicMap
from civic.permissions import Permission
from civic.propose.tables import Issue
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.work import UnitOfWork

PAGE, SUGGEST = "discuss/opinion_map.html", "discuss/opinion_suggest.html"


def mapped(call: Call, work: UnitOfWork, *, picture: bool = False) -> tuple[Issue, TopicMap]:
    """The issue of the address and its map; `NotFound` where there is none."""
    issue, discussion = opened(call, work)
    found = maps.map_of(work, discussion.topic.id, picture=picture)
    if found is None:
        raise NotFound
    return issue, found


def show_map(call: Call, work: UnitOfWork) -> Response:
    """One statement and its three answers; what there is to read for whoever does not answer."""
    issue, found = mapped(call, work, picture=True)
    return _asked(call, work, issue, asking(work, found, again=_number(call.query.get("again", ""))))


def answer(call: Call, work: UnitOfWork) -> Response:
    """Take an answer, and on to the next statement."""
    issue, found = mapped(call, work, picture=True)
    form = call.form(AnswerForm)
    if form.clean is None:
        wanted = _number(form.raw("statement"))
        return _asked(call, work, issue, asking(work, found, again=wanted), form)
    acts.answer_statement(work, found.id, form.clean.statement, ANSWERS[form.clean.choice])
    return call.done(_path(issue))


def take_back(call: Call, work: UnitOfWork) -> Response:
    """Take an answer back; the statement is put again."""
    issue, found = mapped(call, work, picture=True)
    form = call.form(TakeBackForm)
    if form.clean is None:
        return _asked(call, work, issue, asking(work, found), form)
    acts.take_back_answer(work, found.id, form.clean.statement)
    return call.done(f"{_path(issue)}?again={form.clean.statement}", say("Your answer is taken back."))


def show_mine(call: Call, work: UnitOfWork) -> Response:
    """All that I answered, to be changed, and what became of what I suggested; to nobody else."""
    issue, found = mapped(call, work)
    answers = opinions.own_answers(work, found.id, work.person_id)
    shown = maps.statements_of(work, found.id, State.SHOWN)
    suggested = maps.suggested(work, found.id, work.person_id)
    return call.page(
        "discuss/opinion_mine.html",
        issue=issue,
        found=found,
        answered=[(each, ANSWER_WORDS[answers[each.id]]) for each in shown if each.id in answers],
        suggested=suggested,
        sees_looks=acts.may_see_looks(work),
        news=not all(each.told for each in suggested),
        may=acts.may_answer_statement(work, found),
    )


def see_looks(call: Call, work: UnitOfWork) -> Response:
    """I have read what became of them."""
    issue, found = mapped(call, work)
    acts.see_looks(work, found.id)
    return call.done(f"{_path(issue)}/mine", say("Thank you for reading it."))


def show_suggest(call: Call, work: UnitOfWork) -> Response:
    """The one field."""
    issue, found = mapped(call, work)
    return call.page(SUGGEST, form=blank(), **_suggesting(work, issue, found))


def suggest(call: Call, work: UnitOfWork) -> Response:
    """Take a suggestion; what is refused about it stands beside the field."""
    issue, found = mapped(call, work)
    form = call.form(SuggestionForm)
    if form.clean is None:
        return call.refused(SUGGEST, form, **_suggesting(work, issue, found))
    try:
        acts.suggest_statement(work, found.id, form.clean.text)
    except Refusal as refusal:
        if not acts.may_suggest_statement(work, found) or refusal.because is None:
            raise
        form.refuse("text", refusal.because)
        return call.refused(SUGGEST, form, **_suggesting(work, issue, found))
    return call.done(_path(issue), say("Thank you. After a look it is put to everybody, without your name."))


def _suggesting(work: UnitOfWork, issue: Issue, found: TopicMap) -> dict[str, Any]:
    given = len(maps.suggested(work, found.id, work.person_id))
    may = acts.may_suggest_statement(work, found, given)
    return {"issue": issue, "may": may, "limit": STATEMENT_LIMIT, "left": SUGGESTIONS - given}


def _asked(
    call: Call, work: UnitOfWork, issue: Issue, asked: Asking, form: Filled[Any] | None = None
) -> Response:
    return call.page(
        PAGE,
        status=422 if form else 200,
        issue=issue,
        asked=asked,
        form=form or blank(),
        answers=[(name, ANSWER_WORDS[vote]) for name, vote in ANSWERS.items()],
        may=acts.may_answer_statement(work, asked.found),
        closed=acts.closed(work, asked.found),
        neighbour=work.may(Permission.ANSWER_MAP),
        looks_over=work.may(Permission.KEEP_MAP),
    )


def _path(issue: Issue) -> str:
    return f"/issues/{issue.reference}/opinion-map"


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else None
