"""Showing private data for ten minutes, and the log of who did."""

from urllib.parse import urlencode

from starlette.responses import Response

from civic.core.message import say
from civic.people.acts.looks import show_person as log_and_show
from civic.people.forms.keeping import ShowForm
from civic.people.queries.looks import looks, viewers
from civic.people.queries.roll import PER_PAGE
from civic.people.spoken import LOOKED
from civic.permissions import NAMES, Permission
from civic.web.call import LARGEST, Call
from civic.web.errors import UNREAD, error_page
from civic.web.forms import blank
from civic.web.routing import act, page
from civic.work import UnitOfWork


def show_person(call: Call, work: UnitOfWork) -> Response:
    """Log the look, and back to the page, which now shows telephone and birthday."""
    person_id, typed = call.number("person"), call.form(ShowForm).clean
    if typed is None:
        return error_page(call, 422, UNREAD)
    log_and_show(work, person_id)
    return call.done(_back(typed, person_id), say("Shown for ten minutes, to you alone. The look is logged."))


def _back(typed: ShowForm, person_id: int) -> str:
    if typed.back == "calls" and typed.issue:
        return f"/issues/{typed.issue}/call-backs"
    here = f"/admin/people/{person_id}"
    if typed.back == "edit":
        return f"{here}/edit?correction={typed.correction}" if typed.correction else f"{here}/edit"
    return here


def show_looks(call: Call, work: UnitOfWork) -> Response:
    """Who looked at whose data, the newest first."""
    by, what = call.query.get("by", ""), call.query.get("what", "")
    viewer = int(by) if by.isascii() and by.isdigit() and len(by) < 11 and int(by) <= LARGEST else None
    what = what if what in LOOKED else ""
    log = looks(work, call.page_no(), viewer_id=viewer, what=what)
    pages = max(1, -(-log.count // PER_PAGE))
    page_no = min(call.page_no(), pages)
    if page_no != call.page_no():
        log = looks(work, page_no, viewer_id=viewer, what=what)
    asked = {"by": viewer or "", "what": what}
    return call.page(
        "people/looks.html",
        log=log,
        page_no=page_no,
        pages=pages,
        form=blank(by=str(viewer or ""), what=what),
        filtered=viewer is not None or bool(what),
        viewers=[("", say("Everybody")), *viewers(work)],
        kinds=[("", say("Every kind")), *LOOKED.items()],
        words=LOOKED,
        posts={standing.value: name for standing, name in NAMES.items()},
        href_for=lambda number: call.to(f"/admin/looks?{urlencode({**asked, 'page': number})}"),
    )


P = Permission
ROUTES = [
    act("/admin/people/{person}/show", show_person, P.SHOW_PERSON, "me"),
    page("/admin/looks", show_looks, P.READ_LOOKS, "me"),
]
