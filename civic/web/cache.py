"""Whole pages for readers who are not signed in: drawn once, given out again until something is written.

A page may opt in with `page(…, cached=True)` if everything on it is public and follows from its
address, the reader's look and what is stored. The form tokens of the page are put in anew for each reader.
"""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from civic.core.clock import Clock
from civic.core.entropy import Entropy, token
from civic.web.call import Call
from civic.web.cookies import DAYS_180, cookie_name, set_cookie
from civic.web.look import COOKIE
from civic.web.security import form_token
from civic.work import Commits

SECONDS = timedelta(seconds=10)
"""So long may what the hour brings, or another process wrote, stay unseen here."""
MOST = 256
"""Pages kept at a time; the one longest unused goes first."""
VISITOR = "v"
"""How the token of a browser begins in which nobody has signed in; login tokens are hex."""

Key = tuple[str, ...]


def visitor_token(entropy: Entropy) -> str:
    """A token for a browser in which nobody has signed in."""
    return VISITOR + token(entropy)[1:]


def key_of(request: Request, session: str) -> Key | None:
    """What the page depends on; None for a reader who is or was signed in, or has a sentence to be told."""
    if (session and not session.startswith(VISITOR)) or "civic-said" in request.cookies:
        return None
    headers = request.headers
    return (
        f"{request.url.scheme}://{headers.get('host', '')}",
        request.url.path,
        request.url.query,
        request.cookies.get(COOKIE, "")[:40],
        headers.get("hx-request", ""),
        headers.get("hx-request-type", ""),
    )


@dataclass(frozen=True)
class Kept:
    """A page without its tokens, as it was drawn after so many commits."""

    body: bytes
    headers: Mapping[str, str]
    commits: int
    until: datetime

    def response(self, csrf: str, once: str) -> Response:
        """The page with this reader's own tokens."""
        body = self.body.replace(CSRF, csrf.encode()).replace(ONCE, once.encode())
        return HTMLResponse(body, headers=dict(self.headers))


CSRF, ONCE = b"\0csrf\0", b"\0once\0"
"""Where the tokens stood; no page holds a NUL."""


class KnownPages:
    """The pages kept in this process."""

    def __init__(self, clock: Clock, commits: Commits) -> None:
        self._clock, self._commits = clock, commits
        self._kept: OrderedDict[Key, Kept] = OrderedDict()

    @property
    def commits(self) -> int:
        """How much was written so far: to be asked before a page is drawn."""
        return self._commits.number

    def find(self, key: Key) -> Kept | None:
        """The page, if nothing was written since it was drawn, and lately."""
        kept = self._kept.get(key)
        if kept is None:
            return None
        now = self._clock.now()
        if kept.commits == self._commits.number and now < kept.until <= now + SECONDS:
            return kept
        self._kept.pop(key, None)
        return None

    def keep(self, key: Key, commits: int, call: Call, response: Response) -> None:
        """Keep a page that was drawn for nobody in particular."""
        signed_in = call.work is None or call.work.actor is not None
        if signed_in or response.status_code != 200 or not isinstance(response, HTMLResponse):
            return
        body = bytes(response.body).replace(call.csrf.encode(), CSRF).replace(call.once.encode(), ONCE)
        headers = {"Cache-Control": response.headers.get("Cache-Control", "no-cache")}
        self._kept[key] = Kept(body, headers, commits, self._clock.now() + SECONDS)
        while len(self._kept) > MOST:
            self._kept.popitem(last=False)


def hand_out(kept: Kept, request: Request, secret: bytes, entropy: Entropy) -> Response:
    """The page to this reader, without a thread or the database; a new browser gets its token."""
    name = cookie_name(request)
    mine = request.cookies.get(name, "")
    session = mine if len(mine) == 64 else visitor_token(entropy)
    response = kept.response(form_token(secret, session), token(entropy))
    if session != mine:
        set_cookie(response, request, name, session, DAYS_180)
    return response
