"""Rows of one list that contradict each other; the roll is not asked here."""

from collections import defaultdict
from collections.abc import Hashable, Iterable

from civic.core.amount import Area
from civic.core.message import Param, say
from civic.people.rules.importing.choices import word
from civic.people.rules.importing.columns import Column, label
from civic.people.rules.importing.entry import Entry, Home
from civic.people.rules.importing.fault import Note, Weight

FIELDS = {
    "area_hundredths": Column.AREA,
    "kind": Column.KIND,
    "area_source": Column.AREA_SOURCE,
    "state": Column.STATE,
    "floor": Column.FLOOR,
}
"""What a dwelling has once, however many rows tell it."""


def refuse_contradictions(entries: Iterable[Entry]) -> None:
    """Refuse rows that cannot all be right; both sides, where nobody can say which is."""
    for rows in by_home(entries).values():
        for field, column in FIELDS.items():
            _one_value(rows, field, column)
        _once_each(rows)
        _one_householder(rows)
        _one_door(rows)


def by_home(entries: Iterable[Entry]) -> dict[Home, list[Entry]]:
    """The rows of each dwelling that are not refused, in the order of the file."""
    homes: dict[Home, list[Entry]] = defaultdict(list)
    for entry in entries:
        if not entry.refused:
            homes[entry.home].append(entry)
    return homes


def shown_value(field: str, value: object) -> Param:
    """A dwelling's value as people read it."""
    if field == "area_hundredths" and isinstance(value, int):
        return Area(value)
    return word(value) if isinstance(value, str) else int(str(value))


def _one_value(rows: list[Entry], field: str, column: Column) -> None:
    told = [row for row in rows if getattr(row, field) is not None]
    values: dict[Hashable, Entry] = {}
    for row in told:
        values.setdefault(getattr(row, field), row)
    if len(values) < 2:
        return
    for row in told:
        other = next(first for value, first in values.items() if value != getattr(row, field))
        row.refuse(
            say(
                "“%(column)s” of this door is %(this)s here and %(that)s in row %(row)s. Please correct the one that is wrong.",
                column=label(column), this=shown_value(field, getattr(row, field)),
                that=shown_value(field, getattr(other, field)), row=str(other.number),
            ),
            column,
        )  # fmt: skip


def _once_each(rows: list[Entry]) -> None:
    named: dict[str, list[Entry]] = defaultdict(list)
    for row in rows:
        if row.name:
            named[row.name].append(row)
    for same in named.values():
        for place, row in enumerate(same):
            twin = next(
                (other for other in same[:place] if not other.refused and not told_apart(other, row)), None
            )
            if twin is not None:
                row.refuse(
                    say(
                        "%(name)s already stands in row %(row)s for this door. Please put everything about one person into one row.",
                        name=row.name, row=str(twin.number),
                    ),
                    Column.NAME,
                )  # fmt: skip


def told_apart(one: Entry, other: Entry) -> bool:
    """Whether two rows of one name must be two people: another day of birth, or without one another phone."""
    if one.born_on and other.born_on:
        return one.born_on != other.born_on
    return bool(one.phone and other.phone and one.phone != other.phone) and not one.organisation


def _one_householder(rows: list[Entry]) -> None:
    heads: dict[int, Entry] = {}
    for row in rows:
        if row.relation != "householder" or row.refused:
            continue
        first = heads.setdefault(row.household or 1, row)
        if first is not row:
            row.refuse(
                say(
                    "Row %(row)s already names the householder. If two households live here, number them 1 and 2 in “%(column)s”.",
                    row=str(first.number), column=label(Column.HOUSEHOLD),
                ),
                Column.RELATION,
            )  # fmt: skip


def _one_door(rows: list[Entry]) -> None:
    nameless = [row for row in rows if not row.name]
    for row in nameless[1:]:
        row.notes.append(
            Note(Weight.TOLD, say("The same door as in row %(row)s.", row=str(nameless[0].number)))
        )
