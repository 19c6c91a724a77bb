"""The sentence that says what was just done, carried over one redirect in a cookie."""

import base64
import binascii
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from civic.core.message import Message, Param


def pack_said(message: Message) -> str:
    """The sentence as a cookie can carry it: numbers, words and instants."""
    params = {name: _packed(value) for name, value in message.params.items()}
    packed = json.dumps([message.text, {k: v for k, v in params.items() if v is not None}])
    return base64.urlsafe_b64encode(packed.encode()).decode()


def _packed(value: Param) -> Any:
    if isinstance(value, datetime):
        return {"at": value.isoformat()}
    return value if isinstance(value, int | str) else None


def read_said(cookies: Mapping[str, str]) -> Message | None:
    """The sentence of the page before; only ids of the catalogue come back as text."""
    packed = cookies.get("civic-said", "")
    if not packed or len(packed) > 2000:
        return None
    try:
        text, params = json.loads(base64.urlsafe_b64decode(packed))
        read = {str(name): _read(value) for name, value in params.items()}
    except (ValueError, binascii.Error, TypeError, AttributeError, KeyError):
        return None
    return Message(text, read) if isinstance(text, str) else None


def _read(value: Any) -> Param:
    if isinstance(value, dict):
        return datetime.fromisoformat(value["at"])
    if not isinstance(value, int | str):
        raise TypeError("no such parameter")
    return value
