"""A plan's changes in words, for the preview."""

from datetime import date
from fractions import Fraction

from civic.core.amount import Area, Numbered
from civic.core.days import LONG_AGO
from civic.core.message import Message, Param, say, say_p
from civic.people.rules.importing.choices import word
from civic.people.rules.importing.columns import Column, label
from civic.people.rules.importing.entry import Home
from civic.people.rules.importing.planned import FieldChange, Shown, Value
from civic.people.rules.sight import masked_day, masked_phone

COLUMNS = {
    "area_hundredths": Column.AREA,
    "share_num": Column.SHARE,
}
"""Fields that are not called as their column is."""
NO_CHOICE = {"phone", "estate"}
"""Fields whose text is nobody's choice out of a list."""


def shown(change: FieldChange) -> Shown:
    """One field, before and after."""
    column = COLUMNS.get(change.field) or Column(change.field)
    return Shown(label(column), _before(change), _param(change.field, change.after))


def _before(change: FieldChange) -> Param:
    """What stands on the roll, masked where a look at it would be logged: a list with invented values must not
    show what is kept (domain paper, section 6)."""
    if change.field == "phone" and isinstance(change.before, str):
        return masked_phone(change.before) or None
    if change.field == "born_on" and isinstance(change.before, date) and change.before != LONG_AGO:
        return masked_day(change.before)
    return _param(change.field, change.before)


def shown_share(before: Fraction | None, after: Fraction) -> Shown:
    """An owner's share, before and after; None where nobody knew it."""
    return Shown(label(Column.SHARE), None if before is None else str(before), str(after))


def shown_move(before: Home, after: Home) -> Shown:
    """From which door to which."""
    return Shown(say_p("column", "Home"), place(before), place(after))


def place(home: Home) -> Message:
    """A dwelling in the preview: 2号楼 1-501."""
    building, entrance, door = home
    return say(
        "%(building)s %(entrance)s-%(door)s", building=Numbered(building), entrance=entrance, door=door
    )


def _param(field: str, value: Value) -> Param:
    if value == LONG_AGO:
        return None
    if isinstance(value, bool) or (isinstance(value, str) and field not in NO_CHOICE):
        return word(value)
    if field == "area_hundredths" and isinstance(value, int):
        return Area(value)
    return value or None
