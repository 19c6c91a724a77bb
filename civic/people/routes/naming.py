"""Naming a helper: who, as what, until when, then a page to check; one question a page."""

from datetime import date, timedelta
from typing import Any

from starlette.responses import Response

from civic.core.message import Message, say, say_n
from civic.core.verdict import Verdict
from civic.people.acts import helping as acts
from civic.people.acts.limits import knock
from civic.people.forms.helping import NamingForm
from civic.people.help_words import KINDS
from civic.people.queries.helping import Member, members, named_person
from civic.people.queries.naming import meant
from civic.people.routes.joining import too_often
from civic.people.rules.helping import LONGEST_DAYS, most_until
from civic.people.rules.limits import Limit
from civic.permissions import Permission
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.web.routing import act, page
from civic.work import UnitOfWork

STEPS = ("who", "kind", "until", "check")
SPANS = {365: (30, 182, 365), 30: (7, 14, 30)}
"""Days that are offered, by the longest that is allowed."""
NAMING = Limit("naming", 20, timedelta(hours=1))
"""Names that fit no door: whoever tries many is asked to wait."""
UNKNOWN = say("Nobody of that full name is on the roll at that door. Please compare both, or call us.")
CHOOSE = say("Please choose one of the answers.")


def show_naming(call: Call, work: UnitOfWork) -> Response:
    """The first question: who."""
    return _ask(call, work, blank(), "who", None)


def name_helper(call: Call, work: UnitOfWork) -> Response:
    """The next question that is not answered yet; after the check page it is agreed."""
    form = call.form(NamingForm)
    given = form.clean
    if given is None:
        return _ask(call, work, form, _first_wrong(form), None)
    helper = _helper(work, form, given)
    if helper is None:
        return _ask(call, work, form, "who", None)
    step = given.step
    may = _fits(work, helper, given)
    if step in {"kind", "until"} and not getattr(given, step):
        form.refuse(step, CHOOSE)
    elif may.because:
        form.refuse("name" if step == "who" and given.who == "other" else step, may.because)
    elif given.step == "check" and given.kind and given.until:
        acts.agree_help(work, helper_id=helper.person_id, kind=given.kind, until_on=given.until)
        return call.done(
            "/me/helpers", say("%(name)s may act for you until %(day)s.", name=helper.name, day=given.until)
        )
    else:
        step = next((each for each in ("kind", "until") if not getattr(given, each)), "check")
    return _ask(call, work, form, step, helper if step != "who" else None)


def _first_wrong(form: Filled[NamingForm]) -> str:
    """The page on which the first error stands."""
    return next((step for step in ("until", "kind") if step in form.errors), "who")


def _helper(work: UnitOfWork, form: Filled[NamingForm], given: NamingForm) -> Member | None:
    """Whom it means; with the reason at its field where it means nobody."""
    if given.who is None:
        form.refuse("who", CHOOSE)
        return None
    if given.who != "other":
        found = next((each for each in members(work) if str(each.person_id) == given.who), None)
        if found is None:
            form.refuse("who", CHOOSE)
        return found
    if given.name is None:
        form.refuse("name", say("Please fill this in."))
        return None
    person_id = meant(work, given.name, given.door or "")
    if person_id is None:
        if until := knock(work, (NAMING, str(work.person_id))):
            raise too_often(work, until)
        form.refuse("name", UNKNOWN)
        return None
    return named_person(work, person_id)


def _fits(work: UnitOfWork, helper: Member, given: NamingForm) -> Verdict:
    """As far as it was answered: what is still open is taken as what always fits."""
    kind, until = given.kind or "relative", given.until or work.today
    return acts.may_agree_help(work, acts.agreed_now(work, helper.person_id, kind, until))


def _ask(call: Call, work: UnitOfWork, form: Filled[Any], step: str, helper: Member | None) -> Response:
    kind = form.raw("kind") if form.raw("kind") in KINDS else "relative"
    carried = {"who": (), "kind": ("who", "name", "door"), "until": ("who", "name", "door", "kind")}
    return call.page(
        "people/help_name.html",
        status=422 if form.errors else 200,
        form=form,
        step=step,
        number=STEPS.index(step) + 1,
        helper=helper,
        members=members(work) if step == "who" else (),
        carried=carried.get(step, ("who", "name", "door", "kind", "until")),
        kinds=[(kind, words, _longest(kind)) for kind, words in KINDS.items()],
        kind=KINDS[kind],
        days=_days(work.today, kind),
        until=form.clean.until if form.clean else None,
    )


def _longest(kind: str) -> Message:
    days = LONGEST_DAYS[kind]
    if days == 365:
        return say("for a year at most, then both think again")
    return say_n("for %(n)s day at most", "for %(n)s days at most", days)


def _days(today: date, kind: str) -> list[tuple[str, date]]:
    last = most_until(kind, today)
    return [
        (day.isoformat(), day)
        for day in (min(last, today + timedelta(days=n - 1)) for n in SPANS[LONGEST_DAYS[kind]])
    ]


P = Permission
ROUTES = [
    page("/me/helpers/new", show_naming, P.AGREE_HELP, "me"),
    act("/me/helpers/new", name_helper, P.AGREE_HELP, "me"),
]
