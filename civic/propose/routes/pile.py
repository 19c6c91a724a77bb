"""A pile of paper: what all have in common, and what is entered so far."""

from datetime import date
from typing import Any

from starlette.responses import Response

from civic.core.message import building, say
from civic.people.queries.places import buildings
from civic.permissions import Permission
from civic.propose import drafts, piles
from civic.propose.pile_forms import PileForm
from civic.propose.rules import CHANNELS
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.web.routing import act, page
from civic.work import UnitOfWork

BASE = "/issues/pile"


def show_pile(call: Call, work: UnitOfWork) -> Response:
    """What was entered so far, and how it goes on; first what all have in common."""
    answers = drafts.kept(work, piles.JOURNEY)
    common = piles.about(answers)
    if common is None:
        return call.redirect(call.to(f"{BASE}/about"))
    entries = piles.slips(answers)
    return call.page(
        "propose/pile.html", entries=entries, problems=piles.problems(work, entries), full=len(entries) >= piles.MOST,
        **in_words(common),
    )  # fmt: skip


def in_words(common: drafts.Answers) -> dict[str, Any]:
    """What all of the pile have in common, for its pages; nothing where that is not said yet."""
    if not common:
        return {}
    return {
        "channel": CHANNELS[common["channel"]],
        "received_on": date.fromisoformat(common["received_on"]),
        "collected": building(common["place"]) if common["place"] else None,
    }


def ask_about(call: Call, work: UnitOfWork) -> Response:
    """How the pile came, when, and where it was collected."""
    common = piles.about(drafts.kept(work, piles.JOURNEY)) or {}
    known = {name: str(value) for name, value in common.items() if value is not None}
    return _about(call, work, blank(**known))


def keep_about(call: Call, work: UnitOfWork) -> Response:
    """Keep it and go on to the first slip; what was entered so far stays."""
    form, answers = call.form(PileForm), drafts.kept(work, piles.JOURNEY)
    known = {each.id: each.name for each in buildings(work.session, work.community.id)}
    if form.clean is not None:
        verdict = piles.may_be_of(form.clean.received_on, work.today)
        if not verdict and verdict.because:
            form.refuse("received_on", verdict.because)
        if form.clean.building_id not in {None, *known}:
            form.refuse("building_id", say("Please choose a building from the list."))
    if form.clean is None or form.errors:
        return _about(call, work, form)
    common = {**form.clean.model_dump(mode="json"), "place": known.get(form.clean.building_id or 0, "")}
    drafts.keep(work, piles.JOURNEY, {**answers, "about": common})
    return call.redirect(call.to(BASE if piles.slips(answers) else f"{BASE}/slips/new"))


def _about(call: Call, work: UnitOfWork, form: Filled[Any]) -> Response:
    return call.page(
        "propose/pile_about.html", status=422 if form.errors else 200, form=form,
        channels=[(code, words) for code, words in CHANNELS.items() if code != "online"],
        buildings=[(each.id, building(each.name)) for each in buildings(work.session, work.community.id)],
    )  # fmt: skip


def discard(call: Call, work: UnitOfWork) -> Response:
    """Throw the whole pile away."""
    drafts.throw_away(work, piles.JOURNEY)
    return call.done("/issues", say("What you typed was thrown away."))


P = Permission
ROUTES = [
    page(BASE, show_pile, P.RAISE_FOR, "issues"),
    page(f"{BASE}/about", ask_about, P.RAISE_FOR, "issues"),
    act(f"{BASE}/about", keep_about, P.RAISE_FOR, "issues"),
    act(f"{BASE}/discard", discard, P.RAISE_FOR, "issues"),
]
