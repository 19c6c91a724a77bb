"""The name under which a browser saves a file: in the reader's language (RFC 6266), in plain letters for old ones."""

from urllib.parse import quote

from civic.core.message import Message
from civic.web.call import Call
from civic.web.words import text_of


def saved_as(call: Call, name: Message, ending: str) -> str:
    """The header's value: 名册模板.xlsx where Chinese is read, roll-template.xlsx beside it."""
    told = quote(f"{text_of(name, call.look.language)}.{ending}", safe="")
    return f"attachment; filename=\"{text_of(name, 'en')}.{ending}\"; filename*=UTF-8''{told}"
