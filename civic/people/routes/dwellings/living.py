"""Somebody moves in; as what somebody lives there is corrected."""

from typing import Any

from starlette.responses import Response

from civic.core.days import LONG_AGO, known
from civic.core.message import Message, say
from civic.people.acts import households as acts
from civic.people.forms.dwellings import MoveInForm, StayForm
from civic.people.queries.dwellings import Unit, inside, unit_of
from civic.people.queries.reach import reach_of
from civic.people.routes.dwellings.ways import about, ask_who, chosen, home, unit_here
from civic.people.routes.typed import tried
from civic.people.rules.importing.fault import listed
from civic.people.spoken import RELATIONS, door_words
from civic.people.tables import Person, Relation, Residence
from civic.permissions import Permission
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.web.routing import act, page
from civic.work import UnitOfWork

REGISTERED: dict[str, bool | None] = {"yes": True, "no": False, "open": None}


def ask_in(call: Call, work: UnitOfWork) -> Response:
    """Who; then since when, as what."""
    unit, person = unit_here(call, work), chosen(call, work)
    if person is None:
        return ask_who(call, work, unit, "in")
    acts.may_move_in(work, person, unit.dwelling).demand()
    form = blank()
    return call.page("people/dwelling_in.html", form=form, **_moving(call, work, unit, person))


def move_in(call: Call, work: UnitOfWork) -> Response:
    """On the roll; whoever comes needs a slip of their own."""
    unit, person = unit_here(call, work), work.get(Person, call.number("person"))
    acts.may_move_in(work, person, unit.dwelling).demand()
    form = call.form(MoveInForm)
    told = form.clean
    if told and told.relation is Relation.HOUSEHOLDER:
        _one_head(
            form, acts.may_head(work, unit.dwelling.id, told.household, told.from_on or LONG_AGO).because
        )
    stay = told and tried(
        form, "from_on",
        lambda: acts.move_in(
            work, person.id, unit.dwelling.id, household=told.household, relation=told.relation,
            registered=REGISTERED[told.registered], from_on=told.from_on or LONG_AGO,
        ),
    )  # fmt: skip
    if not stay:
        return call.refused("people/dwelling_in.html", form, **_moving(call, work, unit, person))
    return call.done(
        home(call, unit.dwelling.id),
        say("Entered: lives here from %(day)s on. For an account, issue a new household slip.", day=stay.from_on)
        if known(stay.from_on)
        else say("Entered: lives here. For an account, issue a new household slip."),
    )  # fmt: skip


def _one_head(form: Filled[Any], because: Message | None) -> None:
    if because is not None:
        form.refuse("relation", because)


def _moving(call: Call, work: UnitOfWork, unit: Unit, person: Person) -> dict[str, Any]:
    left = acts.leaves(work, person.id)
    return about(
        call, unit, person=person, left=left,
        left_door=door_words(unit_of(work, reach_of(work), left.dwelling_id).place) if left else None,
        households=_households(work, unit), relations=list(RELATIONS.items()),
    )  # fmt: skip


def _households(work: UnitOfWork, unit: Unit, stay: Residence | None = None) -> list[tuple[int, Message]]:
    """With whom, or a household of one's own; nothing to choose where nobody else lives."""
    found = inside(work, reach_of(work), unit.dwelling.id)
    with_whom: dict[int, list[Message]] = {}
    for each in found.stays:
        gone = found.people[each.person_id].gone_on
        if each.span.lasts(work.today) and gone is None and (stay is None or each.id != stay.id):
            name = Message("%(name)s", {"name": found.people[each.person_id].name})
            with_whom.setdefault(each.household, []).append(name)
    free = [n for n in range(1, 21) if n not in with_whom]
    own = stay.household if stay and stay.household in free else free[0]
    return [
        *((n, say("With %(names)s", names=listed(names))) for n, names in sorted(with_whom.items())),
        (own, say("A household of their own")),
    ]


def ask_change(call: Call, work: UnitOfWork) -> Response:
    """As what somebody lives there, with what the roll has."""
    stay = work.get(Residence, call.number("residence"))
    acts.may_change_stay(work, stay).demand()
    form = blank(
        household=str(stay.household),
        relation=stay.relation,
        registered=next(key for key, value in REGISTERED.items() if value is stay.registered),
    )
    return call.page("people/dwelling_stay.html", form=form, **_staying(call, work, stay))


def change_stay(call: Call, work: UnitOfWork) -> Response:
    """Correct it."""
    stay, form = work.get(Residence, call.number("residence")), call.form(StayForm)
    told = form.clean
    done = told and tried(
        form, "relation",
        lambda: (
            acts.change_stay(
                work, stay.id, household=told.household, relation=told.relation, registered=REGISTERED[told.registered]
            ),
        ),
    )  # fmt: skip
    if not done:
        return call.refused("people/dwelling_stay.html", form, **_staying(call, work, stay))
    said = say("The entry is corrected.") if done[0] else say("Nothing has changed.")
    return call.done(home(call, stay.dwelling_id), said)


def _staying(call: Call, work: UnitOfWork, stay: Residence) -> dict[str, Any]:
    unit = unit_of(work, reach_of(work), stay.dwelling_id)
    return about(
        call, unit, stay=stay, person=work.get(Person, stay.person_id), relations=list(RELATIONS.items()),
        households=_households(work, unit, stay),
    )  # fmt: skip


P = Permission
ROUTES = [
    page("/admin/dwellings/{dwelling}/in", ask_in, P.EDIT_ROLL, "me"),
    page("/admin/dwellings/{dwelling}/in/{person}", ask_in, P.EDIT_ROLL, "me"),
    act("/admin/dwellings/{dwelling}/in/{person}", move_in, P.EDIT_ROLL, "me"),
    page("/admin/residences/{residence}/change", ask_change, P.EDIT_ROLL, "me"),
    act("/admin/residences/{residence}/change", change_stay, P.EDIT_ROLL, "me"),
]
