"""Somebody owns a share; the co-owners name one of them to vote."""

from fractions import Fraction
from typing import Any

from starlette.responses import Response

from civic.core.days import LONG_AGO
from civic.core.errors import NotFound
from civic.core.message import Message, say
from civic.people.acts import owning as acts
from civic.people.acts.places import may_edit_dwelling
from civic.people.edit_words import share_words
from civic.people.forms.dwellings import OwnForm, VoterForm
from civic.people.queries.dwellings import Unit, holdings_of, inside
from civic.people.queries.reach import reach_of
from civic.people.routes.dwellings.ways import about, ask_who, chosen, home, unit_here
from civic.people.routes.typed import parsed, tried
from civic.people.rules.importing.numbers import share_of
from civic.people.tables import Ownership, Person
from civic.permissions import Permission
from civic.web.call import Call
from civic.web.forms import blank
from civic.web.routing import act, page
from civic.work import UnitOfWork


def ask_own(call: Call, work: UnitOfWork) -> Response:
    """Who; then which share since when: what is left of it is written there already."""
    unit, person = unit_here(call, work), chosen(call, work)
    if person is None:
        return ask_who(call, work, unit, "own")
    acts.may_own(work, person, unit.dwelling).demand()
    context = _sharing(call, work, unit, person)
    form = blank(share=str(context["left"]) if context["left"] else "")
    return call.page("people/dwelling_own.html", form=form, **context)


def own(call: Call, work: UnitOfWork) -> Response:
    """On the roll; of several owners one is named."""
    unit, person = unit_here(call, work), work.get(Person, call.number("person"))
    acts.may_own(work, person, unit.dwelling).demand()
    form = call.form(OwnForm)
    share, told = parsed(form, "share", share_of), form.clean
    if told and share:
        may = acts.may_take_share(work, unit.dwelling.id, Fraction(*share), told.from_on or LONG_AGO)
        if may.because:
            form.refuse("share", may.because)
    row = (told and share) and tried(
        form,
        "from_on",
        lambda: acts.own(work, person.id, unit.dwelling.id, Fraction(*share), told.from_on or LONG_AGO),
    )
    if not row:
        return call.refused("people/dwelling_own.html", form, **_sharing(call, work, unit, person))
    return call.done(home(call, unit.dwelling.id), _said(work, unit.dwelling.id))


def _said(work: UnitOfWork, dwelling_id: int) -> Message:
    if len(acts.owners_today(work, dwelling_id)) > 1:
        return say("The owner is on the roll. Please enter whom the co-owners name to vote.")
    return say("The owner is on the roll.")


def _sharing(call: Call, work: UnitOfWork, unit: Unit, person: Person) -> dict[str, Any]:
    """How much of it has no owner who lasts."""
    lasting = [each.share for each in holdings_of(work, unit.dwelling.id) if each.span.lasts(work.today)]
    return about(call, unit, person=person, left=max(1 - sum(lasting, Fraction(0)), Fraction(0)))


def ask_voter(call: Call, work: UnitOfWork) -> Response:
    """Whom the co-owners named."""
    unit = unit_here(call, work)
    may_edit_dwelling(work, unit.dwelling).demand()
    context = _voters(call, work, unit)
    form = blank(ownership=context["named"]) if context["named"] else blank()
    return call.page("people/dwelling_voter.html", form=form, **context)


def name_voter(call: Call, work: UnitOfWork) -> Response:
    """Nobody else of them votes from now on."""
    unit, form = unit_here(call, work), call.form(VoterForm)
    told = form.clean
    if told and work.get(Ownership, told.ownership).dwelling_id != unit.dwelling.id:
        raise NotFound
    if not (told and tried(form, "ownership", lambda: acts.name_voter(work, told.ownership))):
        return call.refused("people/dwelling_voter.html", form, **_voters(call, work, unit))
    return call.done(home(call, unit.dwelling.id), say("Entered who votes for this dwelling."))


def _voters(call: Call, work: UnitOfWork, unit: Unit) -> dict[str, Any]:
    """The owners of today who are still here."""
    found = inside(work, reach_of(work), unit.dwelling.id)
    today = [
        each for each in found.holdings if each.span.from_on <= work.today and each.span.lasts(work.today)
    ]
    here = [each for each in today if found.people[each.person_id].gone_on is None]
    options = [(each.id, found.people[each.person_id].name, share_words(each.share)) for each in here]
    named = [str(each.id) for each in here if each.named_voter]
    return about(
        call, unit, owners=options, several=len(today) > 1, named=named[0] if len(named) == 1 else ""
    )


P = Permission
ROUTES = [
    page("/admin/dwellings/{dwelling}/own", ask_own, P.EDIT_ROLL, "me"),
    page("/admin/dwellings/{dwelling}/own/{person}", ask_own, P.EDIT_ROLL, "me"),
    act("/admin/dwellings/{dwelling}/own/{person}", own, P.EDIT_ROLL, "me"),
    page("/admin/dwellings/{dwelling}/voter", ask_voter, P.EDIT_ROLL, "me"),
    act("/admin/dwellings/{dwelling}/voter", name_voter, P.EDIT_ROLL, "me"),
]
