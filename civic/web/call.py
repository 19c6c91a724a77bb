"""What a handler is asked and how it answers: a page, a fragment, a way on."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from starlette.responses import HTMLResponse, RedirectResponse, Response

from civic.core.errors import NotFound
from civic.core.message import Message
from civic.web.forms import F, Filled, read_form
from civic.web.look import Look
from civic.web.render import Renderer, page_facts
from civic.web.said import pack_said
from civic.work import UnitOfWork

LARGEST = 2**31 - 1
"""The greatest id that a column holds."""

STAYS = "/?&=%#-_.~:+,;!$'()*[]"
"""What an address keeps unquoted in a header."""


@dataclass
class Call:
    """One request, as far as a handler may know it."""

    renderer: Renderer
    path: Mapping[str, str]
    query: Mapping[str, str]
    sent: Sequence[tuple[str, Any]]
    here: str
    look: Look
    fragment: bool
    htmx: bool
    csrf: str
    once: str
    cookies: Mapping[str, str]
    house: Any
    work: UnitOfWork | None = None
    section: str = ""
    said: Message | None = None
    session_token: str = ""
    cookie_name: str = "civic"
    origin: str = ""
    address: str = ""
    agent: str = ""
    """What the browser says that it is."""
    came_from: str = ""
    """The address of ours on which the form stood, "" where the browser does not say."""
    reopened: bool = False
    """Whether the form is only to be shown again with what was typed, not acted on."""
    kept: str = ""
    """Where what was typed is kept, for whoever has to leave the page first; below the community."""
    upload: tuple[str, bytes] | None = None
    """The file that was sent, its name and content; only at an address that takes one."""
    prepared: Any = None
    """What the route's `before` found, outside the act's transaction."""
    opener: Callable[[bool], AbstractContextManager[UnitOfWork]] | None = None
    after: list[tuple[str, str, int]] = field(default_factory=list)
    """Cookies to set: name, value, seconds (0 deletes)."""
    afterwards: list[Callable[[], object]] = field(default_factory=list)
    """What is to be done once the act is committed, or the page has read: in transactions of its own, or none."""

    def opened(self, *, write: bool) -> AbstractContextManager[UnitOfWork]:
        """A transaction of its own, for what `before` has to read or to write down; never inside the act's."""
        assert self.opener is not None
        return self.opener(write)

    def take(self, name: str) -> str | None:
        """Take a field out of what was sent: the handler and the one-use token know nothing of it."""
        given = [value for key, value in self.sent if key == name and isinstance(value, str)]
        self.sent = [(key, value) for key, value in self.sent if key != name]
        return given[0] if given else None

    def number(self, name: str) -> int:
        """A number in the address; what is none is a plain 404."""
        text = self.path[name]
        if not (text.isascii() and text.isdigit() and len(text) < 11 and int(text) <= LARGEST):
            raise NotFound
        return int(text)

    def page_no(self) -> int:
        """Which page of a list: 1 when the address says nothing sensible."""
        text = self.query.get("page", "1")
        return int(text) if text.isascii() and text.isdigit() and 0 < int(text[:9]) < 100_000_000 else 1

    def form(self, shape: type[F]) -> Filled[F]:
        """What was sent, checked against its shape."""
        filled = read_form(shape, self.sent)
        return Filled(filled.sent) if self.reopened else filled

    def page(self, template: str, *, fragment: str = "", status: int = 200, **context: Any) -> Response:
        """The whole page, or only the named block when htmx asked for a part."""
        facts = page_facts(self)
        wanted = fragment if self.fragment else ""
        body = self.renderer.render(template, self.look.language, facts, context, fragment=wanted)
        return HTMLResponse(body, status)

    def refused(self, template: str, form: Filled[Any], *, fragment: str = "", **context: Any) -> Response:
        """The page again with what was typed and what to do about it (422)."""
        return self.page(template, fragment=fragment, status=422, form=form, **context)

    def to(self, path: str) -> str:
        """An address of this community."""
        return f"/{self.work.community.slug}{path}" if self.work else path

    def short_address(self, path: str) -> str:
        """A whole address for paper and QR codes, e.g. of /n/CODE; codes need no community."""
        return f"{self.house.settings.public_url or self.origin}{path}"

    @property
    def here_only(self) -> bool:
        """Whether such an address would open on this computer alone; the demo is shown as it would be."""
        settings = self.house.settings
        return bool(
            settings.loopback and not settings.public_url and self.work and not self.work.community.demo
        )

    def done(self, path: str, message: Message | None = None) -> Response:
        """Go on to that address of the community, with a sentence that says what happened."""
        if message is not None:
            self.after.append(("civic-said", pack_said(message, self.house.secret), 60))
        return self.redirect(self.to(path))

    def redirect(self, location: str) -> Response:
        """303 for a plain form; 204 and HX-Redirect for htmx, which would swap a whole page."""
        location = quote(location, safe=STAYS)
        if self.htmx:
            return Response(status_code=204, headers={"HX-Redirect": location})
        return RedirectResponse(location, 303)

    def keep_session(self, fresh: str) -> None:
        """From now on this browser is known by that token."""
        self.after = [kept for kept in self.after if kept[0] != self.cookie_name]
        self.after.append((self.cookie_name, fresh, 86400 * 180))
