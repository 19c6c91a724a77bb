"""What comes in: the body within its limit, the fields of a form, nothing that no form could send."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

from starlette.datastructures import FormData
from starlette.requests import Request

from civic.web import security
from civic.web.call import Call
from civic.web.errors import BadRequest

BODY_LIMIT = 1_000_000
PLAIN = "application/x-www-form-urlencoded"
FORMS = frozenset({PLAIN, "multipart/form-data"})


async def read_fields(request: Request) -> list[tuple[str, Any]]:
    """The fields that were sent, in order; `BadRequest` for what is too large or no form."""
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if kind not in FORMS:
        raise BadRequest(422)
    request._body = await _body(request)
    try:
        if kind == PLAIN:
            text = request._body.decode(errors="replace")
            return list(parse_qsl(text, keep_blank_values=True, max_num_fields=200))
        form: FormData = await request.form(max_fields=200, max_files=2)
    except Exception:
        raise BadRequest(422) from None
    return form.multi_items()


async def _body(request: Request) -> bytes:
    declared = request.headers.get("content-length") or "0"
    if not (declared.isascii() and declared.isdigit()) or int(declared[:16]) > BODY_LIMIT:
        raise BadRequest(413)
    size, chunks = 0, []
    async for chunk in request.stream():
        size += len(chunk)
        if size > BODY_LIMIT:
            raise BadRequest(413)
        chunks.append(chunk)
    return b"".join(chunks)


def odd(values: Mapping[str, str]) -> bool:
    """Whether an address carries what no address of ours can: control characters, broken UTF-8."""
    return any(ord(sign) < 32 or sign in "\x7f\ufffd" for value in values.values() for sign in value)


def printable(values: Mapping[str, str]) -> dict[str, str]:
    """A query without control characters; PostgreSQL takes no NUL."""
    return {name: "".join(s for s in value if ord(s) >= 32) for name, value in values.items()}


def from_our_page(secret: bytes, call: Call, request: Request) -> bool:
    """Whether a form was sent from a page of ours, by the browser that got it."""
    origin = f"{request.url.scheme}://{request.headers.get('host', '')}"
    given = next((v for k, v in call.sent if k == "csrf" and isinstance(v, str)), "")
    elsewhere = security.comes_from_elsewhere(request.headers, origin)
    return not elsewhere and security.token_fits(secret, call.session_token, given)
