"""Sentences as plain JSON values, to be kept or carried and said later in the reader's language."""

from datetime import date, datetime
from typing import Any

from civic.core.amount import Area, Article, Money, Numbered
from civic.core.message import Message, Param


def pack(value: Param) -> Any:
    """A sentence with its values, as JSON can hold it."""
    match value:
        case Message():
            params = {name: pack(each) for name, each in value.params.items()}
            return {"say": [value.text, params, value.plural, value.n, value.context]}
        case datetime():
            return {"at": value.isoformat()}
        case date():
            return {"on": value.isoformat()}
        case Area():
            return {"area": value.hundredths}
        case Money():
            return {"fen": value.fen}
        case Article():
            return {"article": value.number}
        case Numbered():
            return {"building": value.name}
    return value


def unpack(value: Any) -> Param:
    """The same again; of what was never packed, only numbers and text."""
    match value:
        case {"say": [text, params, plural, n, context]}:
            return Message(text, {k: unpack(v) for k, v in params.items()}, plural, n, context)
        case {"at": text}:
            return datetime.fromisoformat(text)
        case {"on": text}:
            return date.fromisoformat(text)
        case {"area": figure}:
            return Area(figure)
        case {"fen": figure}:
            return Money(figure)
        case {"article": number}:
            return Article(number)
        case {"building": name}:
            return Numbered(name)
    return value if isinstance(value, int | str) else None


def unpack_message(value: Any) -> Message:
    """The same of what is known to be a sentence; ValueError for anything else."""
    message = unpack(value)
    if not isinstance(message, Message):
        raise ValueError("no sentence was packed here")
    return message
