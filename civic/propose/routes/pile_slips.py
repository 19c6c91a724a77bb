"""One slip of the pile after the other: entered, corrected, taken out."""

from typing import Any

from starlette.responses import Response

from civic.core.errors import NotFound, Refusal
from civic.core.message import Message, say, say_n
from civic.permissions import Permission
from civic.propose import drafts, piles
from civic.propose.drafts import Answers
from civic.propose.pile_forms import SlipForm
from civic.propose.routes.pile import BASE, in_words
from civic.propose.routes.placing import placed, places
from civic.propose.routes.questions import home_of, open_ones
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.web.routing import act, page
from civic.work import UnitOfWork


def show_slip(call: Call, work: UnitOfWork) -> Response:
    """The short form; of a new one the place of the pile is filled in."""
    answers = drafts.kept(work, piles.JOURNEY)
    common = piles.about(answers)
    if common is None:
        return call.redirect(call.to(f"{BASE}/about"))
    place, entries = _place(call, answers), piles.slips(answers)
    known = entries[place] if place < len(entries) else {"building_id": common["building_id"]}
    values = {name: str(value) for name, value in known.items() if value is not None and name != "person"}
    return _slip(call, work, answers, blank(**values))


def keep_slip(call: Call, work: UnitOfWork) -> Response:
    """Keep it and go on to the next; back to the pile from a correction. Was the pile sent meanwhile, as in another
    tab, then another one begins with it."""
    answers = drafts.kept(work, piles.JOURNEY)
    place, entries, form = _place(call, answers), piles.slips(answers), call.form(SlipForm)
    entry = _entry(work, form, piles.about(answers) or {})
    if entry is None or form.errors:
        return _slip(call, work, answers, form)
    if place == len(entries) >= piles.MOST:
        raise Refusal(say("The pile is full."), say("Please check and send it; then begin the next one."))
    piles.keep(work, answers, [*entries[:place], entry, *entries[place + 1 :]])
    return call.done(BASE, say("Kept.")) if place < len(entries) else _next(call, place + 1)


def _next(call: Call, kept: int) -> Response:
    said = say_n("Kept: %(n)s slip in the pile.", "Kept: %(n)s slips in the pile.", kept)
    return call.done(BASE if kept >= piles.MOST else f"{BASE}/slips/new", said)


def _entry(work: UnitOfWork, form: Filled[Any], common: Answers) -> Answers | None:
    """What to keep of the form; None when something is wrong, which then stands in the form's errors."""
    if form.clean is None:
        return None
    typed = form.clean.model_dump(mode="json")
    if typed["category"] not in {each.code for each in open_ones(work)}:
        form.refuse("category", say("Please choose one of the answers."))
    found = piles.whose(work, typed["name"], typed["door"] or "", common.get("place", ""))
    if isinstance(found, Message):
        form.refuse("name", found)
        return None
    whose = {"person_id": found.person_id, "person": {"name": found.name, "home": home_of(found)}}
    return placed(work, form, {**typed, **whose, "floor": None})


def drop_slip(call: Call, work: UnitOfWork) -> Response:
    """Take it out of the pile."""
    answers = drafts.kept(work, piles.JOURNEY)
    place, entries = _place(call, answers), piles.slips(answers)
    piles.keep(work, answers, [*entries[:place], *entries[place + 1 :]])
    return call.done(BASE, say("It is out of the pile."))


def _place(call: Call, answers: Answers) -> int:
    """Its place in the pile, from 0; a new one comes last."""
    entries = piles.slips(answers)
    if call.path["slip"] == "new":
        return len(entries)
    place = call.number("slip") - 1
    if not 0 <= place < len(entries):
        raise NotFound
    return place


def _slip(call: Call, work: UnitOfWork, answers: Answers, form: Filled[Any]) -> Response:
    offered = places(work, None)
    return call.page(
        "propose/pile_slip.html", status=422 if form.errors else 200, form=form, place_no=_place(call, answers) + 1,
        kept=len(piles.slips(answers)), is_new=call.path["slip"] == "new", buildings=offered["buildings"],
        entrances=offered["entrances"], categories=[(each.code, each.name) for each in open_ones(work)],
        **in_words(piles.about(answers) or {}),
    )  # fmt: skip


P = Permission
ROUTES = [
    page(BASE + "/slips/{slip}", show_slip, P.RAISE_FOR, "issues"),
    act(BASE + "/slips/{slip}", keep_slip, P.RAISE_FOR, "issues"),
    act(BASE + "/slips/{slip}/drop", drop_slip, P.RAISE_FOR, "issues"),
]
