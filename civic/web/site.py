"""The few addresses that stand outside any community: the front door, and how it looks."""

import re
from collections.abc import Awaitable, Callable

import anyio
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import Response

from civic.permissions import Permission
from civic.web.arrival import outside
from civic.web.call import Call
from civic.web.endpoint import keep_cookies
from civic.web.errors import REASONS, BadRequest, error_page
from civic.web.house import House
from civic.web.intake import from_our_page, odd, read_sent
from civic.web.look import COOKIE, Look, read_look
from civic.web.routing import page
from civic.web.signed_out import STALE

Find = Callable[[Session, str], str | None]
"""The address that a short code stands for, in whichever community."""

FRONT = page("/", lambda call, _work: call.page("site/front.html"), Permission.READ)


def front_door(house: House) -> Callable[[Request], Awaitable[Response]]:
    """With a single community / goes there; else the list, or how to found the first one."""

    async def answer(request: Request) -> Response:
        call = outside(house, request, FRONT)
        return await anyio.to_thread.run_sync(_front, house, call, request)

    return answer


def _front(house: House, call: Call, request: Request) -> Response:
    with Session(house.workshop.database.reader) as session:
        found = [(each.slug, each.name) for each in house.communities(session)]
    if len(found) == 1:
        return call.redirect(f"/{found[0][0]}/")
    return keep_cookies(call, call.page("site/front.html", communities=found), request)


GAPS = re.compile(r"[\s\u2010-\u2015-]+")
"""What people type between the two halves of a printed code."""


def short_door(house: House, find: Find) -> Callable[[Request], Awaitable[Response]]:
    """An address printed on paper: leads on to the page itself; an unknown code is a plain 404."""

    def look_up(call: Call, code: str, request: Request) -> Response:
        with Session(house.workshop.database.reader) as session:
            path = None if odd(call.path) else find(session, GAPS.sub("", code).upper())
        if path is None:
            return keep_cookies(call, error_page(call, 404, REASONS[404]), request)
        return call.redirect(path)

    async def answer(request: Request) -> Response:
        call = outside(house, request, FRONT)
        return await anyio.to_thread.run_sync(look_up, call, request.path_params["code"], request)

    return answer


def set_look(house: House) -> Callable[[Request], Awaitable[Response]]:
    """Text size, theme and language, chosen outside a community. Changes nothing but a cookie."""

    async def answer(request: Request) -> Response:
        try:
            call = outside(house, request, FRONT, (await read_sent(request)).fields)
        except BadRequest as bad:
            return error_page(outside(house, request, FRONT), bad.status, bad.because)
        if not from_our_page(house.secret, call, request):
            return keep_cookies(call, error_page(call, 403, STALE), request)
        chosen = {name: value for name, value in call.sent if isinstance(value, str)}
        now = call.look
        wanted = Look(
            chosen.get("size", now.size), chosen.get("theme", now.theme), chosen.get("lang", now.language)
        )
        call.after.append((COOKIE, read_look({COOKIE: wanted.cookie()}, now.language).cookie(), 86400 * 365))
        return keep_cookies(call, call.redirect("/"), request)

    return answer
