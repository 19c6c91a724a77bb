"""Who lives where after the import: moving in, moving, moving out, and what changes in between."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from civic.core.message import Message, say
from civic.people.rules.importing.choices import ELSEWHERE
from civic.people.rules.importing.columns import Column
from civic.people.rules.importing.entry import Entry, Home
from civic.people.rules.importing.faces import Faces
from civic.people.rules.importing.fault import Note, Weight
from civic.people.rules.importing.planned import FieldChange, Value
from civic.people.rules.importing.registry import KnownResidence
from civic.people.rules.importing.roll import Roll


@dataclass(frozen=True)
class Living:
    """A residence that begins; the relation is settled, the rest is in the row."""

    relation: str
    registered: bool | None
    moves_from: KnownResidence | None


class Households:
    """Says who is householder where the list does not: the first of a household without one."""

    def __init__(self, rows: Iterable[Entry], roll: Roll) -> None:
        self.headed: dict[Home, set[int]] = defaultdict(set)
        for row in rows:
            if row.relation == "householder":
                self.headed[row.home].add(row.household or 1)
        for residence in roll.known.residences:
            self.headed[roll.homes[residence.dwelling_id]].add(residence.household)

    def relation_of(self, row: Entry) -> str:
        """As the row says; else householder of a household that nobody heads or lives in yet."""
        household = row.household or 1
        if row.relation:
            return row.relation
        if household in self.headed[row.home]:
            return "other"
        self.headed[row.home].add(household)
        return "householder"


def living_of(row: Entry, faces: Faces, roll: Roll, households: Households) -> Living | list[FieldChange]:
    """What the row does to residences: one that begins, or fields of one that the roll has."""
    person = faces.of[row.number].known
    here = roll.lives_in(person.id, row) if person else None
    if not row.stays(roll.today):
        return _left(row, here, roll)
    if here is not None:
        return _changed(row, here)
    before = roll.residences[person.id] if person else []
    leaves = next((residence for residence in before if residence.to_on is None), None)
    return Living(households.relation_of(row), row.registered, leaves)


def ending(row: Entry, living: Living, roll: Roll) -> list[FieldChange]:
    """The residence that a move ends: the day before the new one begins."""
    if living.moves_from is None:
        return []
    last = (row.from_on or roll.today) - timedelta(days=1)
    return [FieldChange("residence", living.moves_from.id, "to_on", None, last)]


def not_here(row: Entry) -> Message:
    """Of somebody who has moved out and whom the roll does not have here."""
    return say("%(name)s does not live here by the roll; nothing is to be ended.", name=row.name)


def _left(row: Entry, here: KnownResidence | None, roll: Roll) -> list[FieldChange]:
    """Moved out, or an owner who lives elsewhere."""
    moved_out = row.lives and row.to_on is not None
    if moved_out and here is None:
        row.notes.append(Note(Weight.TOLD, not_here(row)))
    if moved_out and here is not None and here.to_on != row.to_on:
        return [FieldChange("residence", here.id, "to_on", here.to_on, row.to_on)]
    if here is not None and row.relation == ELSEWHERE:
        row.mend(
            say(
                "By the roll %(name)s lives here. To end that, please give the day of moving out.",
                name=row.name,
            ),
            Column.TO_ON,
        )
    return []


def _changed(row: Entry, here: KnownResidence) -> list[FieldChange]:
    told: dict[str, Value] = {
        "household": row.household, "relation": row.relation, "registered": row.registered,
        "from_on": row.from_on, "to_on": row.to_on,
    }  # fmt: skip
    return [
        FieldChange("residence", here.id, field, getattr(here, field), value)
        for field, value in told.items()
        if value is not None and getattr(here, field) != value
    ]
