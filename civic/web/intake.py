"""What comes in: the body within its limit, the fields of a form, a file where one is asked for; nothing else."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request

from civic.core.message import say
from civic.web import security
from civic.web.call import Call
from civic.web.errors import BadRequest

BODY_LIMIT = 1_000_000
AROUND_A_FILE = 64_000
"""What a form with a file may hold besides: its fields, and the lines between them."""
PLAIN = "application/x-www-form-urlencoded"
FORMS = frozenset({PLAIN, "multipart/form-data"})


@dataclass(frozen=True)
class Sent:
    """The fields of a form in order; the one file, its name and content, at an address that takes one."""

    fields: list[tuple[str, Any]] = field(default_factory=list)
    file: tuple[str, bytes] | None = None


async def read_sent(request: Request, upload: int = 0) -> Sent:
    """What was sent; `BadRequest` for what is too large or no form.

    `upload` is how many bytes the one file may have; without it the form takes a file for a wrong answer.
    """
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if kind not in FORMS:
        raise BadRequest(422)
    request._body = await _body(request, upload + AROUND_A_FILE if upload else BODY_LIMIT)
    try:
        if kind == PLAIN:
            text = request._body.decode(errors="replace")
            return Sent(list(parse_qsl(text, keep_blank_values=True, max_num_fields=200)))
        form: FormData = await request.form(max_fields=200, max_files=1 if upload else 2)
        return await _with_file(form, upload) if upload else Sent(form.multi_items())
    except BadRequest:
        raise
    except Exception:
        raise BadRequest(422) from None


async def _with_file(form: FormData, upload: int) -> Sent:
    """The file apart from the fields; of a form sent without one there are only the fields."""
    fields, file = [], None
    for name, value in form.multi_items():
        if not isinstance(value, UploadFile):
            fields.append((name, value))
        elif value.filename:
            file = (_plain_name(value.filename), await value.read())
    if file is not None and len(file[1]) > upload:
        raise _too_large(upload)
    return Sent(fields, file)


def _plain_name(name: str) -> str:
    """The last part of a path, without what cannot be seen; never used to open anything."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return "".join(sign for sign in last if sign.isprintable())[:120]


def _too_large(limit: int) -> BadRequest:
    megabytes = max(1, limit // 1_000_000)
    return BadRequest(413, say("That is too large. Please send less than %(n)s MB.", n=megabytes))


async def _body(request: Request, limit: int) -> bytes:
    declared = request.headers.get("content-length") or "0"
    if not (declared.isascii() and declared.isdigit()) or int(declared[:16]) > limit:
        raise _too_large(limit)
    size, chunks = 0, []
    async for chunk in request.stream():
        size += len(chunk)
        if size > limit:
            raise _too_large(limit)
        chunks.append(chunk)
    return b"".join(chunks)


def typed(call: Call) -> list[tuple[str, Any]]:
    """What tells one press from another: the fields, and a file by what it holds, not by its name."""
    if call.upload is None:
        return list(call.sent)
    return [*call.sent, ("", hashlib.sha256(call.upload[1]).hexdigest())]


def odd(values: Mapping[str, str]) -> bool:
    """Whether an address carries what no address of ours can: control characters, broken UTF-8."""
    return any(ord(sign) < 32 or sign in "\x7f\ufffd" for value in values.values() for sign in value)


def printable(values: Mapping[str, str]) -> dict[str, str]:
    """A query without control characters; PostgreSQL takes no NUL."""
    return {name: "".join(s for s in value if ord(s) >= 32) for name, value in values.items()}


def from_elsewhere(request: Request) -> bool:
    """Whether the browser itself says that another site sent the form."""
    origin = f"{request.url.scheme}://{request.headers.get('host', '')}"
    return security.comes_from_elsewhere(request.headers, origin)


def token_fits(secret: bytes, call: Call) -> bool:
    """Whether a form was sent by the browser that got it, in the same login session."""
    given = next((v for k, v in call.sent if k == "csrf" and isinstance(v, str)), "")
    return security.token_fits(secret, call.session_token, given)


def from_our_page(secret: bytes, call: Call, request: Request) -> bool:
    """Whether a form was sent from a page of ours, by the browser that got it."""
    return not from_elsewhere(request) and token_fits(secret, call)
