"""One contribution or reply on its own page: read it, answer it."""

from typing import Any

from starlette.responses import Response

from civic.core.errors import NotFound
from civic.core.message import Message, say
from civic.discuss import acts
from civic.discuss.acts import Spoken
from civic.discuss.forms import ReplyForm
from civic.discuss.queries.said import REPLIES_PER_PAGE
from civic.discuss.routes.said_page import page_of, words_of
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.work import UnitOfWork

FORM = "discuss/talk_form.html"


def subject(call: Call, work: UnitOfWork) -> tuple[Spoken, str]:
    """What the address is about, and its page; `NotFound` under another issue."""
    spoken = acts.spoken_of(work, call.number("contribution"))
    if spoken.issue.reference != call.path["reference"]:
        raise NotFound
    return spoken, f"/issues/{spoken.issue.reference}/views/{spoken.said.id}"


def show_said(call: Call, work: UnitOfWork) -> Response:
    """Its words or why they are hidden, the replies, what the reader may do."""
    return _page(call, work, blank())


def reply(call: Call, work: UnitOfWork) -> Response:
    """Answer it."""
    spoken, here = subject(call, work)
    form = call.form(ReplyForm)
    if form.clean is None:
        return _page(call, work, form)
    acts.reply(work, spoken.said.id, text=form.clean.text)
    last = -(-spoken.said.replies // REPLIES_PER_PAGE)
    return call.done(f"{here}?page={last}" if last > 1 else here, say("Published. Thank you for speaking."))


def _page(call: Call, work: UnitOfWork, form: Filled[Any]) -> Response:
    spoken, here = subject(call, work)
    return call.page(
        "discuss/said.html",
        status=422 if form.errors else 200,
        form=form,
        href_for=lambda number: call.to(f"{here}?page={number}"),
        **page_of(work, spoken, call.page_no()),
    )


def asked(
    call: Call, work: UnitOfWork, form: Filled[Any], *, heading: Message, lead: Message, action: str,
    send: Message, fields: tuple[str, ...], **more: Any,
) -> Response:  # fmt: skip
    """A form of its own about the contribution; 422 when it came back."""
    spoken, here = subject(call, work)
    shared = {"hiding": None, "ground": None, "grounds": (), "stances": (), "text_label": "", "text_hint": ""}
    return call.page(
        FORM, status=422 if form.errors else 200, form=form, issue=spoken.issue, here=here,
        html=words_of(work, spoken), heading=heading, lead=lead, action=action, send=send, fields=fields,
        **{**shared, **more},
    )  # fmt: skip
