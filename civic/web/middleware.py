"""Every answer, whatever its status, carries the same headers."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from civic.web.errors import log, plain_failure
from civic.web.security import HEADERS

VARY = ("HX-Request", "HX-Request-Type")
"""A page and a fragment of it stand at the same address."""


class Headers:
    """Adds the security headers; whatever nobody caught is answered here, never with a trace."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, adding the headers to the start of the answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        started = False

        async def start(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    # A handler may be stricter than the rest of the house, as with a file that was sent.
                    headers.setdefault(name, value)
                if headers.get("content-type", "").startswith("text/html"):
                    headers.setdefault("Cache-Control", "no-cache")
                    for name in VARY:
                        headers.add_vary_header(name)
            await send(message)

        try:
            await self.app(scope, receive, start)
        except Exception:
            if started:
                raise
            log.exception("failure outside every page")
            await plain_failure(500)(scope, receive, start)
