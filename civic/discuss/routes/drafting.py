"""The draft of a resolution: its page, its first version."""

from typing import Any

from starlette.responses import Response

from civic.core.message import say
from civic.discuss import acts
from civic.discuss.draft_forms import DraftForm
from civic.discuss.queries.drafting import PER_PAGE
from civic.discuss.routes.draft_view import page_of
from civic.discuss.routes.subject import opened
from civic.permissions import NAMES, Standing
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.work import UnitOfWork


def show_draft(call: Call, work: UnitOfWork) -> Response:
    """The text as it stands, its versions, the amendments; or that there is none yet."""
    issue, found = opened(call, work)
    here = f"/issues/{issue.reference}/draft"
    pages = max(1, -(-found.amendments // PER_PAGE))
    page_no = min(call.page_no(), pages)
    shown = page_of(work, found.topic.id, page_no)
    text = shown["draft"].text if shown["draft"] else ""
    return call.page(
        "discuss/draft.html", issue=issue, found=found, here=here, committee=NAMES[Standing.COMMITTEE],
        may_amend=acts.may_propose_amendment(work, found.topic, issue, found.outcome, text),
        may_write=acts.may_write_draft(work, issue, written=bool(text)),
        page_no=page_no, pages=pages, href_for=lambda number: call.to(f"{here}?page={number}#amendments"),
        **shown,
    )  # fmt: skip


def show_form(call: Call, work: UnitOfWork) -> Response:
    """The text; what the outcome says was agreed stands there to begin with."""
    _issue, found = opened(call, work)
    return _form(call, work, blank(text=found.outcome.agreed if found.outcome else ""))


def write_draft(call: Call, work: UnitOfWork) -> Response:
    """Public at once."""
    issue, found = opened(call, work)
    form = call.form(DraftForm)
    if form.clean is None:
        return _form(call, work, form)
    acts.write_draft(work, found.topic.id, text=form.clean.text)
    return call.done(
        f"/issues/{issue.reference}/draft", say("The draft is public. Amendments can be proposed.")
    )


def _form(call: Call, work: UnitOfWork, form: Filled[Any]) -> Response:
    issue, found = opened(call, work)
    acts.may_write_draft(work, issue, written=found.draft > 0).demand()
    return call.page(
        "discuss/draft_form.html", status=422 if form.errors else 200, issue=issue, form=form,
        here=f"/issues/{issue.reference}/draft",
    )  # fmt: skip
