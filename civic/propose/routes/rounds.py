"""Rounds of the listening team: figures a building for everybody, the rounds for those who walk and plan them."""

from typing import Any

from starlette.responses import Response

from civic.core.errors import Refusal
from civic.core.message import Message, building, say
from civic.people.queries.places import buildings
from civic.people.tables import Building
from civic.permissions import NAMES, Permission, Standing
from civic.propose import acts
from civic.propose.queries.round_sheet import Walker, team
from civic.propose.queries.rounds import PER_PAGE, Seen, coverage, rounds_seen
from civic.propose.reach import reach_of
from civic.propose.round_forms import RoundForm
from civic.propose.rules.rounds import shown
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.web.routing import act, page
from civic.work import UnitOfWork

P = Permission


def list_rounds(call: Call, work: UnitOfWork) -> Response:
    """How many homes were met within a year, by building; the team sees its rounds too."""
    plans, walks = acts.may_plan_round(work), work.may(P.WALK_ROUND)
    page_no, seen = call.page_no(), Seen()
    if walks and work.actor:
        seen = rounds_seen(work, reach_of(work.actor) if plans else None, page_no)
    return call.page(
        "propose/rounds.html", figures=[(each, shown(each.met, each.homes)) for each in coverage(work)], rounds=seen.rounds,
        plans=plans, walks=walks, page_no=page_no, pages=max(1, -(-seen.total // PER_PAGE)),
        href_for=lambda number: call.to(f"/rounds?page={number}"),
    )  # fmt: skip


def ask_round(call: Call, work: UnitOfWork) -> Response:
    """Where, who, when."""
    return _ask(call, work, blank(walk_on=work.today.isoformat()))


def plan_round(call: Call, work: UnitOfWork) -> Response:
    """The sheet is made; what stands in the way is said where it was typed."""
    form = call.form(RoundForm)
    if form.clean is None:
        return _ask(call, work, form)
    typed = form.clean
    walkable = acts.may_be_walked_by(work, typed.walker_id, work.get(Building, typed.building_id).id)
    if not walkable and walkable.because:
        form.refuse("walker_id", walkable.because)
        return _ask(call, work, form)
    try:
        found = acts.plan_round(work, **typed.model_dump())
    except Refusal as refusal:
        if refusal.status != Refusal.status:
            raise
        form.refuse("building_id", refusal.because)
        return _ask(call, work, form)
    return call.done(f"/rounds/{found.id}", say("The round is planned. Its sheet can be printed."))


def _ask(call: Call, work: UnitOfWork, form: Filled[Any]) -> Response:
    here = _mine(work)
    last = max((each.entrances for each in here), default=1)
    known = {each.id for each in here}
    walkers = [each for each in team(work) if each.building_id in {None, *known}]
    return call.page(
        "propose/round_new.html", status=422 if form.errors else 200, form=form,
        buildings=[(each.id, building(each.name)) for each in here],
        entrances=[(n, say("Entrance %(n)s", n=n)) for n in range(1, last + 1)],
        walkers=list({each.person_id: (each.person_id, called(each)) for each in walkers}.values()),
    )  # fmt: skip


def _mine(work: UnitOfWork) -> list[Building]:
    """The buildings where the reader may plan one."""
    assert work.actor is not None
    reach, known = reach_of(work.actor), buildings(work.session, work.community.id)
    over = {where for where, _entrance in reach.entrances}
    return [each for each in known if reach.holds(each.id, None) or each.id in over]


def called(walker: Walker) -> Message:
    """Name, office, and over which building."""
    office = NAMES[Standing(walker.kind)]
    if not walker.building:
        return say("%(name)s, %(office)s", name=walker.name, office=office)
    return say(
        "%(name)s, %(office)s, %(building)s", name=walker.name, office=office, building=building(walker.building)
    )  # fmt: skip


ROUTES = [
    page("/rounds", list_rounds, P.READ, "issues"),
    page("/rounds/new", ask_round, P.PLAN_ROUND, "issues"),
    act("/rounds/new", plan_round, P.PLAN_ROUND, "issues"),
]
