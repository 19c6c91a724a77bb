"""From a request to a call: whose browser it is, how its reader wants to see pages, what was sent."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

from sqlalchemy.orm import Session
from starlette.requests import Request

from civic.core.entropy import digest, token
from civic.store.tables import Community
from civic.web import security
from civic.web.cache import visitor_token
from civic.web.call import Call
from civic.web.cookies import DAYS_180, cookie_name
from civic.web.house import House
from civic.web.intake import Sent, printable
from civic.web.look import read_look
from civic.web.routing import Route
from civic.web.said import read_said
from civic.work import Actor, UnitOfWork, open_work

NOTHING = Sent()


def call_of(house: House, request: Request, route: Route, sent: Sent = NOTHING) -> Call:
    """What the handler of this route may know of the request."""
    mine = request.cookies.get(cookie_name(request), "")
    session = mine if len(mine) == 64 else visitor_token(house.workshop.entropy)
    kind = request.headers.get("hx-request-type")
    call = Call(
        renderer=house.renderer,
        path=request.path_params,
        query=printable(request.query_params),
        sent=sent.fields,
        upload=sent.file,
        here=request.url.path + (f"?{request.url.query}" if request.url.query else ""),
        look=read_look(request.cookies, "zh_CN"),
        fragment=kind == "partial",
        htmx=request.headers.get("hx-request") == "true",
        csrf=security.form_token(house.secret, session),
        once=token(house.workshop.entropy),
        cookies=request.cookies,
        house=house,
        section=route.section,
        said=read_said(request.cookies, house.secret),
        session_token=session,
        cookie_name=cookie_name(request),
        origin=f"{request.url.scheme}://{request.headers.get('host', '')}",
        address=request.client.host if request.client else "",
        agent=request.headers.get("user-agent", ""),
        came_from=_came_from(request),
    )
    call.opener = lambda write: opened(house, call, write=write)
    if session != mine:
        call.after.append((cookie_name(request), session, DAYS_180))
    if call.said:
        call.after.append(("civic-said", "", 0))
    return call


def _came_from(request: Request) -> str:
    """Path and query of the page on which the form stood; only a page of ours."""
    ours = f"{request.url.scheme}://{request.headers.get('host', '')}/"
    given = request.headers.get("referer", "")
    return given[len(ours) - 1 :] if given.startswith(ours) and given.isascii() else ""


def opened(house: House, call: Call, *, write: bool) -> AbstractContextManager[UnitOfWork]:
    """A transaction at the community of the address, in which acts whoever is signed in."""
    return open_work(house.workshop, _where(house, call), _who(house, call), write=write)


def _where(house: House, call: Call) -> Callable[[Session], Community]:
    return lambda session: house.load_community(session, call.path.get("community", ""))


def _who(house: House, call: Call) -> Callable[[Session, Community], Actor | None]:
    hashed = digest(call.session_token)
    now = house.workshop.clock.now()
    return lambda session, community: house.load_actor(session, community, hashed, now)


def outside(
    house: House, request: Request, route: Route, fields: list[tuple[str, Any]] | None = None
) -> Call:
    """A call that belongs to no community."""
    return call_of(house, request, route, Sent(fields or []))
