"""The board of notices: read, print, object, answer."""

from starlette.responses import Response

from civic.core.message import say
from civic.notices import acts, queries
from civic.notices.forms import AnswerForm, ObjectionForm
from civic.notices.tables import Notice
from civic.permissions import Permission
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.web.routing import act, page
from civic.work import UnitOfWork


def list_notices(call: Call, work: UnitOfWork) -> Response:
    """All notices, newest first."""
    found, pages = queries.notices(work, call.page_no())
    return call.page(
        "notices/list.html",
        notices=found,
        page_no=call.page_no(),
        pages=pages,
        href_for=lambda number: call.to(f"/notices?page={number}"),
    )


def show_notice(call: Call, work: UnitOfWork) -> Response:
    """One notice with its objections and their answers."""
    return _shown(call, work, work.get(Notice, call.number("notice")))


def print_notice(call: Call, work: UnitOfWork) -> Response:
    """The sheet for the board in the stairwell."""
    notice = work.get(Notice, call.number("notice"))
    return call.page("notices/print.html", notice=notice, address=call.short_address(f"/n/{notice.code}"))


def object_to_notice(call: Call, work: UnitOfWork) -> Response:
    """Take an objection with its reason."""
    notice = work.get(Notice, call.number("notice"))
    acts.may_object(work, notice).demand()
    form = call.form(ObjectionForm)
    if form.clean is None:
        return _shown(call, work, notice, form=form)
    acts.object_to_notice(work, notice.id, form.clean.text)
    return call.done(f"/notices/{notice.id}", say("Your objection is recorded. It will be answered here."))


def answer_objection(call: Call, work: UnitOfWork) -> Response:
    """Take the public answer."""
    notice = work.get(Notice, call.number("notice"))
    form = call.form(AnswerForm)
    if form.clean is None:
        return _shown(call, work, notice, answer=form)
    acts.answer_objection(
        work, call.number("objection"), form.clean.answer, upheld=form.clean.upheld == "yes"
    )
    return call.done(f"/notices/{notice.id}", say("The answer is public now."))


def _shown(
    call: Call, work: UnitOfWork, notice: Notice, form: Filled[ObjectionForm] | None = None,
    answer: Filled[AnswerForm] | None = None,
) -> Response:  # fmt: skip
    objections = queries.objections_to(work, notice.id)
    return call.page(
        "notices/show.html",
        status=422 if form or answer else 200,
        notice=notice,
        reference=queries.reference_of(work, notice),
        objections=[(o, acts.may_answer_objection(work, o)) for o in objections],
        may_object=acts.may_object(work, notice),
        comments_until=queries.comments_until(work, notice),
        form=form or blank(),
        answer=answer or blank(),
    )


P = Permission
ROUTES = [
    page("/notices", list_notices, P.READ, "board"),
    page("/notices/{notice}", show_notice, P.READ, "board"),
    page("/notices/{notice}/print", print_notice, P.READ, "board"),
    act("/notices/{notice}/objections", object_to_notice, P.OBJECT, "board"),
    act("/notices/{notice}/objections/{objection}/answer", answer_objection, P.ANSWER_OBJECTION, "board"),
]
