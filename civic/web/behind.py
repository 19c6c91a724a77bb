"""Behind a proxy that speaks https, pages are made as for https."""

from starlette.types import ASGIApp, Receive, Scope, Send


class Behind:
    """Lets the address that people use decide the scheme, not the last hop."""

    def __init__(self, app: ASGIApp, public_url: str) -> None:
        self.app, self.secure = app, public_url.startswith("https://")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on."""
        if self.secure and scope["type"] == "http":
            scope = {**scope, "scheme": "https"}
        await self.app(scope, receive, send)
