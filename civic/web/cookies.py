"""Cookies: their names, how long they last, how they are set."""

from starlette.requests import Request
from starlette.responses import Response

DAYS_180 = 86400 * 180


def cookie_name(request: Request) -> str:
    """`__Host-` wherever the browser would honour it; a plain name on this machine's http."""
    return "__Host-civic" if request.url.scheme == "https" else "civic"


def set_cookie(response: Response, request: Request, name: str, value: str, seconds: int) -> None:
    """For this site alone, out of reach of scripts; 0 seconds delete it."""
    secure = request.url.scheme == "https"
    response.set_cookie(name, value, max_age=seconds, path="/", httponly=True, secure=secure, samesite="lax")
