"""The pages of the sealed box. No address and no title says about whom."""

from datetime import datetime
from functools import partial
from typing import Any

from starlette.responses import Response

from civic.core.errors import TooOften
from civic.core.message import Message, say
from civic.people.queries.offices import of_today
from civic.people.rules.limits import CODE_ADDRESS, network
from civic.permissions import NAMES, Permission
from civic.sealed import acts, queries, rules
from civic.sealed.forms import AnswerForm, CodeForm, ComplaintForm, PaperForm
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.web.routing import act, page
from civic.work import UnitOfWork


def show_sealed(call: Call, work: UnitOfWork) -> Response:
    """What the box is for, how many complaints came this year, and the ways in."""
    year = work.today.year
    begins, ends = (datetime(each, 1, 1, tzinfo=work.zone) for each in (year, year + 1))
    shown, rest = rules.merged(queries.counts(work, begins, ends))
    rows = [(rules.body_name(body), n) for body, n in shown]
    return call.page(
        "sealed/about.html", year=year, rows=rows, rest=rest, first=rules.FIRST_DAYS, whole=rules.WHOLE_DAYS,
        may_file=acts.may_file_complaint(work), may_keep=acts.may_enter_complaint(work),
    )  # fmt: skip


def ask_complaint(call: Call, work: UnitOfWork, *, paper: bool = False) -> Response:
    """About whom, what, and whether the supervisors may know by whom; or what came on paper."""
    return _ask(call, work, blank(), paper=paper)


def file_complaint(call: Call, work: UnitOfWork) -> Response:
    """It lies in the box; next is the receipt."""
    form = call.form(ComplaintForm)
    if form.clean is None:
        return _ask(call, work, form)
    acts.file_complaint(work, form.clean.about, form.clean.text, named=form.clean.named == "yes")
    return call.done("/sealed/mine", say("Your complaint lies in the sealed box."))


def enter_complaint(call: Call, work: UnitOfWork) -> Response:
    """Next is the receipt to be printed."""
    form = call.form(PaperForm)
    if form.clean is None:
        return _ask(call, work, form, paper=True)
    found = acts.enter_complaint(work, form.clean.about, form.clean.text)
    return call.done(
        f"/sealed/box/{found.id}", say("It lies in the sealed box. Please hand out the receipt.")
    )


def _ask(call: Call, work: UnitOfWork, form: Filled[Any], *, paper: bool = False) -> Response:
    return call.page(
        "sealed/new.html", status=422 if form.errors else 200, form=form, paper=paper, choices=_choices(work)
    )


def _choices(work: UnitOfWork) -> list[tuple[str, Message]]:
    """Bodies as a whole, then whoever is in office, with their post."""
    kinds = {kind.value for kind in rules.PEOPLE}
    people = [
        (f"o{each.office_id}", say("%(name)s, %(post)s", name=each.name, post=rules.body_name(each.kind)))
        for each in of_today(work)
        if each.kind in kinds
    ]
    return [("", say("Choose an office or a person")), *((b.value, NAMES[b]) for b in rules.BODIES), *people]


def show_mine(call: Call, work: UnitOfWork) -> Response:
    """One's own: number, code, by when, what was answered."""
    rows = [(each, queries.code_of(work, each)) for each in queries.own(work)]
    return call.page("sealed/mine.html", rows=rows, today=work.today)


def ask_code(call: Call, work: UnitOfWork) -> Response:
    """The code from the receipt."""
    return call.page("sealed/code.html", form=blank(), complaint=None)


def show_by_code(call: Call, work: UnitOfWork) -> Response:
    """What was answered; every try is counted."""
    form = call.form(CodeForm)
    if form.clean is None:
        return call.page("sealed/code.html", status=422, form=form, complaint=None)
    if until := call.house.knock(work, (CODE_ADDRESS, network(call.address))):
        seconds = int((until - work.now).total_seconds())
        raise TooOften(say("These were many codes. Please try again from %(at)s.", at=until), seconds)
    found = queries.by_code(work, form.clean.code)
    if found is None:
        form.refuse("code", say("This code leads nowhere. Please compare it with your receipt."))
        return call.page("sealed/code.html", status=422, form=form, complaint=None)
    return call.page("sealed/code.html", form=form, complaint=found, today=work.today)


def show_box(call: Call, work: UnitOfWork) -> Response:
    """What lies in it, for supervisors who are not close to it."""
    return call.page("sealed/box.html", rows=queries.in_box(work), today=work.today, name=rules.body_name)


def show_complaint(call: Call, work: UnitOfWork) -> Response:
    """One of them, with its answer form, and the receipt where it came on paper."""
    return _complaint(call, work, blank())


def _complaint(call: Call, work: UnitOfWork, form: Filled[Any]) -> Response:
    work.require(Permission.KEEP_COMPLAINTS)
    filed = queries.from_box(work, call.number("complaint"))
    code = queries.code_of(work, filed.complaint) if filed.complaint.channel == "paper" else ""
    return call.page(
        "sealed/complaint.html", status=422 if form.errors else 200, filed=filed, complaint=filed.complaint,
        code=code, form=form, today=work.today, body=rules.body_name(filed.complaint.body),
        may_answer=acts.may_answer_complaint(work, filed.complaint),
        address=call.short_address(call.to("/sealed/code")),
    )  # fmt: skip


def answer_complaint(call: Call, work: UnitOfWork) -> Response:
    """The first answer, or the last one."""
    form = call.form(AnswerForm)
    if form.clean is None:
        return _complaint(call, work, form)
    ident = call.number("complaint")
    acts.answer_complaint(work, ident, form.clean.text, final=form.clean.final == "yes")
    return call.done(
        f"/sealed/box/{ident}", say("The answer is there for whoever complained, and for nobody else.")
    )


P = Permission
ROUTES = [
    page("/sealed", show_sealed, P.READ),
    page("/sealed/new", ask_complaint, P.COMPLAIN),
    act("/sealed/new", file_complaint, P.COMPLAIN),
    page("/sealed/mine", show_mine, P.COMPLAIN),
    page("/sealed/code", ask_code, P.READ),
    act("/sealed/code", show_by_code, P.READ),
    page("/sealed/box", show_box, P.KEEP_COMPLAINTS),
    page("/sealed/box/new", partial(ask_complaint, paper=True), P.KEEP_COMPLAINTS),
    act("/sealed/box/new", enter_complaint, P.KEEP_COMPLAINTS),
    page("/sealed/box/{complaint}", show_complaint, P.KEEP_COMPLAINTS),
    act("/sealed/box/{complaint}/answer", answer_complaint, P.KEEP_COMPLAINTS),
]
