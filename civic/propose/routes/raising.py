"""Raise an issue, one question a page, for oneself or for a neighbour; saved at every step."""

from functools import partial
from typing import Any

from starlette.responses import Response

from civic.core.errors import NotFound
from civic.core.message import say
from civic.permissions import Permission
from civic.pictures import keeping
from civic.pictures.queries import of_draft
from civic.pictures.reading import Redrawn
from civic.propose import acts, drafts
from civic.propose.routes import joining, photos, questions, raised
from civic.propose.routes.developing import ROOM, blacken, read_beside, refuse_unfit
from civic.propose.routes.placing import betrayed, further
from civic.propose.routes.ways import FOR, OWN, Journey
from civic.propose.rules import AFFECTS
from civic.propose.rules.born import BORN_PRIVATE
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.web.routing import Route, act, page
from civic.work import UnitOfWork


def begin(journey: Journey, call: Call, work: UnitOfWork) -> Response:
    """To the first question that is still open: whoever comes back goes on where they were."""
    return call.redirect(call.to(f"{journey.base}/{journey.missing(drafts.kept(work, journey.name))}"))


def show_step(journey: Journey, call: Call, work: UnitOfWork) -> Response:
    """One question, with what was answered before."""
    answers = drafts.kept(work, journey.name)
    known = {k: str(v) for k, v in answers.items() if v is not None}
    return _question(journey, call, work, answers, blank(**known), _step(journey, call))


def keep_step(journey: Journey, call: Call, work: UnitOfWork) -> Response:
    """Keep the answer and go on; or back to the check page one came from."""
    return _keep(journey, call, work, _step(journey, call))


def keep_facts(journey: Journey, call: Call, work: UnitOfWork) -> Response:
    """The same, with a photo if one came along."""
    return _keep(journey, call, work, "facts")


def _keep(journey: Journey, call: Call, work: UnitOfWork, step: str) -> Response:
    answers = drafts.kept(work, journey.name)
    form: Filled[Any] = call.form(questions.SHAPES[step])
    found = questions.checked(work, step, form)
    refuse_unfit(form, work, journey, call.prepared)
    if found is None or form.errors:
        return _question(journey, call, work, answers, form, step)
    drafts.keep(work, journey.name, {**answers, **found})
    if isinstance(call.prepared, Redrawn):
        keeping.add(work, drafts.begun(work, journey.name), call.prepared)
    ways = {"back=check": f"{journey.base}/check", "then=photos": f"{journey.base}/photos"}
    return call.redirect(call.to(ways.get(call.here.partition("?")[2], journey.after(step))))


def _question(
    journey: Journey, call: Call, work: UnitOfWork, answers: drafts.Answers, form: Filled[Any], step: str
) -> Response:
    return call.page(
        f"propose/ask_{step}.html",
        status=422 if form.errors else 200,
        form=form,
        journey=journey,
        answers=answers,
        step=step,
        action=call.here,
        back=journey.before(step, checking=call.query.get("back") == "check"),
        put_by=drafts.taken_by(work, journey.name) if step == journey.steps[0] else None,
        **questions.offered(work, step, call.query.get("q", ""), answers),
    )


def _step(journey: Journey, call: Call) -> str:
    if call.path["step"] not in journey.steps:
        raise NotFound
    return call.path["step"]


def show_check(journey: Journey, call: Call, work: UnitOfWork) -> Response:
    """All answers once more, each with a way to change it."""
    answers = drafts.kept(work, journey.name)
    if journey.missing(answers) != "check":
        return begin(journey, call, work)
    rows = questions.answered(work, journey.steps, answers)
    shown = of_draft(work, drafts.id_of(work, journey.name))
    return call.page(
        "propose/check.html", journey=journey, answers=answers, rows=rows, photos=shown,
        affects=AFFECTS.get(answers.get("affects") or ""), similar=joining.similar_to(call, work, answers),
        betrayed=betrayed(answers), private=answers["category"] in BORN_PRIVATE,
    )  # fmt: skip


def send(journey: Journey, call: Call, work: UnitOfWork) -> Response:
    """Raise it, once; the draft is gone, so a second tab finds nothing to send."""
    answers = journey.complete(drafts.kept(work, journey.name))
    told = {name: answers[name] for name in questions.TOLD if name in answers}
    told["danger"] = answers.get("danger") == "yes"
    told["more"] = further(answers)
    raise_it = acts.raise_issue if journey is OWN else acts.raise_on_behalf
    issue = raise_it(work, **told, photos=call.prepared)
    drafts.throw_away(work, journey.name)
    return call.done(f"/issues/{issue.reference}/raised")


def discard(journey: Journey, call: Call, work: UnitOfWork) -> Response:
    """Throw away what was typed."""
    drafts.throw_away(work, journey.name)
    return call.done("/issues", say("What you typed was thrown away."))


def _routes(journey: Journey, permission: Permission) -> list[Route]:
    base = journey.base
    return [
        page(base, partial(begin, journey), permission, "issues"),
        page(f"{base}/check", partial(show_check, journey), permission, "issues"),
        act(
            f"{base}/check",
            partial(send, journey),
            permission,
            "issues",
            before=partial(blacken, journey),
        ),
        act(f"{base}/discard", partial(discard, journey), permission, "issues"),
        *photos.routes_of(journey, permission),
        *joining.routes_of(journey, permission),
        page(base + "/{step}", partial(show_step, journey), permission, "issues"),
        act(
            f"{base}/facts",
            partial(keep_facts, journey),
            permission,
            "issues",
            before=read_beside,
            upload=ROOM,
        ),
        act(base + "/{step}", partial(keep_step, journey), permission, "issues"),
    ]


ROUTES = [
    *_routes(OWN, Permission.RAISE),
    *_routes(FOR, Permission.RAISE_FOR),
    *raised.ROUTES,
]
