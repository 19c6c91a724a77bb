"""Every no as a page: the reason, and what to do next. Never a bare status."""

import logging

from starlette.responses import HTMLResponse, Response

from civic.core.errors import NotFound, Refusal
from civic.core.message import Message, say
from civic.web.call import Call

log = logging.getLogger("civic")

REASONS: dict[int, Message] = {
    404: say("There is nothing at this address."),
    405: say("This address cannot be used that way."),
    413: say("That is too large. Please send less than 1 MB."),
    429: say("That was too often. Please wait a little and try again."),
    500: say("Something went wrong on our side. Nothing that was confirmed to you is lost."),
    503: say("The system is busy. Please try again in a minute; what you send counts only once."),
}
UNREAD = say("Please check what you wrote here.")


class BadRequest(Exception):
    """A request that cannot be read; carries its status."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


def error_page(call: Call, status: int, because: Message, then: Message | None = None) -> Response:
    """The page that says no."""
    known = status if status in {403, 404, 409, 413, 422, 429, 500, 503} else 404
    return call.page(f"errors/{known}.html", fragment="refusal", status=status, because=because, then=then)


def refusal_page(call: Call, refusal: Refusal) -> Response:
    """409, 403 or 404 with its sentence."""
    if isinstance(refusal, NotFound):
        return error_page(call, 404, REASONS[404])
    return error_page(call, refusal.status, refusal.because, refusal.then)


def plain_failure(status: int) -> Response:
    """When not even a page can be made."""
    return HTMLResponse(f"<!doctype html><title>{status}</title><p>{status}", status)
