"""Have a quarrel mediated in private: by whom, with whose consent."""

from typing import Any

from starlette.responses import Response

from civic.core.message import say
from civic.people.queries.offices import of_today
from civic.people.tables import Person
from civic.permissions import NAMES, Permission, Standing
from civic.propose import acts
from civic.propose.mediation_forms import MediateForm
from civic.propose.queries.people import neighbours
from civic.propose.reach import Reach
from civic.propose.routes.checking import issue_of
from civic.propose.rules.mediation import CONSENTS, MEDIATORS
from civic.propose.tables import Issue
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.web.routing import act, page
from civic.work import UnitOfWork

Post = dict[int, tuple[str, str]]


def ask_mediation(call: Call, work: UnitOfWork) -> Response:
    """Who mediates, how both sides agreed."""
    return _ask(call, work, blank())


def mediate_issue(call: Call, work: UnitOfWork) -> Response:
    """It begins; what does not fit stands beside its field."""
    issue, form, posts = issue_of(call, work), call.form(MediateForm), _posts(work)
    acts.may_mediate_issue(work, issue).demand()
    sides = _sides(work, issue, form)
    if form.clean is None or sides is None:
        return _ask(call, work, form)
    typed = form.clean
    if typed.mediator not in posts:
        form.refuse("mediator", say("Please choose one of the answers."))
        return _ask(call, work, form)
    if why_not := acts.may_be_mediated(typed.mediator, sides, work.today, typed.until_on).because:
        form.refuse(
            "mediator" if typed.mediator in {each.person_id for each in sides} else "until_on", why_not
        )
        return _ask(call, work, form)
    acts.mediate_issue(
        work, issue.id, mediator_id=typed.mediator, post=posts[typed.mediator][1], sides=sides,
        until_on=typed.until_on,
    )  # fmt: skip
    return call.done(f"/issues/{issue.reference}", say("It is being mediated now."))


def _sides(work: UnitOfWork, issue: Issue, form: Filled[Any]) -> tuple[acts.Agreed, acts.Agreed] | None:
    """The raiser, and whoever bears that name; somebody who is not on the roll is kept by name alone."""
    if form.clean is None:
        return None
    typed = form.clean
    found = [
        each
        for each in neighbours(work, Reach(by_name_only=True), typed.other)
        if not typed.door or each.door == typed.door
    ]
    if len({each.person_id for each in found}) > 1:
        form.refuse("other", say("Several people bear this name. Please add the door number."))
        return None
    raiser = work.get(Person, issue.raiser_id)
    other = found[0].person_id if found else None
    return (
        acts.Agreed(raiser.id, raiser.name, typed.raiser_consent, typed.raiser_on),
        acts.Agreed(other, typed.other, typed.other_consent, typed.other_on),
    )


def _posts(work: UnitOfWork) -> Post:
    """Whoever may be asked: name and office, each once, under the first office."""
    kinds = {each.value for each in MEDIATORS}
    found: Post = {}
    for each in of_today(work):
        if each.kind in kinds:
            found.setdefault(each.person_id, (each.name, each.kind))
    return found


def _ask(call: Call, work: UnitOfWork, form: Filled[Any]) -> Response:
    issue = issue_of(call, work)
    acts.may_mediate_issue(work, issue).demand()
    mediators = [
        (str(ident), say("%(name)s, %(post)s", name=name, post=NAMES[Standing(kind)]))
        for ident, (name, kind) in _posts(work).items()
    ]
    return call.page(
        "propose/mediation_new.html", status=422 if form.errors else 200, issue=issue, form=form,
        mediators=[("", say("Choose somebody")), *mediators], consents=list(CONSENTS.items()),
    )  # fmt: skip


P = Permission
BEGINNING = [
    page("/issues/{reference}/mediation/new", ask_mediation, P.SETTLE, "issues"),
    act("/issues/{reference}/mediation/new", mediate_issue, P.SETTLE, "issues"),
]
