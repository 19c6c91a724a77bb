"""The matter is there already: one tap stands behind it and puts the draft by; one more takes that back."""

from functools import partial

from starlette.responses import Response

from civic.core.errors import NotFound
from civic.core.message import say
from civic.people.tables import Person
from civic.permissions import Permission
from civic.propose import acts, drafts
from civic.propose.forms import JoinForm
from civic.propose.queries.similar import Similar, shown_similar
from civic.propose.routes.ways import OWN, Journey
from civic.propose.rules.born import BORN_PRIVATE
from civic.propose.tables import Draft, Issue
from civic.web.call import Call
from civic.web.routing import Route, act, page
from civic.work import UnitOfWork


def similar_to(call: Call, work: UnitOfWork, answers: drafts.Answers) -> list[Similar]:
    """Open issues that the answers sound like, as the check page shows them: two statements."""
    ids = call.house.similar(
        work, answers["title"], answers["facts"], answers.get("building_id"), answers["category"]
    )
    return shown_similar(work, ids, answers.get("person_id") or work.person_id)


def join(journey: Journey, call: Call, work: UnitOfWork) -> Response:
    """This is mine too: nothing is asked."""
    answers = journey.complete(drafts.kept(work, journey.name))
    form = call.form(JoinForm)
    if form.clean is None:
        raise NotFound
    issue = work.one(Issue, reference=form.clean.reference)
    if journey is OWN:
        acts.endorse_issue(work, issue.id, _words(answers))
    else:
        acts.endorse_for(work, issue.id, answers["person_id"], _words(answers))
    drafts.put_by(work, journey.name, issue.id)
    return call.done(f"{journey.base}/joined")


def _words(answers: drafts.Answers) -> acts.Words:
    """What was typed goes along, for the same readers as if it had been sent."""
    text = "\n".join(answers[name] for name in ("title", "facts", "wish"))
    return acts.Words(
        text, private=answers["category"] in BORN_PRIVATE, hide_building=answers.get("hide_building") == "yes"
    )


def show_joined(journey: Journey, call: Call, work: UnitOfWork) -> Response:
    """Where it stands, and until when the draft is kept."""
    draft = drafts.taken_by(work, journey.name)
    if draft is None:
        return call.redirect(call.to(journey.base))
    person_id = draft.answers.get("person_id") or work.person_id
    found = shown_similar(work, [draft.answers[drafts.JOINED]], person_id)[0]
    return call.page("propose/joined.html", journey=journey, draft=draft, answers=draft.answers, found=found)


def undo(journey: Journey, call: Call, work: UnitOfWork) -> Response:
    """It is another matter: the draft is taken up again, and whoever may still take it back stands behind no more."""
    draft = _put_by(journey, work)
    issue_id: int = draft.answers[drafts.JOINED]
    neighbour_id: int = draft.answers.get("person_id", 0)
    drafts.take_up(work, journey.name)
    if journey is OWN:
        _withdraw(work, issue_id)
    else:
        _withdraw_for(work, issue_id, neighbour_id)
    return call.done(f"{journey.base}/check", say("The draft is here again."))


def _put_by(journey: Journey, work: UnitOfWork) -> Draft:
    draft = drafts.taken_by(work, journey.name)
    if draft is None:
        raise NotFound
    return draft


def _withdraw(work: UnitOfWork, issue_id: int) -> None:
    stands = acts.has_endorsed(work, issue_id)
    if acts.may_withdraw_endorsement(work, work.get(Issue, issue_id), stands=stands):
        acts.withdraw_endorsement(work, issue_id)


def _withdraw_for(work: UnitOfWork, issue_id: int, person_id: int) -> None:
    if acts.may_withdraw_for(work, work.get(Issue, issue_id), work.get(Person, person_id)):
        acts.withdraw_for(work, issue_id, person_id)


def discard(journey: Journey, call: Call, work: UnitOfWork) -> Response:
    """Throw away what was put by."""
    issue = work.get(Issue, _put_by(journey, work).answers[drafts.JOINED])
    drafts.throw_away(work, drafts.joined(journey.name))
    return call.done(f"/issues/{issue.reference}", say("What you typed was thrown away."))


def routes_of(journey: Journey, permission: Permission) -> list[Route]:
    """The pages of one way of raising."""
    base = f"{journey.base}/joined"
    return [
        page(base, partial(show_joined, journey), permission, "issues"),
        act(base, partial(join, journey), permission, "issues"),
        act(f"{base}/undo", partial(undo, journey), permission, "issues"),
        act(f"{base}/discard", partial(discard, journey), permission, "issues"),
    ]
