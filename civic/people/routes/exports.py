"""Lists out of the roll: asked for, then fetched for a quarter of an hour by whoever asked."""

from collections.abc import Callable
from typing import Any

from starlette.responses import Response

from civic.core.message import building, say
from civic.people.acts.exports import may_take_export, take_export
from civic.people.forms.keeping import ExportForm
from civic.people.listing import headings, rows_of
from civic.people.queries.exports import lines, own_export, taken
from civic.people.queries.places import buildings
from civic.people.routes.saving import saved_as
from civic.people.rules.keeping import KEPT
from civic.people.sheets.writing import write_csv, write_xlsx
from civic.permissions import Permission
from civic.web.call import Call
from civic.web.forms import blank
from civic.web.routing import act, page
from civic.web.words import text_of
from civic.work import UnitOfWork

MINUTES = int(KEPT.total_seconds()) // 60
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Write = Callable[[list[str], list[list[str]]], bytes]


def show_exports(call: Call, work: UnitOfWork) -> Response:
    """Ask for a list; below it, which were taken out."""
    return call.page("people/exports.html", form=blank(), **_around(work))


def ask_export(call: Call, work: UnitOfWork) -> Response:
    """Log it, and on to the page with the two files."""
    form = call.form(ExportForm)
    asked = form.clean
    if (
        asked
        and asked.building
        and asked.building not in {b.id for b in buildings(work.session, work.community.id)}
    ):
        form.refuse("building", say("Please choose one of the answers."))
    masked, reason = asked is not None and asked.data == "masked", (asked and asked.reason) or ""
    if asked and not masked and (short := may_take_export(work, masked=False, reason=reason)).because:
        form.refuse("reason", short.because)
    if asked is None or form.errors:
        return call.refused("people/exports.html", form, **_around(work))
    export = take_export(work, masked=masked, reason=reason, building_id=asked.building)
    return call.done(
        f"/admin/exports/{export.id}", say("The list is ready. That it was taken out is logged.")
    )


def show_export(call: Call, work: UnitOfWork) -> Response:
    """The two files, to their maker, while they can be fetched."""
    export = own_export(work, call.number("export"))
    names = {b.id: b.name for b in buildings(work.session, work.community.id)}
    return call.page("people/export.html", export=export, building=names.get(export.building_id or 0, ""))


def fetch_xlsx(call: Call, work: UnitOfWork) -> Response:
    """The list for Excel."""
    return _file(call, work, write_xlsx, "xlsx", XLSX)


def fetch_csv(call: Call, work: UnitOfWork) -> Response:
    """The list as plain text, in UTF-8."""
    return _file(call, work, write_csv, "csv", "text/csv; charset=utf-8")


def _file(call: Call, work: UnitOfWork, write: Write, ending: str, kind: str) -> Response:
    """The rows are read here; the file is written once the database is free again."""
    export = own_export(work, call.number("export"))
    found, masked, language = lines(work, export.building_id), export.masked, call.look.language
    answer = Response(media_type=kind, headers={"Content-Disposition": saved_as(call, say("roll"), ending)})

    def fill() -> None:
        titles = [text_of(each, language) for each in headings()]
        rows = rows_of(found, masked=masked)
        answer.body = write(titles, [[text_of(cell, language) for cell in row] for row in rows])
        answer.headers["Content-Length"] = str(len(answer.body))

    call.afterwards.append(fill)
    return answer


def _around(work: UnitOfWork) -> dict[str, Any]:
    places = [(b.id, building(b.name)) for b in buildings(work.session, work.community.id)]
    return {
        "taken": taken(work),
        "places": [("", say("The whole community")), *places],
        "minutes": MINUTES,
        "me": work.person_id,
        "may_read": work.may(P.READ_LOOKS),
    }


P = Permission
ROUTES = [
    page("/admin/exports", show_exports, P.EXPORT_ROLL, "me"),
    act("/admin/exports", ask_export, P.EXPORT_ROLL, "me"),
    page("/admin/exports/{export}", show_export, P.EXPORT_ROLL, "me"),
    page("/admin/exports/{export}/roll.xlsx", fetch_xlsx, P.EXPORT_ROLL, "me"),
    page("/admin/exports/{export}/roll.csv", fetch_csv, P.EXPORT_ROLL, "me"),
]
