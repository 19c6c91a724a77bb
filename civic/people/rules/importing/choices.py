"""Words out of a list of allowed ones: kinds, sources, relations, yes and no."""

from collections.abc import Mapping
from functools import lru_cache

from civic.core.message import Message, say, say_p
from civic.people.rules.importing import words
from civic.people.rules.importing.columns import Column
from civic.people.rules.importing.fault import Fault, listed
from civic.people.rules.importing.numbers import tight

ELSEWHERE = "elsewhere"
"""The word for an owner who lives somewhere else; no relation on the roll."""

VALUES: Mapping[Column, Mapping[str, str]] = {
    Column.KIND: words.KINDS,
    Column.AREA_SOURCE: words.AREA_SOURCES,
    Column.STATE: words.STATES,
    Column.RELATION: words.RELATIONS,
    Column.CAPACITY: words.RELATIONS
    | words.CAPACITIES
    | {"tenant": f"{words.RELATIONS['tenant']} {words.CAPACITIES['tenant']}"},
}
_KNOWN = {
    column: {word: value for value, said in values.items() for word in said.split()}
    for column, values in VALUES.items()
}

LABELS = {
    "home": say_p("in a list", "home"),
    "shop": say_p("in a list", "shop"),
    "parking": say_p("in a list", "parking"),
    "register": say_p("in a list", "register"),
    "survey": say_p("in a list", "survey"),
    "contract": say_p("in a list", "contract"),
    "sold": say_p("in a list", "sold"),
    "unsold": say_p("in a list", "unsold"),
    "undelivered": say_p("in a list", "undelivered"),
    "not_known": say_p("in a list", "not known"),
    "householder": say_p("in a list", "householder"),
    "spouse": say_p("in a list", "spouse"),
    "child": say_p("in a list", "child"),
    "parent": say_p("in a list", "parent"),
    "kin": say_p("in a list", "kin"),
    "other": say_p("in a list", "other"),
    "tenant": say_p("in a list", "tenant"),
    ELSEWHERE: say_p("in a list", "elsewhere"),
    "owner": say_p("in a list", "owner"),
    "family": say_p("in a list", "family"),
    "resident": say_p("in a list", "resident"),
    "yes": say_p("in a list", "yes"),
    "no": say_p("in a list", "no"),
}
"""The word of the template for each value; what is written in it is read back as that value."""


def word(value: str | bool) -> Message:
    """How a list writes a value."""
    return LABELS[{True: "yes", False: "no"}[value] if isinstance(value, bool) else value]


def allowed(column: Column) -> list[Message]:
    """The words that a column may hold."""
    if column is Column.CAPACITY:
        return [word(value) for value in words.CAPACITIES]
    return [word(value) for value in VALUES.get(column, {"yes": "", "no": ""})]


@lru_cache(1024)
def choice_of(column: Column, text: str) -> str:
    """The value that a word means; Fault names the allowed ones."""
    value = _KNOWN[column].get(tight(text))
    if value is None:
        raise _unknown(column, text)
    return value


@lru_cache(1024)
def yes_of(column: Column, text: str) -> bool:
    """Yes or no, by word or mark; Fault for anything else."""
    said = tight(text)
    if said in words.YES or said in words.NO:
        return said in words.YES
    raise _unknown(column, text)


def _unknown(column: Column, text: str) -> Fault:
    return Fault(
        say(
            "“%(text)s” is unknown here. Please use one of: %(words)s.",
            text=text[:60],
            words=listed(allowed(column)),
        )
    )
