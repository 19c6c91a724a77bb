"""Sentences that rules and acts utter, translated only when somebody reads them.

Rules are pure and know no language; they answer with a `Message` whose text is the
English sentence, and `civic.web.words` turns it into the reader's own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Union

from civic.core.amount import Area, Article, Money, Numbered

Param = Union[int, str, date, datetime, Area, Article, Money, Numbered, "Message", None]


@dataclass(frozen=True)
class Message:
    """A sentence to be translated: the English text is its id in the catalogue."""

    text: str
    params: Mapping[str, Param] = field(default_factory=dict)
    plural: str | None = None
    n: int = 0
    context: str | None = None


def say(text: str, /, **params: Param) -> Message:
    """A sentence; `%(name)s` in the text is filled from the parameters."""
    return Message(text, params)


def say_n(one: str, many: str, n: int, /, **params: Param) -> Message:
    """A sentence that counts; `%(n)s` in the text is the number."""
    return Message(one, {"n": n, **params}, plural=many, n=n)


def say_p(context: str, text: str, /, **params: Param) -> Message:
    """A sentence whose English word has two meanings; the context tells which."""
    return Message(text, params, context=context)


def building(name: str) -> Message:
    """A building in a sentence or a list that we compose: 2号楼, Building 2."""
    return Message("%(building)s", {"building": Numbered(name)})


def joined(parts: Sequence[Message], between: Message) -> Message:
    """Several sentences or words in a row, each translated for the reader."""
    if not parts:
        return Message("")
    whole = parts[0]
    for part in parts[1:]:
        whole = Message("%(first)s%(between)s%(then)s", {"first": whole, "between": between, "then": part})
    return whole
