"""A planned list as it is kept until somebody decides: rows in words, figures. Nothing of the roll is changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from civic.core.message import Message, say_p
from civic.core.packing import pack, unpack, unpack_message
from civic.people.queries.entries import Place
from civic.people.rules.importing.columns import LABELS, Column
from civic.people.rules.importing.fault import Weight, listed
from civic.people.rules.importing.planned import Outcome, Plan, PlannedRow


@dataclass(frozen=True)
class Remark:
    """A sentence about a row: what it weighs, the column that it is about."""

    weight: str
    column: Message | None
    text: Message


@dataclass(frozen=True)
class Line:
    """A row of the list as the preview shows it."""

    number: int
    outcome: str
    building: str
    entrance: int
    door: str
    name: str
    remarks: tuple[Remark, ...]
    changes: tuple[tuple[Any, Any, Any], ...]
    """What, before, after."""


def figures_of(plan: Plan) -> dict[str, int]:
    """Rows by what becomes of them; what would be new on the roll; who is missing from the list."""
    return {
        **{outcome.value: plan.count(outcome) for outcome in Outcome},
        "dwellings": len(plan.dwellings),
        "people": len(plan.people),
        "missing": plan.missing,
        "own": plan.own,
        "owners": plan.owners,
        "unsaid": plan.unsaid,
        "equal": plan.equal,
    }


def pack_rows(rows: Sequence[PlannedRow]) -> list[list[Any]]:
    """The planned rows as JSON values."""
    return [
        [
            row.number,
            row.outcome.value,
            [row.building, row.entrance, row.door, row.name],
            [[note.weight.value, note.column and note.column.value, pack(note.text)] for note in row.notes],
            [[pack(each.what), pack(each.before), pack(each.after)] for each in row.shown],
        ]
        for row in rows
    ]


def pack_kept(
    rows: Sequence[PlannedRow], homes: Mapping[int, int], people: Mapping[int, int]
) -> list[list[Any]]:
    """The rows that went in, without what was in them: which row, what became of it, which dwelling and person."""
    return [
        [
            row.number, row.outcome.value, homes.get(row.dwelling, row.dwelling),
            None if row.person is None else people.get(row.person, row.person),
            [pack(each.what) for each in row.shown],
        ]
        for row in rows
        if row.dwelling is not None
    ]  # fmt: skip


@dataclass(frozen=True)
class Kept:
    """A row that went in, by what the roll says today of whom and what it is about."""

    number: int
    place: Place | None
    person_id: int | None
    name: str
    what: tuple[Any, ...]
    """Which facts it changed."""


def kept_of(
    rows: Sequence[Sequence[Any]], places: Mapping[int, Place], names: Mapping[int, str]
) -> list[Kept]:
    """Such rows, readable again."""
    return [
        Kept(
            number, places.get(dwelling), person, names.get(person, ""), tuple(unpack(each) for each in what)
        )
        for number, _outcome, dwelling, person, what in rows
    ]


def line_of(kept: Sequence[Any]) -> Line:
    """One kept row, readable again."""
    number, outcome, where, notes, changes = kept
    remarks = (
        Remark(weight, LABELS[Column(column)] if column else None, unpack_message(text))
        for weight, column, text in notes
    )
    shown = tuple((unpack(what), unpack(before), unpack(after)) for what, before, after in changes)
    building, entrance, door, name = where
    return Line(number, outcome, building, entrance, door, name, tuple(remarks), shown)


def refused_headings() -> list[Message]:
    """Of the file with the refused rows."""
    places = [LABELS[each] for each in (Column.BUILDING, Column.ENTRANCE, Column.DOOR, Column.NAME)]
    return [say_p("of a list", "Row"), *places, say_p("of a list", "What to mend")]


def refused_row(line: Line) -> list[Message | str]:
    """One refused row with its reasons."""
    reasons = [each.text for each in line.remarks if each.weight == Weight.FAULT]
    where: list[Message | str] = [str(line.number), line.building, str(line.entrance), line.door, line.name]
    return [*where, listed(reasons)]
