"""From a Starlette request to a handler's answer: one thread hop, one transaction."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any
from urllib.parse import quote

import anyio
from sqlalchemy.exc import DataError, IntegrityError, OperationalError, SQLAlchemyError
from starlette.requests import Request
from starlette.responses import Response

from civic.core.errors import NotAllowed, NotFound, Refusal
from civic.core.message import Message
from civic.permissions import GRANTS, STEP_UP, Permission, Standing
from civic.web import errors
from civic.web.arrival import NOTHING, call_of, opened
from civic.web.cache import hand_out, key_of
from civic.web.call import Call
from civic.web.cookies import cookie_name, set_cookie
from civic.web.house import House
from civic.web.intake import from_elsewhere, odd, read_sent, token_fits, typed
from civic.web.kept import keep_words
from civic.web.once import first_answer, once_hash, remember
from civic.web.ready import meet, ready, reopened
from civic.web.routing import Route
from civic.web.signed_out import STALE, SignedOut, ask_to_sign_in, out_of_date
from civic.work import UnitOfWork

Endpoint = Callable[[Request], Awaitable[Response]]


def endpoint(house: House, route: Route, limiter: anyio.CapacityLimiter) -> Endpoint:
    """The ASGI side of a route: read the form, hop to a thread, add the cookies."""

    async def respond(request: Request) -> Response:
        key = key_of(request, request.cookies.get(cookie_name(request), "")) if route.cached else None
        if key is not None and (kept := house.pages.find(key)):
            return hand_out(kept, request, house.secret, house.workshop.entropy)
        commits = house.pages.commits
        try:
            sent = await read_sent(request, route.upload) if route.writes else NOTHING
        except errors.BadRequest as bad:
            return _failure(house, call_of(house, request, route), bad.status, bad.because)
        call = call_of(house, request, route, sent)
        response = await anyio.to_thread.run_sync(_answer, house, route, call, request, limiter=limiter)
        if key is not None:
            house.pages.keep(key, commits, call, response)
        return response

    return respond


def _answer(house: House, route: Route, call: Call, request: Request) -> Response:
    """In the thread: everything that touches the database or a template."""
    try:
        response = _guarded(house, route, call, request)
        if not route.writes and call.work and call.work.actor and call.work.actor.renew:
            _renew(house, call)
    except (DataError, OverflowError):
        # A number that no column holds; whatever a form let through, nothing was stored.
        response = _failure(house, call, 422)
    except OperationalError as failed:
        errors.log.error("database: %s", type(failed.orig).__name__)
        response = _stored_after_all(house, route, call) or _failure(house, call, 503)
    except Exception:
        errors.log.exception("failure at %s %s", route.method, route.path)
        response = _failure(house, call, 500)
    return keep_cookies(call, response, request)


def _renew(house: House, call: Call) -> None:
    """Reading does not write: that its reader is still here is noted after, and may wait for the next page.
    An act leads to a page, so it does not pay for a second commit itself."""
    with suppress(Refusal, SQLAlchemyError), opened(house, call, write=True) as work:
        house.renew(work, call.session_token)


def _stored_after_all(house: House, route: Route, call: Call) -> Response | None:
    """A connection that broke in its commit may have got it through: then that is the answer."""
    with suppress(Refusal, SQLAlchemyError):
        return _repeat(house, route, call)
    return None


def keep_cookies(call: Call, response: Response, request: Request) -> Response:
    """Hand over what the call wants the browser to keep; what somebody signed in saw, nothing keeps, unless the
    handler knows it to be public for good."""
    signed_in = call.work is not None and call.work.actor is not None
    response.headers.setdefault("Cache-Control", "no-store" if signed_in else "no-cache")
    for name, value, seconds in call.after:
        set_cookie(response, request, name, value, seconds)
    return response


def _guarded(house: House, route: Route, call: Call, request: Request) -> Response:
    if odd(call.path):
        return _failure(house, call, 404)
    if route.writes and from_elsewhere(request):
        return _say_no(house, route, call, NotAllowed(STALE))
    try:
        if route.writes and not token_fits(house.secret, call):
            raise out_of_date(route, call)
        if route.writes and call.take("reopen"):
            return reopened(house, route, call)
        return _made_ready(house, route, call) or _pressed(house, route, call)
    except SignedOut:
        return _repeat(house, route, call) or _say_no(house, route, call, ask_to_sign_in(route, call))
    except Refusal as refusal:
        if route.writes and isinstance(refusal, errors.Held) and refusal.leaves:
            call.kept = keep_words(route, call)
        return _repeat(house, route, call) or _say_no(house, route, call, refusal)


def _made_ready(house: House, route: Route, call: Call) -> Response | None:
    """Ahead of the transaction: a password typed once more is checked, and what takes long is done, but only
    for whoever may. A second press is answered before any of it."""
    if not route.slow:
        return None
    again = call.take("again") if route.permission in STEP_UP else None
    if route.writes and (first := _repeat(house, route, call)):
        return first
    with opened(house, call, write=False) as work:
        meet(call, work)
        ready(route, work)
        if again is None:
            house.hold(work, route.permission)
    if again is not None:
        house.prove(call, again)
    if route.before is not None:
        call.prepared = route.before(call)
    return None


def _pressed(house: House, route: Route, call: Call) -> Response:
    for last_try in (False, True):
        try:
            response = _worked(house, route, call)
        except IntegrityError:
            # Two presses at once, or two people on one number: the loser looks again.
            again = _repeat(house, route, call)
            if again or last_try:
                return again or _say_no(house, route, call, Refusal(errors.REASONS[503]))
            call.after.clear()
            call.afterwards.clear()
        else:
            for follow in call.afterwards:
                follow()
            # A second press that the handler found wanting gets the first one's answer too.
            return (response.status_code == 422 and _repeat(house, route, call)) or response
    raise AssertionError


def _worked(house: House, route: Route, call: Call) -> Response:
    with opened(house, call, write=route.writes) as work:
        meet(call, work)
        if work.actor is None and Standing.VISITOR not in GRANTS[route.permission] and not route.writes:
            return call.redirect(call.to(f"/in?next={quote(call.here, safe='/')}"))
        ready(route, work)
        house.hold(work, route.permission)
        response = route.handler(call, work)
        hashed = _once(route, call) if work.actor else None
        if hashed and response.status_code in {204, 303}:
            remember(work, hashed, response)
        return response


def _once(route: Route, call: Call) -> str | None:
    return once_hash(call.session_token, call.here, typed(call)) if route.writes else None


def _repeat(house: House, route: Route, call: Call) -> Response | None:
    """The first press's answer, when this form was used already."""
    hashed = _once(route, call)
    if hashed is None:
        return None
    location = None
    with suppress(NotFound), opened(house, call, write=False) as work:
        location = first_answer(work.session, hashed)
    return call.redirect(location) if location else None


def _say_no(house: House, route: Route, call: Call, refusal: Refusal) -> Response:
    """The error page, made after the refused work was rolled back."""
    try:
        with opened(house, call, write=False) as work:
            meet(call, work)
            return errors.refusal_page(call, refusal)
    except NotFound:
        call.work = None
        return errors.error_page(call, 404, errors.REASONS[404])


def _failure(house: House, call: Call, status: int, because: Message | None = None) -> Response:
    call.work = None
    try:
        return errors.error_page(call, status, because or errors.REASONS.get(status, errors.UNREAD))
    except Exception:
        errors.log.exception("not even an error page")
        return errors.plain_failure(status)


def stray(house: House) -> dict[Any, Any]:
    """Pages for addresses that no route knows."""

    async def answer(request: Request, failed: Exception) -> Response:
        status = getattr(failed, "status_code", 500)
        call = call_of(house, request, Route("", _nothing, Permission.READ, writes=False))
        return await anyio.to_thread.run_sync(_failure, house, call, status)

    return {404: answer, 405: answer}


def _nothing(_call: Call, _work: UnitOfWork) -> Response:
    raise NotFound
