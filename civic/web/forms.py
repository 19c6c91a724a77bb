"""The shape of what was typed: what was sent, what is wrong with it, what is usable."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Generic, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, ValidationError

from civic.core.message import Message, say, say_n

GUARDS = frozenset({"csrf", "once"})


class Form(BaseModel):
    """Base of all forms: an unknown field is refused, nothing is coerced silently."""

    model_config = ConfigDict(extra="forbid", frozen=True)


F = TypeVar("F", bound=Form)


def _plain(value: Any) -> Any:
    """NFC, no control or invisible characters; line ends become one kind."""
    if not isinstance(value, str):
        return value
    text = unicodedata.normalize("NFC", value.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if any(
        (unicodedata.category(c) in {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"} and c not in "\n\t\u200d\u200c")
        or c == "\ufffd"  # what broken UTF-8 is read as
        for c in text
    ):
        raise ValueError("invisible")
    return text


def _one_line(value: Any) -> Any:
    if isinstance(value, str) and ("\n" in value or "\t" in value):
        raise ValueError("one_line")
    return value


Line = Annotated[
    str, StringConstraints(min_length=1, max_length=60), BeforeValidator(_one_line), BeforeValidator(_plain)
]
"""One line of up to 60 characters."""
LongLine = Annotated[
    str, StringConstraints(min_length=1, max_length=200), BeforeValidator(_one_line), BeforeValidator(_plain)
]
"""One line of up to 200 characters."""
Paragraph = Annotated[str, StringConstraints(min_length=1, max_length=2000), BeforeValidator(_plain)]
"""Text of up to 2,000 characters."""

_YUAN = re.compile(r"\d{1,9}(?:\.(\d{1,2}))?")


def _fen(value: Any) -> Any:
    """¥6,850.50 as people type it, in whole fen; never through a float."""
    if not isinstance(value, str):
        return value
    text = unicodedata.normalize("NFKC", value).strip().lstrip("¥").replace(",", "")
    if not _YUAN.fullmatch(text):
        raise ValueError("yuan")
    whole, _, part = text.partition(".")
    return int(whole) * 100 + int(part.ljust(2, "0"))


Yuan = Annotated[int, BeforeValidator(_fen)]
"""An amount typed in yuan, kept in fen."""


@dataclass
class Filled(Generic[F]):
    """A form as it came back: nothing typed is lost."""

    sent: Mapping[str, list[str]] = field(default_factory=dict)
    errors: dict[str, Message] = field(default_factory=dict)
    clean: F | None = None
    labels: dict[str, list[Message | str]] = field(default_factory=dict)
    """What the page calls each field, noted as the page is drawn; where needed, of what it is first."""

    def note(self, name: str, label: Message | str, within: Message | str | None = None) -> str:
        """Remember what the page calls this field; writes nothing."""
        self.labels[name] = [label] if within is None else [within, label]
        return ""

    def raw(self, name: str) -> str:
        """What was typed there, or nothing."""
        return next(iter(self.sent.get(name, [])), "")

    def raws(self, name: str) -> list[str]:
        """All values of a list of boxes."""
        return self.sent.get(name, [])

    def refuse(self, name: str, because: Message) -> None:
        """Add an error that only the act could find."""
        self.errors[name] = because


def blank(**values: str | list[str]) -> Filled[Any]:
    """A form not yet filled in, with what is known already."""
    return Filled({k: v if isinstance(v, list) else [v] for k, v in values.items()})


def read_form(shape: type[F], pairs: Iterable[tuple[str, Any]]) -> Filled[F]:
    """Check the pairs that were sent against the shape; errors are sentences that say what to do."""
    sent: dict[str, list[str]] = {}
    errors: dict[str, Message] = {}
    for name, value in pairs:
        if name in GUARDS:
            continue
        if isinstance(value, str):
            sent.setdefault(name, []).append(value)
        else:
            errors[name] = say("Please type this in; a file cannot be used here.")
    values = _values(shape, sent, errors)
    filled: Filled[F] = Filled(sent, errors)
    try:
        clean = shape.model_validate(values)
    except ValidationError as wrong:
        for problem in wrong.errors():
            errors.setdefault(str(problem["loc"][0]) if problem["loc"] else "", _sentence(problem))
    else:
        filled.clean = None if errors else clean
    return filled


def _values(shape: type[Form], sent: Mapping[str, list[str]], errors: dict[str, Message]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, given in sent.items():
        known = shape.model_fields.get(name)
        if (known is not None and "list" in str(known.annotation)) or "tuple" in str(
            known and known.annotation
        ):
            values[name] = [v for v in given if v != ""]
        elif len(given) > 1:
            errors[name] = say("This came twice. Please fill in the form once more.")
        elif given[0].strip() or known is None:
            values[name] = given[0]
    return values


def repeated(names: Iterable[str]) -> bool:
    """Whether a name came more than once."""
    return any(n > 1 for n in Counter(names).values())


SENTENCES: dict[str, Message] = {
    "missing": say("Please fill this in."),
    "string_too_short": say("Please fill this in."),
    "extra_forbidden": say(
        "This form does not have that field. Please reload the page and fill it in again."
    ),
    "enum": say("Please choose one of the answers."),
    "literal_error": say("Please choose one of the answers."),
    "int_parsing": say("Please write a whole number, for example 3."),
    "int_from_float": say("Please write a whole number, for example 3."),
    "date_from_datetime_parsing": say("Please write a day like 2026-04-18."),
    "date_parsing": say("Please write a day like 2026-04-18."),
    "datetime_from_date_parsing": say("Please write a moment like 2026-04-18 14:30."),
    "datetime_parsing": say("Please write a moment like 2026-04-18 14:30."),
    "time_parsing": say("Please write a time like 08:30."),
    "bool_parsing": say("Please choose one of the answers."),
}


def _sentence(problem: Any) -> Message:
    kind, context = problem["type"], problem.get("ctx", {})
    if kind in {"string_too_long", "too_long"}:
        n = int(context["max_length"])
        return say_n("Please shorten this to %(n)s character.", "Please shorten this to %(n)s characters.", n)
    if kind in {"greater_than_equal", "greater_than"}:
        return say(
            "Please write a number of at least %(least)s.", least=int(context.get("ge", context.get("gt", 0)))
        )
    if kind in {"less_than_equal", "less_than"}:
        return say(
            "Please write a number of at most %(most)s.", most=int(context.get("le", context.get("lt", 0)))
        )
    if kind == "value_error":
        return _own(str(context.get("error")))
    return SENTENCES.get(kind, say("Please check what you wrote here."))


def _own(name: str) -> Message:
    if name == "one_line":
        return say("Please write this in one line.")
    if name == "invisible":
        return say("This contains characters that cannot be seen. Please type it again.")
    if name == "yuan":
        return say("Please write an amount in yuan, for example 6850 or 6850.50.")
    return say("Please check what you wrote here.")
