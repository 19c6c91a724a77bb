"""The plan while it is written, row by row: what is new gets a number below 0."""

from collections.abc import Iterable
from fractions import Fraction

from civic.core.days import LONG_AGO
from civic.core.message import Message, say
from civic.people.rules.importing.doors import Doors
from civic.people.rules.importing.entry import Entry
from civic.people.rules.importing.faces import Face, Faces
from civic.people.rules.importing.fault import Note, Weight
from civic.people.rules.importing.living import Households, Living, ending, living_of, not_here
from civic.people.rules.importing.own import ASKED
from civic.people.rules.importing.owners import Owned
from civic.people.rules.importing.planned import (
    FieldChange,
    NewOwnership,
    NewPerson,
    NewResidence,
    Outcome,
    Plan,
    PlannedRow,
    Shown,
    Value,
)
from civic.people.rules.importing.registry import KnownOwnership
from civic.people.rules.importing.roll import Roll
from civic.people.rules.importing.showing import shown, shown_move, shown_share


class Draft:
    """Takes the rows that go in, in the order of the file, and gives the plan."""

    def __init__(
        self, taken: list[Entry], roll: Roll, faces: Faces, owned: dict[int, Owned], registered: bool | None
    ) -> None:
        self.registered, self.unsaid, self.equal = registered, 0, 0
        self.roll, self.faces, self.owned = roll, faces, owned
        self.doors = Doors(taken, roll)
        self.households = Households(taken, roll)
        self.people: dict[Face, int] = {}
        self.changes: dict[FieldChange, None] = {}  # each once, in order
        self.residences: list[NewResidence] = []
        self.ownerships: list[NewOwnership] = []
        self.new: set[int] = set()
        self.changed: set[int] = set()
        self.shown: dict[int, list[Shown]] = {}
        self.about: dict[int, tuple[int, int | None]] = {}
        for entry in taken:
            self._add(entry)

    def plan(self, entries: list[Entry], own: int = 0) -> Plan:
        """The whole plan; refused rows are in it with their reasons."""
        return Plan(
            tuple(self._row(entry) for entry in entries),
            self.doors.new_buildings(),
            tuple(self.doors.dwellings),
            tuple(_person(face, ref) for face, ref in self.people.items() if ref < 0),
            (*self.doors.more_entrances(), *self.changes),
            tuple(self.residences),
            tuple(self.ownerships),
            _missing(entries, self.faces, self.roll),
            own,
            len(self.owned),
            self.unsaid,
            self.equal,
        )

    def _row(self, entry: Entry) -> PlannedRow:
        outcome = Outcome.UNCHANGED
        if entry.refused:
            outcome = Outcome.REFUSED
        elif entry.number in self.new:
            outcome = Outcome.NEW
        elif entry.number in self.changed:
            outcome = Outcome.CHANGED
        return PlannedRow(
            entry.number, outcome, entry.building, entry.entrance, entry.door, entry.name,
            tuple(entry.notes), tuple(self.shown.get(entry.number, ())), *self.about.get(entry.number, ()),
        )  # fmt: skip

    def _add(self, entry: Entry) -> None:
        dwelling, is_new, changes = self.doors.add(entry)
        if is_new:
            self._is_new(entry, say("New door."))
        self._change(entry, [*self.doors.estate_of(entry), *changes])
        self.about[entry.number] = dwelling, None
        if entry.name and not self._gone_before(entry):
            person = self._person(entry)
            self.about[entry.number] = dwelling, person
            self._living(entry, person, dwelling)
            self._owning(entry, person, dwelling)

    def _gone_before(self, entry: Entry) -> bool:
        """Somebody the roll never knew who has moved out: there is nothing to write down."""
        face = self.faces.of[entry.number]
        if face.known or face in self.people or entry.owns or entry.stays(self.roll.today):
            return False
        entry.notes.append(Note(Weight.TOLD, not_here(entry)))
        return True

    def _person(self, entry: Entry) -> int:
        face = self.faces.of[entry.number]
        known = face.known
        if known is None:
            if face not in self.people:
                self.people[face] = -1 - len(self.people)
                self._is_new(entry, say("New on the roll."))
            return self.people[face]
        told = {"phone": entry.phone, "born_on": entry.born_on}
        before = {"phone": known.phone, "born_on": known.born_on}
        changes = [
            FieldChange("person", known.id, name, before[name], told[name])
            for name in told
            if told[name] and told[name] != before[name]
        ]
        if any(change.field in known.asked for change in changes):
            entry.notes.append(Note(Weight.TOLD, ASKED))
        self._change(
            entry,
            [change for change in changes if change.field not in known.asked and change not in self.changes],
        )
        return known.id

    def _living(self, entry: Entry, person: int, dwelling: int) -> None:
        found = living_of(entry, self.faces, self.roll, self.households)
        if not isinstance(found, Living):
            self._change(entry, found)
            return
        # A move ends the home before, so it has a day: today, where the list gives none.
        start = entry.from_on or (self.roll.today if found.moves_from else LONG_AGO)
        registered = found.registered
        if registered is None and found.relation != "tenant":
            self.unsaid += 1
            registered = self.registered
        self.residences.append(
            NewResidence(
                person, dwelling, entry.household or 1, found.relation, registered, start, entry.to_on
            )
        )
        self.changes |= dict.fromkeys(ending(entry, found, self.roll))
        if found.moves_from:
            self._show(entry, shown_move(self.roll.homes[found.moves_from.dwelling_id], entry.home))
            if not entry.from_on:
                self._tell(entry, say("The list gives no day for this move: taken as today."))
        else:
            self._tell(
                entry,
                say("Lives here from %(day)s.", day=start)
                if entry.from_on
                else say("Lives here; since when, the list does not say."),
            )

    def _owning(self, entry: Entry, person: int, dwelling: int) -> None:
        owned = self.owned.get(entry.number)
        if owned is None:
            if entry.owner is False and self.roll.owns_of(person, entry):
                entry.mend(
                    say(
                        "By the roll %(name)s owns a part. If that has ended, please end it there.",
                        name=entry.name,
                    )
                )
            return
        if owned.known is None:
            share = owned.share
            self.ownerships.append(
                NewOwnership(
                    person,
                    dwelling,
                    share.numerator,
                    share.denominator,
                    owned.named_voter,
                    LONG_AGO,
                    owned.share_known,
                )
            )
            self._tell(entry, _owning_words(share, owned))
            self.equal += not owned.share_known
            if not entry.lives and not entry.organisation and entry.relation is None:
                self._tell(
                    entry,
                    say(
                        "Whether they live here too, the list does not say: they are not entered as living here."
                    ),
                )
        else:
            self._owning_changes(entry, owned, owned.known)

    def _owning_changes(self, entry: Entry, owned: Owned, known: KnownOwnership) -> None:
        before, after = Fraction(known.share_num, known.share_den), owned.share
        if before != after or owned.share_known != known.share_known:
            told: dict[str, Value] = {
                "share_num": after.numerator,
                "share_den": after.denominator,
                "share_known": owned.share_known,
            }
            for name, value in told.items():
                if getattr(known, name) != value:
                    change = FieldChange("ownership", known.id, name, getattr(known, name), value)
                    self.changes[change] = None
            self._show(entry, shown_share(before if known.share_known else None, after))
        if known.named_voter != owned.named_voter:
            change = FieldChange("ownership", known.id, "named_voter", known.named_voter, owned.named_voter)
            self._change(entry, [change])

    def _change(self, entry: Entry, changes: list[FieldChange]) -> None:
        for change in changes:
            self.changes[change] = None
            self._show(entry, shown(change))

    def _show(self, entry: Entry, change: Shown) -> None:
        self.changed.add(entry.number)
        self.shown.setdefault(entry.number, []).append(change)

    def _tell(self, entry: Entry, what: Message) -> None:
        self.changed.add(entry.number)
        entry.notes.append(Note(Weight.TOLD, what))

    def _is_new(self, entry: Entry, what: Message) -> None:
        self.new.add(entry.number)
        entry.notes.append(Note(Weight.TOLD, what))


def _owning_words(share: Fraction, owned: Owned) -> Message:
    if owned.share_known:
        return say("Owns a share of %(share)s.", share=str(share))
    return say("Owns together with others; which share, the list does not say.")


def _person(face: Face, ref: int) -> NewPerson:
    """With what the rows that go in tell of this person, the first of them first."""
    rows = [row for row in face.rows if not row.refused]
    phone = next((row.phone for row in rows if row.phone), "")
    born_on = next((row.born_on for row in rows if row.born_on), None)
    return NewPerson(ref, face.name, phone, born_on, "organisation" if rows[0].organisation else "person")


def _missing(entries: Iterable[Entry], faces: Faces, roll: Roll) -> int:
    """People who live or own in the list's buildings and do not stand in the list, not even in a refused row."""
    entries = list(entries)
    buildings = {entry.building for entry in entries}
    names = {entry.name for entry in entries if entry.refused}
    here = {person for person, homes in roll.linked().items() if any(home[0] in buildings for home in homes)}
    seen = {face.known.id for face in faces.of.values() if face.known}
    return sum(
        person not in seen and not roll.people[person].gone and roll.people[person].name not in names
        for person in here
    )
