"""The sentence that says what was just done, carried over one redirect in a sealed cookie."""

import base64
import json
from collections.abc import Mapping

from civic.core.message import Message
from civic.core.packing import pack, unpack
from civic.web.security import sealed, unsealed

COOKIE = "civic-said"


def pack_said(message: Message, secret: bytes) -> str:
    """The sentence as a cookie can carry it; whoever changes a letter is not heard."""
    packed = json.dumps(pack(message), ensure_ascii=False, separators=(",", ":"))
    return sealed(secret, base64.urlsafe_b64encode(packed.encode()).decode())


def read_said(cookies: Mapping[str, str], secret: bytes) -> Message | None:
    """The sentence of the page before; None unless we wrote it."""
    given = cookies.get(COOKIE, "")
    packed = unsealed(secret, given) if given else None
    if packed is None:
        return None
    read = unpack(json.loads(base64.urlsafe_b64decode(packed)))
    return read if isinstance(read, Message) else None
