"""Take a list into the roll: the template, the upload, the preview, the commit."""

from starlette.responses import Response

from civic.core.message import Message, say, say_n
from civic.people.acts.importing import (
    commit_list,
    discard_list,
    may_commit_list,
    plan_of,
    preview_list,
)
from civic.people.forms.importing import CommitForm, DecideForm, UploadForm
from civic.people.preview import line_of, refused_headings, refused_row
from civic.people.queries.batches import uploaded
from civic.people.routes.previewing import refused
from civic.people.routes.saving import saved_as
from civic.people.rules.importing.planned import Outcome, Plan
from civic.people.sheets.read import read_sheet
from civic.people.sheets.sheet import Sheet, Unreadable
from civic.people.sheets.template import template_xlsx
from civic.people.sheets.writing import write_xlsx
from civic.people.tables import ImportBatch
from civic.permissions import Permission
from civic.web.call import Call
from civic.web.errors import UNREAD, error_page
from civic.web.forms import blank
from civic.web.routing import act, page
from civic.web.words import text_of
from civic.work import UnitOfWork

MOST_BYTES = 2 * 1024 * 1024
"""Of an uploaded list (security paper, section 1.5)."""
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Read = tuple[str, Sheet, Plan] | Unreadable


def read_list(call: Call) -> Read:
    """Read the file in its child and plan it, while nobody waits for the writer."""
    if call.upload is None:
        return Unreadable(say("Please choose the file first."))
    name, body = call.upload
    sheet = read_sheet(name, body)
    if isinstance(sheet, Unreadable):
        return sheet
    with call.opened(write=False) as work:
        return name, sheet, plan_of(work, sheet)


def show_import(call: Call, work: UnitOfWork) -> Response:
    """How to begin: the template, then the file; below, what was brought before."""
    return call.page("people/import.html", form=blank(), batches=uploaded(work))


def fetch_template(call: Call, work: UnitOfWork) -> Response:
    """The list to fill in, in the reader's language."""
    return _file(call, template_xlsx(call.look.language), say("roll-template"))


def upload_list(call: Call, work: UnitOfWork) -> Response:
    """Keep what was read and show what it would do; nothing of the roll is changed yet."""
    form, read = call.form(UploadForm), call.prepared
    if isinstance(read, Unreadable):
        form.refuse("file", read.because)
    if form.clean is None or form.errors:
        return call.refused("people/import.html", form, batches=uploaded(work))
    batch = preview_list(work, *read)
    return call.done(f"/admin/import/{batch.id}")


def fetch_refused(call: Call, work: UnitOfWork) -> Response:
    """The refused rows with their reasons, to mend them in Excel."""
    batch = work.get(ImportBatch, call.number("batch"))
    lines = [line_of(row) for row in batch.sheet["preview"] if row[1] == Outcome.REFUSED]
    language = call.look.language
    headings = [text_of(each, language) for each in refused_headings()]
    rows = [[text_of(cell, language) for cell in refused_row(line)] for line in lines]
    return _file(call, write_xlsx(headings, rows), say("rows-to-mend"))


def commit(call: Call, work: UnitOfWork) -> Response:
    """All of it into the roll."""
    form, batch = call.form(CommitForm), work.get(ImportBatch, call.number("batch"))
    if form.clean is None:
        return error_page(call, 422, UNREAD)
    if batch.figures.get("unsaid") and form.clean.registered is None and may_commit_list(work, batch):
        form.refuse("registered", say("Please choose: the list does not say it."))
        return refused(call, work, batch, form)
    commit_list(work, batch.id, registered=True if form.clean.registered == "yes" else None)
    rows = batch.figures["new"] + batch.figures["changed"]
    return call.done(
        f"/admin/import/{batch.id}",
        say_n("Done: %(n)s row is on the roll.", "Done: %(n)s rows are on the roll.", rows),
    )


def discard(call: Call, work: UnitOfWork) -> Response:
    """Forget what was read."""
    if call.form(DecideForm).clean is None:
        return error_page(call, 422, UNREAD)
    discard_list(work, call.number("batch"))
    return call.done("/admin/import", say("The list is thrown away; the roll is as it was."))


def _file(call: Call, body: bytes, name: Message) -> Response:
    kept = {"Content-Disposition": saved_as(call, name, "xlsx"), "X-Content-Type-Options": "nosniff"}
    return Response(body, media_type=XLSX, headers=kept)


P = Permission
ROUTES = [
    page("/admin/import", show_import, P.IMPORT_ROLL, "me"),
    page("/admin/import/template.xlsx", fetch_template, P.IMPORT_ROLL, "me"),
    act("/admin/import", upload_list, P.IMPORT_ROLL, "me", before=read_list, upload=MOST_BYTES),
    page("/admin/import/{batch}/refused.xlsx", fetch_refused, P.IMPORT_ROLL, "me"),
    act("/admin/import/{batch}/commit", commit, P.IMPORT_ROLL, "me"),
    act("/admin/import/{batch}/discard", discard, P.IMPORT_ROLL, "me"),
]
