"""Who a row is about: somebody on the roll, somebody of an earlier row, or somebody new."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from civic.core.message import Message, say
from civic.people.rules.importing.columns import Column
from civic.people.rules.importing.entry import Entry, Home
from civic.people.rules.importing.registry import KnownPerson
from civic.people.rules.importing.roll import Roll


@dataclass(eq=False)
class Face:
    """One person, as the roll and the rows so far tell them."""

    name: str
    phone: str = ""
    born_on: date | None = None
    known: KnownPerson | None = None
    homes: set[Home] = field(default_factory=set)
    rows: list[Entry] = field(default_factory=list)

    def same(self, entry: Entry) -> bool:
        """The same birth day or phone; of an organisation the name is enough."""
        if entry.organisation:
            return True
        if self.born_on and entry.born_on:
            return self.born_on == entry.born_on
        return bool(entry.phone) and self.phone == entry.phone


class Faces:
    """Finds the face of each row, in three passes so that the order of rows matters as little as possible."""

    def __init__(self, roll: Roll) -> None:
        self.today = roll.today
        self.named: dict[str, list[Face]] = defaultdict(list)
        self.of: dict[int, Face] = {}
        linked = roll.linked()
        for person in sorted(roll.known.people, key=lambda person: person.id):
            face = Face(person.name, person.phone, person.born_on, person, linked[person.id])
            self.named[person.name].append(face)

    def find_all(self, entries: Iterable[Entry]) -> None:
        """Give every row its face; refuse the rows that cannot be about one person."""
        rows = [entry for entry in entries if entry.name and not entry.refused]
        rows = self._left(rows, self._same_at_home)
        twins = Counter((row.name, row.home) for row in rows)
        rows = self._left(rows, lambda row: self._alone_at_home(row, twins))
        for row in rows:
            face = self._elsewhere(row)
            if not row.refused:
                self._meet(row, face or self._new(row))

    def _left(self, rows: list[Entry], find: "Finder") -> list[Entry]:
        """Try one way to find faces; the rows that it did not find."""
        found = [(row, find(row)) for row in rows]
        for row, face in found:
            if face is not None:
                self._meet(row, face)
        return [row for row, face in found if face is None]

    def _same_at_home(self, row: Entry) -> Face | None:
        return next(
            (face for face in self.named[row.name] if row.home in face.homes and face.same(row)), None
        )

    def _alone_at_home(self, row: Entry, twins: Counter[tuple[str, Home]]) -> Face | None:
        """The only one of that name at the door: even a day of birth may then be corrected."""
        if twins[row.name, row.home] > 1:
            return None
        faces = [face for face in self.named[row.name] if row.home in face.homes and not face.rows]
        return faces[0] if len(faces) == 1 else None

    def _elsewhere(self, row: Entry) -> Face | None:
        for face in self.named[row.name]:
            if face.same(row) and not self._namesake(face, row):
                return face
            if row.phone and face.phone == row.phone and face.born_on and row.born_on:
                row.refuse(
                    say(
                        "%(name)s has the same phone elsewhere, but another date of birth. Please look it up again.",
                        name=row.name,
                    ),
                    Column.BORN_ON,
                )
        return None

    def _namesake(self, face: Face, row: Entry) -> bool:
        """Born on the same day, but with another phone, and both live here: two people of one name."""
        living = any(other.stays(self.today) and other.home != row.home for other in face.rows)
        return living and row.stays(self.today) and bool(row.phone and face.phone) and row.phone != face.phone

    def _new(self, row: Entry) -> Face:
        face = Face(row.name)
        self.named[row.name].append(face)
        return face

    def _meet(self, row: Entry, face: Face) -> None:
        """The row is about this person, unless an earlier row says otherwise."""
        for because, column in _objections(row, face, self.today):
            row.refuse(because, column)
        if row.refused:
            return
        face.rows.append(row)
        face.homes.add(row.home)
        face.phone, face.born_on = row.phone or face.phone, row.born_on or face.born_on
        self.of[row.number] = face


Finder = Callable[[Entry], Face | None]


def _objections(row: Entry, face: Face, today: date) -> Iterator[tuple[Message, Column]]:
    if face.known is not None and face.known.gone:
        yield (
            say(
                "The roll says that %(name)s died or left for good. If that is wrong, please correct it there first.",
                name=row.name,
            ),
            Column.NAME,
        )
    for other in face.rows:
        told = {"name": row.name, "row": str(other.number)}
        if other.home == row.home:
            yield (
                say(
                    "%(name)s already stands in row %(row)s for this door. Please put everything about one person into one row.",
                    **told,
                ),
                Column.NAME,
            )
        elif other.stays(today) and row.stays(today):
            yield (
                say(
                    "%(name)s already lives elsewhere by row %(row)s. Please say in one of the rows that this person does not live there.",
                    **told,
                ),
                Column.NAME,
            )
        elif _differ(row.phone, other.phone) or _differ(row.born_on, other.born_on):
            yield (
                say(
                    "Row %(row)s gives another phone or date of birth for %(name)s. Please correct the one that is wrong.",
                    **told,
                ),
                Column.PHONE,
            )


def _differ(one: str | date | None, other: str | date | None) -> bool:
    return bool(one and other and one != other)
