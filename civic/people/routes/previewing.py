"""What an uploaded list would do, row by row; after the commit, what it did."""

from collections.abc import Sequence
from typing import Any

from starlette.responses import Response

from civic.people.acts.importing import may_commit_list, may_discard_list
from civic.people.preview import kept_of, line_of
from civic.people.queries.batches import names_of, places_of
from civic.people.rules.importing.planned import Outcome
from civic.people.tables import BatchState, ImportBatch
from civic.permissions import Permission
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.web.routing import page
from civic.work import UnitOfWork

PER_PAGE = 50


def show_batch(call: Call, work: UnitOfWork) -> Response:
    """The preview, refused rows first; after the commit, what was refused and what stands on the roll."""
    batch = work.get(ImportBatch, call.number("batch"))
    return call.page("people/import_batch.html", form=blank(), **about(call, work, batch))


def about(call: Call, work: UnitOfWork, batch: ImportBatch) -> dict[str, Any]:
    """What the page says of the list, and one page of its rows."""
    wanted = call.query.get("rows", "")
    chosen = wanted if wanted in set(Outcome) else _first(batch)
    rows = _rows(batch, chosen)
    at, pages = call.page_no(), max(1, -(-len(rows) // PER_PAGE))
    here = rows[(at - 1) * PER_PAGE : at * PER_PAGE]
    still = batch.state == BatchState.PREVIEWED.value or chosen == Outcome.REFUSED
    return {
        "batch": batch, "chosen": chosen, "figures": batch.figures, "page_no": at, "pages": pages,
        "lines": [line_of(row) for row in here] if still else [],
        "kept": [] if still else _kept(work, here),
        "may": may_commit_list(work, batch), "may_discard": may_discard_list(work, batch),
        "href_for": lambda number: call.to(f"/admin/import/{batch.id}?rows={chosen}&page={number}"),
    }  # fmt: skip


def refused(call: Call, work: UnitOfWork, batch: ImportBatch, form: Filled[Any]) -> Response:
    """The same page, with what is still to be answered."""
    return call.refused("people/import_batch.html", form, **about(call, work, batch))


def _rows(batch: Any, chosen: str) -> Sequence[Any]:
    rows = [*batch.sheet["preview"], *batch.sheet.get("kept", ())]
    return [row for row in rows if row[1] == chosen]


def _kept(work: UnitOfWork, rows: Sequence[Any]) -> list[Any]:
    return kept_of(rows, places_of(work, (row[2] for row in rows)), names_of(work, (row[3] for row in rows)))


def _first(batch: Any) -> str:
    """What needs a look first: refused, then changed, then new rows."""
    order = (Outcome.REFUSED, Outcome.CHANGED, Outcome.NEW, Outcome.UNCHANGED)
    return next((each.value for each in order if batch.figures[each.value]), Outcome.NEW.value)


P = Permission
ROUTES = [page("/admin/import/{batch}", show_batch, P.IMPORT_ROLL, "me")]
