"""Mediation in private: begin it, meet, say what came of it, look at the agreement again."""

from typing import Any

from starlette.responses import Response

from civic.core.errors import NotFound
from civic.core.message import say
from civic.permissions import NAMES, Permission, Standing
from civic.propose import acts
from civic.propose import mediation_forms as forms
from civic.propose.queries import mediation as queries
from civic.propose.routes.begin_mediation import BEGINNING
from civic.propose.routes.checking import issue_of
from civic.propose.rules import mediation as rules
from civic.propose.tables import Issue
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.web.routing import act, page
from civic.work import UnitOfWork


def show_mediation(call: Call, work: UnitOfWork) -> Response:
    """For the two sides, the mediator, the committee."""
    return _mediation(call, work, blank())


def set_session(call: Call, work: UnitOfWork) -> Response:
    """A day to meet; the two sides find it here."""
    form = call.form(forms.SessionForm)
    if form.clean is None:
        return _mediation(call, work, form)
    issue, typed = issue_of(call, work), form.clean
    acts.set_session(work, issue.id, on=typed.on, hour=typed.hour, place=typed.place)
    return call.done(f"/issues/{issue.reference}/mediation", say("The day is set; both sides read it here."))


def _mediation(call: Call, work: UnitOfWork, form: Filled[Any]) -> Response:
    issue, found = _found(call, work)
    row = found.row
    state = rules.OUTCOMES[rules.Settled(row.outcome)] if row.outcome else rules.PUBLIC["open"]
    return call.page(
        "propose/mediation.html", status=422 if form.errors else 200, issue=issue, form=form, row=row, state=state,
        mediator=say("%(name)s, %(post)s", name=found.mediator, post=NAMES[Standing(row.post)]),
        sides=queries.parties(work, row.id), sessions=queries.sessions(work, row.id), consents=rules.CONSENTS,
        reads_agreement=found.party or found.leads, binding=rules.BINDING, broken=rules.BROKEN,
        elsewhere=rules.ELSEWHERE, may_set=acts.may_set_session(work, found),
        may_end=acts.may_end_mediation(work, found), may_review=acts.may_review_agreement(work, found),
    )  # fmt: skip


def _found(call: Call, work: UnitOfWork) -> tuple[Issue, queries.Mediated]:
    """Whether there is one is told to nobody who may not read it."""
    issue = issue_of(call, work)
    found = queries.mediation_of(work, issue)
    acts.may_read_mediation(work, found).demand()
    if found is None:
        raise NotFound
    return issue, found


def ask_end(call: Call, work: UnitOfWork) -> Response:
    """What came of it."""
    return _end(call, work, blank())


def end_mediation(call: Call, work: UnitOfWork) -> Response:
    """It is over; what does not fit stands beside its field."""
    issue, found = _found(call, work)
    acts.may_end_mediation(work, found).demand()
    form = call.form(forms.EndForm)
    if form.clean is None:
        return _end(call, work, form)
    typed, agreement = form.clean, form.clean.agreement or ""
    if why_not := rules.may_end_so(typed.outcome, agreement, typed.review_on, work.today).because:
        form.refuse(
            "review_on" if agreement and typed.outcome is rules.Settled.AGREED else "agreement", why_not
        )
        return _end(call, work, form)
    acts.end_mediation(work, issue.id, outcome=typed.outcome, agreement=agreement, review_on=typed.review_on)
    return call.done(f"/issues/{issue.reference}/mediation", say("The mediation has ended."))


def _end(call: Call, work: UnitOfWork, form: Filled[Any]) -> Response:
    issue, found = _found(call, work)
    acts.may_end_mediation(work, found).demand()
    outcomes = [(each.value, words) for each, words in rules.OUTCOMES.items()]
    return call.page(
        "propose/mediation_end.html", status=422 if form.errors else 200, issue=issue, form=form,
        outcomes=outcomes, elsewhere=rules.ELSEWHERE,
    )  # fmt: skip


def review_agreement(call: Call, work: UnitOfWork) -> Response:
    """Kept or not."""
    issue, found = _found(call, work)
    acts.may_review_agreement(work, found).demand()
    form = call.form(forms.ReviewForm)
    if form.clean is None:
        return _mediation(call, work, form)
    acts.review_agreement(work, issue.id, kept=form.clean.kept == "yes")
    return call.done(f"/issues/{issue.reference}/mediation", say("It is written down for both sides."))


P = Permission
ROUTES = [
    *BEGINNING,
    page("/issues/{reference}/mediation", show_mediation, P.READ_MEDIATION, "issues"),
    act("/issues/{reference}/mediation/sessions", set_session, P.MEDIATE, "issues"),
    page("/issues/{reference}/mediation/end", ask_end, P.MEDIATE, "issues"),
    act("/issues/{reference}/mediation/end", end_mediation, P.MEDIATE, "issues"),
    act("/issues/{reference}/mediation/review", review_agreement, P.MEDIATE, "issues"),
]
