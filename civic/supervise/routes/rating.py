"""The rating: one question, thanks, the result."""

from typing import Any

from starlette.responses import Response

from civic.core.message import say
from civic.propose.tables import Issue
from civic.supervise import acts
from civic.supervise.forms import RatingForm
from civic.supervise.queries import promises, ratings
from civic.supervise.routes.subject import home, issue_of
from civic.supervise.rules.grades import GRADES, open_at, percent
from civic.supervise.tables import RatingRound
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.work import UnitOfWork


def show_rating(call: Call, work: UnitOfWork) -> Response:
    """The question; thanks for whoever has answered; the result once it is over."""
    issue = issue_of(call, work)
    found = ratings.newest_round(work, issue.id)
    if not open_at(work.now, found.ends_at, found.ended_at):
        return call.redirect(call.to(home(issue, "/satisfaction")))
    rater = ratings.own_rater(work, issue, found)
    if rater.already:
        return call.page("supervise/thanks.html", issue=issue, round=found)
    acts.may_rate_issue(work, issue, found, rater).demand()
    return _question(call, work, issue, found, blank())


def rate_issue(call: Call, work: UnitOfWork) -> Response:
    """Record the grade."""
    issue, form = issue_of(call, work), call.form(RatingForm)
    found = ratings.newest_round(work, issue.id)
    acts.may_rate_issue(work, issue, found, ratings.own_rater(work, issue, found)).demand()
    if form.clean is None:
        return _question(call, work, issue, found, form)
    acts.rate_issue(work, found.id, grade=int(form.clean.grade), text=form.clean.text or "")
    return call.done(home(issue, "/rating"))


def _question(call: Call, work: UnitOfWork, issue: Issue, found: RatingRound, form: Filled[Any]) -> Response:
    watched = promises.newest_watch(work, issue.id)
    return call.page(
        "supervise/rating.html",
        status=422 if form.errors else 200,
        issue=issue,
        round=found,
        form=form,
        promise=watched.promise if watched else None,
        grades=[(grade, name) for grade, name in GRADES.items()],
    )


def show_satisfaction(call: Call, work: UnitOfWork) -> Response:
    """The result with its table; before the end only until when it is open."""
    issue = issue_of(call, work)
    found = ratings.newest_round(work, issue.id)
    over = not open_at(work.now, found.ends_at, found.ended_at)
    result, channel = ratings.result_of(work, found.id) if over else (None, None)
    return call.page(
        "supervise/satisfaction.html",
        issue=issue,
        round=found,
        over=over,
        stopped=found.ended_at is not None and found.ended_at < found.ends_at,
        result=result,
        channel=channel,
        grades=GRADES,
        percent=percent,
        title=say("How satisfied people are"),
    )
