"""Watching a promise: begin, look, read all looks."""

from typing import Any

from starlette.responses import Response

from civic.core.message import say
from civic.people.queries.named import named
from civic.permissions import NAMES, Standing
from civic.propose.tables import Issue
from civic.supervise import acts
from civic.supervise.calendar import weeks
from civic.supervise.forms import ObservationForm, WatchForm
from civic.supervise.queries import promises
from civic.supervise.routes.subject import held, home, issue_of
from civic.supervise.rules.promise import Look, time_fits
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.work import UnitOfWork


def show_watch(call: Call, work: UnitOfWork) -> Response:
    """From which day, and what is looked at."""
    issue = issue_of(call, work)
    acts.may_start_watch(work, issue).demand()
    return _watch(call, work, issue, blank(first_on=work.today.isoformat()))


def start_watch(call: Call, work: UnitOfWork) -> Response:
    """Begin."""
    issue, form = issue_of(call, work), call.form(WatchForm)
    acts.may_start_watch(work, issue).demand()
    typed = form.clean
    if typed is None or not held(
        form,
        "first_on" if promises.promised(work, issue.id) else "",
        lambda: acts.start_watch(
            work, issue.id, first_on=typed.first_on, criterion=typed.criterion or "", need=typed.need or 0,
            of_days=typed.of_days or 0,
        ),
    ):  # fmt: skip
        return _watch(call, work, issue, form)
    return call.done(home(issue), say("The watch is set. Please look every day."))


def _watch(call: Call, work: UnitOfWork, issue: Issue, form: Filled[Any]) -> Response:
    return call.page(
        "supervise/watch.html",
        status=422 if form.errors else 200,
        issue=issue,
        form=form,
        promised=promises.promised(work, issue.id),
    )


def show_look(call: Call, work: UnitOfWork) -> Response:
    """Was it kept today?"""
    issue = issue_of(call, work)
    return _look(call, work, issue, blank(day=work.today.isoformat()))


def record_observation(call: Call, work: UnitOfWork) -> Response:
    """Record one look."""
    issue, form = issue_of(call, work), call.form(ObservationForm)
    typed = form.clean
    if typed is None or not held(
        form,
        _wrong_field(work, typed),
        lambda: acts.record_observation(
            work, issue.id, day=typed.day, kept=typed.kept == "yes", cleared_at=typed.cleared_at or "",
            note=typed.note or "",
        ),
    ):  # fmt: skip
        return _look(call, work, issue, form)
    return call.done(home(issue), say("Recorded for %(day)s. Thank you.", day=typed.day))


def _wrong_field(work: UnitOfWork, typed: ObservationForm) -> str:
    """Where a refusal belongs: beside the time when that cannot be, else beside the day."""
    look = Look(typed.day, typed.kept == "yes", typed.cleared_at or "")
    return "day" if time_fits(look, work.today, work.now.astimezone(work.zone).time()) else "cleared_at"


def _look(call: Call, work: UnitOfWork, issue: Issue, form: Filled[Any]) -> Response:
    watched = promises.newest_watch(work, issue.id)
    acts.may_record_observation(work, issue, watched.promise if watched else None).demand()
    assert watched is not None
    return call.page(
        "supervise/look.html",
        status=422 if form.errors else 200,
        issue=issue,
        form=form,
        promise=watched.promise,
        missing=watched.promise.missing(work.today),
    )


def show_observations(call: Call, work: UnitOfWork) -> Response:
    """The sheet of all looks, oldest first; printable."""
    issue = issue_of(call, work)
    found = promises.watches(work, issue.id)
    people = named(work, {s.observer_id for w in found for s in w.seen})
    watched = found[0].promise if found else None
    return call.page(
        "supervise/observations.html",
        issue=issue,
        watches=[(w, weeks(w.promise)) for w in found],
        people=people,
        roles={s.value: NAMES[s] for s in Standing},
        today=work.today,
        zone=work.zone,
        may_look=acts.may_record_observation(work, issue, watched),
    )
