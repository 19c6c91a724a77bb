"""Off the roll: died or moved away for good, checked once before it counts; and back."""

from typing import Any

from starlette.responses import Response

from civic.core.message import Message, say, say_n
from civic.people.acts.leaving import may_go, may_person_gone, may_person_returns, person_gone, person_returns
from civic.people.acts.people import may_edit_person
from civic.people.edit_words import GONE
from civic.people.forms.people import GoneForm, PressForm
from civic.people.queries.people import helpings, last_home
from civic.people.queries.person import Share, file_of
from civic.people.queries.roll import household
from civic.people.routes.persons.whom import Whom, refuse_first, whom
from civic.people.spoken import door_words, office_words
from civic.people.tables import PersonKind, Relation
from civic.permissions import Permission
from civic.web.call import Call
from civic.web.errors import UNREAD, error_page
from civic.web.forms import Filled, blank
from civic.web.routing import act, page
from civic.work import UnitOfWork


def ask_gone(call: Call, work: UnitOfWork) -> Response:
    """Why and since when; for whoever is off the roll, the way back."""
    about = whom(call, work)
    if about.person.gone_on is not None:
        last = last_home(work, about.person.id)
        return call.page(
            "people/person_back.html", about=about, may=may_person_returns(work, about.person), last=last,
            last_words=door_words(last) if last else None,
        )  # fmt: skip
    return _ask(call, work, about, blank())


def enter_gone(call: Call, work: UnitOfWork) -> Response:
    """The page to check, back to what was typed, or off the roll."""
    about, form = whom(call, work), call.form(GoneForm)
    may_edit_person(work, about.person).demand()
    typed = form.clean
    if typed is None or typed.step == "change":
        return _ask(call, work, about, form)
    died, person = typed.why == "died", about.person
    asked = {
        "why": may_go(work, person, died=died),
        "gone_on": may_person_gone(work, person, typed.gone_on, died=died),
    }
    refuse_first(form, asked.items())
    if form.errors:
        return _ask(call, work, about, form)
    if typed.step == "check":
        return call.page(
            "people/person_gone_check.html", form=form, typed=typed, words=GONE[typed.why],
            rolls=call.house.rolls_now(work, [person.id]), **_follows(work, about),
        )  # fmt: skip
    person_gone(work, person.id, typed.gone_on, died=died)
    return call.done(f"/admin/people/{person.id}", say("%(name)s is off the roll.", name=person.name))


def _ask(call: Call, work: UnitOfWork, about: Whom, form: Filled[Any]) -> Response:
    person = about.person.kind == PersonKind.PERSON
    return call.page(
        "people/person_gone.html", status=422 if form.errors else 200, form=form,
        whys=[(key, words) for key, words in GONE.items() if person or key == "left"],
        may=may_edit_person(work, about.person), **_follows(work, about),
    )  # fmt: skip


def _follows(work: UnitOfWork, about: Whom) -> dict[str, Any]:
    """What ends with it, for the page to say."""
    file = file_of(work, about.reach, about.entry)
    helps = len(helpings(work, about.person.id))
    return {
        "about": about,
        "shares": [
            (share.place.dwelling_id, door_words(share.place), _stays(share)) for share in file.shares
        ],
        "headless": _headless(work, about),
        "terms": [office_words(term) for term in file.terms if not term.over],
        "helps": say_n("%(n)s consent to act for another", "%(n)s consents to act for another", helps)
        if helps
        else None,
        "account": about.entry.account,
    }


def _stays(share: Share) -> Message:
    """What becomes of a share whose owner is gone (rules/entitlement/owners)."""
    door = door_words(share.place)
    if share.den == share.num:
        return say(
            "%(door)s: the ownership stays until the register says otherwise; until then nobody votes for it.",
            door=door,
        )
    if share.named_voter:
        return say(
            "%(door)s: the share stays; nobody votes for it until the other owners name somebody.", door=door
        )
    return say("%(door)s: the share stays; whom the owners named goes on voting for it.", door=door)


def _headless(work: UnitOfWork, about: Whom) -> bool:
    """Whether others of the household stay behind without a householder."""
    return about.entry.relation == Relation.HOUSEHOLDER and bool(household(work, about.reach, about.entry))


def bring_back(call: Call, work: UnitOfWork) -> Response:
    """On the roll again."""
    person_id = call.number("person")
    if call.form(PressForm).clean is None:
        return error_page(call, 422, UNREAD)
    person_returns(work, person_id)
    return call.done(f"/admin/people/{person_id}", say("Back on the roll. Please enter the home anew."))


P = Permission
ROUTES = [
    page("/admin/people/{person}/gone", ask_gone, P.EDIT_ROLL, "me"),
    act("/admin/people/{person}/gone", enter_gone, P.EDIT_ROLL, "me"),
    act("/admin/people/{person}/return", bring_back, P.EDIT_ROLL, "me"),
]
