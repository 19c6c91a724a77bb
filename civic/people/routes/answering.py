"""Requests for correction as the committee answers them."""

from typing import Any

from starlette.responses import Response

from civic.core.message import Message, say
from civic.people.acts import corrections as acts
from civic.people.forms.corrections import AnswerForm
from civic.people.queries.corrections import Request, answered, request, waiting
from civic.people.queries.roll import PER_PAGE
from civic.people.rules.corrections import About, line_of
from civic.people.spoken import door_words
from civic.permissions import Permission
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.web.routing import act, page
from civic.work import UnitOfWork


def list_corrections(call: Call, work: UnitOfWork) -> Response:
    """What waits, oldest first; or what was answered."""
    page_no, state = call.page_no(), "answered" if call.query.get("state") == "answered" else "open"
    found, total = (answered if state == "answered" else waiting)(work, page_no)
    return call.page(
        "people/corrections.html",
        state=state,
        total=total,
        requests=[_worded(each) for each in found],
        page_no=page_no,
        pages=max(1, -(-total // PER_PAGE)),
        href_for=lambda number: call.to(f"/admin/corrections?state={state}&page={number}"),
    )


def _worded(found: Request) -> tuple[Request, Message, Message | None]:
    line = line_of(found.correction.about)
    return found, line, door_words(found.home) if found.home else None


def show_correction(call: Call, work: UnitOfWork) -> Response:
    """One request, and its answer."""
    return _answering(call, work, blank())


def _answering(call: Call, work: UnitOfWork, form: Filled[Any]) -> Response:
    found, line, home = _worded(request(work, call.number("correction")))
    return call.page(
        "people/correction.html",
        status=422 if form.errors else 200,
        form=form,
        found=found,
        line=line,
        home=home,
        mend=_mend(found),
        may=acts.may_answer_correction(work, found.correction),
    )


def _mend(found: Request) -> tuple[str, Message]:
    """Where the line that is wrong is corrected, and back here."""
    asked = found.correction
    if asked.about in {About.NAME, About.PHONE, About.BORN_ON}:
        return f"/admin/people/{asked.person_id}/edit?correction={asked.id}", say("Correct the entry")
    if found.home is None or asked.about == About.OTHER:
        return f"/admin/people/{asked.person_id}", say("The whole entry")
    to = f"/admin/dwellings/{found.home.dwelling_id}?from=correction-{asked.id}"
    return to, say("Home, household, owners")


def answer_correction(call: Call, work: UnitOfWork) -> Response:
    """Corrected, or not and why."""
    correction_id, form = call.number("correction"), call.form(AnswerForm)
    acts.may_answer_correction(work, request(work, correction_id).correction).demand()
    given = form.clean
    if given is not None and given.done == "no" and not given.answer:
        form.refuse("answer", say("Please say why the roll stays as it is."))
    if given is None or form.errors:
        return _answering(call, work, form)
    acts.answer_correction(work, correction_id, done=given.done == "yes", answer=given.answer or "")
    return call.done("/admin/corrections", say("Answered. Whoever asked can read it."))


P = Permission
ROUTES = [
    page("/admin/corrections", list_corrections, P.ANSWER_CORRECTION, "me"),
    page("/admin/corrections/{correction}", show_correction, P.ANSWER_CORRECTION, "me"),
    act("/admin/corrections/{correction}", answer_correction, P.ANSWER_CORRECTION, "me"),
]
