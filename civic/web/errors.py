"""Every no as a page: the reason, and what to do next. Never a bare status."""

import logging
from collections.abc import Callable

from starlette.responses import HTMLResponse, Response

from civic.core.errors import NotFound, Refusal
from civic.core.message import Message, say
from civic.web.call import Call

log = logging.getLogger("civic")

REASONS: dict[int, Message] = {
    404: say("There is nothing at this address."),
    405: say("This address cannot be used that way."),
    413: say("That is too large. Please send less than %(n)s MB.", n=1),
    429: say("That was too often. Please wait a little and try again."),
    500: say("Something went wrong on our side. Nothing that was confirmed to you is lost."),
    503: say("The system is busy. Please try again in a minute; what you send counts only once."),
}
RETRY_SECONDS = 5
"""After which a busy house may be asked once more."""
UNREAD = say("Please check what you wrote here.")


class BadRequest(Exception):
    """A request that cannot be read; carries its status, and its own reason where it has one."""

    def __init__(self, status: int, because: Message | None = None) -> None:
        super().__init__(status)
        self.status, self.because = status, because or REASONS.get(status, UNREAD)


class Held(Refusal):
    """Whoever asks may, but has something to do first: the answer is a page of its own that says what."""

    status = 403

    def __init__(self, because: Message, answer: Callable[[Call], Response], *, leaves: bool = False) -> None:
        """`leaves`: it is done on other pages, so that what was typed has to be kept meanwhile."""
        super().__init__(because)
        self.answer, self.leaves = answer, leaves


def error_page(call: Call, status: int, because: Message, then: Message | None = None) -> Response:
    """The page that says no."""
    known = status if status in {403, 404, 409, 413, 422, 429, 500, 503} else 404
    response = call.page(
        f"errors/{known}.html", fragment="refusal", status=status, because=because, then=then
    )
    if status == 503:
        response.headers["Retry-After"] = str(RETRY_SECONDS)
    return response


def refusal_page(call: Call, refusal: Refusal) -> Response:
    """The status of the no with its sentence; when to try again, where that helps."""
    if isinstance(refusal, NotFound):
        return error_page(call, 404, REASONS[404])
    if isinstance(refusal, Held):
        return refusal.answer(call)
    response = error_page(call, refusal.status, refusal.because, refusal.then)
    if refusal.wait_seconds > 0:
        response.headers["Retry-After"] = str(refusal.wait_seconds)
    return response


def plain_failure(status: int) -> Response:
    """When not even a page can be made."""
    return HTMLResponse(f"<!doctype html><title>{status}</title><p>{status}", status)
