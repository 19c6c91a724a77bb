"""The sentence that says what was just done, carried over one redirect in a sealed cookie."""

import base64
import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from civic.core.amount import Area, Money
from civic.core.message import Message, Param
from civic.web.security import sealed, unsealed

COOKIE = "civic-said"


def pack_said(message: Message, secret: bytes) -> str:
    """The sentence as a cookie can carry it; whoever changes a letter is not heard."""
    packed = json.dumps(_packed(message), ensure_ascii=False, separators=(",", ":"))
    return sealed(secret, base64.urlsafe_b64encode(packed.encode()).decode())


def read_said(cookies: Mapping[str, str], secret: bytes) -> Message | None:
    """The sentence of the page before; None unless we wrote it."""
    given = cookies.get(COOKIE, "")
    packed = unsealed(secret, given) if given else None
    if packed is None:
        return None
    read = _read(json.loads(base64.urlsafe_b64decode(packed)))
    return read if isinstance(read, Message) else None


def _packed(value: Param) -> Any:
    match value:
        case Message():
            params = {name: _packed(each) for name, each in value.params.items()}
            return {"say": [value.text, params, value.plural, value.n, value.context]}
        case datetime():
            return {"at": value.isoformat()}
        case date():
            return {"on": value.isoformat()}
        case Area():
            return {"area": value.hundredths}
        case Money():
            return {"fen": value.fen}
    return value


def _read(value: Any) -> Param:
    match value:
        case {"say": [text, params, plural, n, context]}:
            return Message(text, {k: _read(v) for k, v in params.items()}, plural, n, context)
        case {"at": text}:
            return datetime.fromisoformat(text)
        case {"on": text}:
            return date.fromisoformat(text)
        case {"area": figure}:
            return Area(figure)
        case {"fen": figure}:
            return Money(figure)
    return value if isinstance(value, int | str) else None
