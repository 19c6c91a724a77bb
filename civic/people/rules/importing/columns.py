"""The columns of a list, their headings, and what no list may bring: offices."""

import re
import unicodedata
from collections.abc import Iterable
from enum import StrEnum

from civic.core.message import Message, say_p
from civic.people.rules.importing import words


class Column(StrEnum):
    """What a list may tell about a dwelling and somebody in it."""

    ESTATE = "estate"
    BUILDING = "building"
    ENTRANCE = "entrance"
    FLOOR = "floor"
    DOOR = "door"
    KIND = "kind"
    AREA = "area"
    AREA_SOURCE = "area_source"
    STATE = "state"
    HOUSEHOLD = "household"
    NAME = "name"
    RELATION = "relation"
    CAPACITY = "capacity"
    """Owner, tenant, family: what lists put into one column instead of two. Read, never written."""
    OWNER = "owner"
    SHARE = "share"
    NAMED_VOTER = "named_voter"
    PHONE = "phone"
    BORN_ON = "born_on"
    REGISTERED = "registered"
    FROM_ON = "from_on"
    TO_ON = "to_on"


LABELS = {
    Column.ESTATE: say_p("column", "Estate"),
    Column.BUILDING: say_p("column", "Building"),
    Column.ENTRANCE: say_p("column", "Entrance"),
    Column.FLOOR: say_p("column", "Floor"),
    Column.DOOR: say_p("column", "Door"),
    Column.KIND: say_p("column", "Kind"),
    Column.AREA: say_p("column", "Area"),
    Column.AREA_SOURCE: say_p("column", "Source of area"),
    Column.STATE: say_p("column", "Sale"),
    Column.HOUSEHOLD: say_p("column", "Household number"),
    Column.NAME: say_p("column", "Name"),
    Column.RELATION: say_p("column", "Relation to householder"),
    Column.CAPACITY: say_p("column", "Owner or tenant"),
    Column.OWNER: say_p("column", "Owner"),
    Column.SHARE: say_p("column", "Share"),
    Column.NAMED_VOTER: say_p("column", "Named voter"),
    Column.PHONE: say_p("column", "Phone"),
    Column.BORN_ON: say_p("column", "Date of birth"),
    Column.REGISTERED: say_p("column", "Registered"),
    Column.FROM_ON: say_p("column", "Moved in"),
    Column.TO_ON: say_p("column", "Moved out"),
}

OF_THE_TEMPLATE = tuple(column for column in Column if column is not Column.CAPACITY)
"""What the template asks for and an export writes."""

_KNOWN = {heading: Column(name) for name, headings in words.HEADINGS.items() for heading in headings.split()}


def label(column: Column) -> Message:
    """What the template's heading says."""
    return LABELS[column]


def column_of(heading: str) -> Column | None:
    """The column that a heading means; what stands in brackets, stars and spaces do not count."""
    return _KNOWN.get(_plain(heading))


def is_office(heading: str) -> bool:
    """Whether a heading speaks of posts, rights or sign-in: never read, whatever is in it."""
    return any(word in _plain(heading) for word in words.OFFICES)


def owners_alone(headings: Iterable[str]) -> bool:
    """Whether the list is one of owners: their names are headed so, and no column says who owns."""
    plain = [_plain(heading) for heading in headings]
    return any(heading in words.OWNERS_ALONE for heading in plain) and Column.OWNER not in map(
        column_of, plain
    )


def is_example(cells: Iterable[str]) -> bool:
    """Whether a row is one of the template's examples."""
    first = next((cell.strip() for cell in cells if cell.strip()), "")
    return first.casefold().startswith(words.EXAMPLES)


def _plain(heading: str) -> str:
    text = unicodedata.normalize("NFKC", heading).casefold()
    return re.sub(r"\([^)]*\)|[\s*:_/-]", "", text)
