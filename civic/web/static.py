"""Static files: few, in memory, kept for a year because their names change with them."""

import gzip
from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response

from civic.web.render import Assets

FOREVER = "public, max-age=31536000, immutable"


def static_endpoint(assets: Assets) -> Callable[[Request], Awaitable[Response]]:
    """Serves the joined and hashed files, compressed when the browser takes it."""
    packed = {name: gzip.compress(body, 9) for name, (body, _kind) in assets.bodies.items()}

    async def serve(request: Request) -> Response:
        name = request.path_params["name"]
        if name not in assets.bodies:
            return Response(status_code=404)
        body, kind = assets.bodies[name]
        headers = {"Cache-Control": FOREVER, "Content-Type": kind, "Vary": "Accept-Encoding"}
        if "gzip" in request.headers.get("accept-encoding", ""):
            return Response(packed[name], headers={**headers, "Content-Encoding": "gzip"})
        return Response(body, headers=headers)

    return serve
