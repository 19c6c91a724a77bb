"""The sentence that says what was just done, carried over one redirect in a cookie."""

import base64
import binascii
import json
from collections.abc import Mapping

from civic.core.message import Message


def read_said(cookies: Mapping[str, str]) -> Message | None:
    """The sentence of the page before; only ids of the catalogue come back as text."""
    packed = cookies.get("civic-said", "")
    if not packed or len(packed) > 2000:
        return None
    try:
        text, params = json.loads(base64.urlsafe_b64decode(packed))
    except (ValueError, binascii.Error, TypeError):
        return None
    if not isinstance(text, str) or not isinstance(params, dict):
        return None
    return Message(text, {str(k): v for k, v in params.items() if isinstance(v, int | str)})
