"""What every way in ends with: a new cookie, and on to the page that was asked for."""

from starlette.responses import Response

from civic.web.call import Call


def entered(call: Call, fresh: str, then: str) -> Response:
    """Known by a fresh token from now on."""
    call.keep_session(fresh)
    return call.redirect(safe_next(call, then))


def safe_next(call: Call, then: str) -> str:
    """Only addresses of this community; anything odd goes home."""
    home = call.to("/")
    plain = then.startswith(home) and then.isprintable() and not set(then) & {"\\", "@"} and "//" not in then
    return then if plain else home
