"""Understanding the cells of a row: each is read, or its fault named.

Readers of places, areas and words remember what they read last, since lists repeat them; those of names,
phones and days do not: nothing personal stays behind.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeVar

from civic.core.message import say
from civic.people.rules.importing import words
from civic.people.rules.importing.choices import ELSEWHERE, choice_of, yes_of
from civic.people.rules.importing.columns import Column, label
from civic.people.rules.importing.days import day_of, past_day_of
from civic.people.rules.importing.entry import Entry
from civic.people.rules.importing.fault import Fault
from civic.people.rules.importing.names import name_of, phone_of
from civic.people.rules.importing.numbers import area_of, counted, share_of, tight
from civic.people.rules.importing.places import Typed, building_of, door_of, entrance_of, estate_of, floor_of

T = TypeVar("T")
MOST_HOUSEHOLDS = 20
SUM_STANDS = (Column.ESTATE, Column.BUILDING, Column.DOOR)


def read_entry(number: int, row: Mapping[str, str], today: date) -> Entry:
    """Understand a row; every fault in it is named, not only the first."""
    return _Reader(Entry(number), row, today).read()


class _Reader:
    """Reads the cells of one row into its entry."""

    def __init__(self, entry: Entry, row: Mapping[str, str], today: date) -> None:
        self.entry, self.row, self.today = entry, row, today

    def read(self) -> Entry:
        """Place, dwelling, person, in the order of the columns."""
        if any(tight(self._text(column)) in words.SUMS for column in SUM_STANDS):
            self.entry.refuse(say("This row is a sum and no dwelling; it is left out."))
            return self.entry
        self._place()
        self._dwelling()
        if self._text(Column.NAME):
            self._person()
        elif self._text(Column.PHONE) or self._text(Column.BORN_ON) or self._text(Column.RELATION):
            self.entry.refuse(
                say("The name is missing. Please write it as on the household register."), Column.NAME
            )
        return self.entry

    def _place(self) -> None:
        entry = self.entry
        entry.estate = self._cell(Column.ESTATE, estate_of) or ""
        typed = self._cell(Column.DOOR, door_of) or Typed("")
        building = self._cell(Column.BUILDING, building_of) or ""
        entrance = self._cell(Column.ENTRANCE, entrance_of)
        entry.building = building or typed.building
        entry.entrance = entrance or typed.entrance or 1
        entry.says_entrance = bool(entrance or typed.entrance)
        entry.door = typed.door
        if (typed.building and entry.building != typed.building) or (
            typed.entrance and entry.entrance != typed.entrance
        ):
            entry.refuse(
                say("The door names another building or entrance than the columns before it."), Column.DOOR
            )
        if not self._text(Column.DOOR):
            entry.refuse(say("The door is missing. Please write it as 501."), Column.DOOR)
        if not entry.building and not self._text(Column.BUILDING):
            entry.refuse(say("The building is missing. Please write it as on its sign."), Column.BUILDING)

    def _dwelling(self) -> None:
        entry = self.entry
        entry.kind = self._cell(Column.KIND, lambda text: choice_of(Column.KIND, text))
        entry.floor = self._cell(Column.FLOOR, floor_of)
        entry.area_hundredths = self._cell(Column.AREA, area_of)
        entry.area_source = self._cell(Column.AREA_SOURCE, lambda text: told_of(Column.AREA_SOURCE, text))
        entry.state = self._cell(Column.STATE, lambda text: told_of(Column.STATE, text))

    def _person(self) -> None:
        entry = self.entry
        entry.name = self._cell(Column.NAME, name_of) or ""
        entry.household = self._cell(Column.HOUSEHOLD, household_of)
        entry.relation = self._cell(Column.RELATION, lambda text: choice_of(Column.RELATION, text))
        entry.owner = self._cell(Column.OWNER, lambda text: yes_of(Column.OWNER, text))
        self._capacity()
        entry.share = self._cell(Column.SHARE, share_of)
        entry.named_voter = self._cell(Column.NAMED_VOTER, lambda text: yes_of(Column.NAMED_VOTER, text))
        entry.phone = self._cell(Column.PHONE, phone_of) or ""
        entry.born_on = self._cell(Column.BORN_ON, lambda text: past_day_of(text, self.today))
        entry.registered = self._cell(Column.REGISTERED, registered_of)
        entry.from_on = self._cell(Column.FROM_ON, lambda text: past_day_of(text, self.today))
        entry.to_on = self._cell(Column.TO_ON, day_of)
        check_person(entry)

    def _capacity(self) -> None:
        """What one column says of owning and living; the two columns made for it go first."""
        entry = self.entry
        said = self._cell(Column.CAPACITY, lambda text: choice_of(Column.CAPACITY, text))
        if said is None:
            return
        if said in words.RELATIONS and entry.relation is None:
            entry.relation = said
        elif said == "family" and entry.relation is None:
            entry.relation = "kin"
        if entry.owner is None and said in ("owner", "tenant", "family"):
            entry.owner = said == "owner"
        elif said in ("owner", "tenant") and entry.owner is not (said == "owner"):
            entry.refuse(
                say(
                    "“%(column)s” and “%(other)s” say different things. Please correct the one that is wrong.",
                    column=label(Column.CAPACITY), other=label(Column.OWNER),
                ),
                Column.CAPACITY,
            )  # fmt: skip

    def _text(self, column: Column) -> str:
        return self.row.get(column, "").strip()

    def _cell(self, column: Column, read: Callable[[str], T]) -> T | None:
        """The cell's value, None for a blank one; a fault is noted and reads as blank."""
        text = self._text(column)
        if not text:
            return None
        try:
            return read(text)
        except Fault as fault:
            self.entry.refuse(fault.because, column)
            return None


def registered_of(text: str) -> bool | None:
    """Yes, no, or None where the list says that nobody knows."""
    return None if tight(text) in words.UNKNOWN.split() else yes_of(Column.REGISTERED, text)


def told_of(column: Column, text: str) -> str | None:
    """The value that a word means; None for “not known”, which takes nothing back that the roll knows."""
    value = choice_of(column, text)
    return None if value == "not_known" else value


def household_of(text: str) -> int:
    """Which household of the dwelling: 1, 2 …"""
    try:
        number = counted(tight(text).removesuffix(words.HOUSEHOLD_END))
    except (KeyError, ValueError):
        number = 0
    if not 1 <= number <= MOST_HOUSEHOLDS:
        raise Fault(
            say(
                "“%(text)s” is no number of a household. Please count those of one dwelling 1, 2, 3.",
                text=text[:60],
            )
        )
    return number


def check_person(entry: Entry) -> None:
    """What the cells of one person must not say together."""
    if entry.owner and entry.relation == "tenant":
        entry.refuse(
            say("Nobody is tenant and owner of the same dwelling. Please keep one of the two."), Column.OWNER
        )
    if entry.from_on and entry.to_on and entry.to_on < entry.from_on:
        entry.refuse(
            say("This person would have moved out before moving in. Please look up both days."), Column.TO_ON
        )
    if entry.born_on and entry.from_on and entry.from_on < entry.born_on:
        entry.refuse(
            say("This person would have moved in before being born. Please look up both days."),
            Column.FROM_ON,
        )
    if entry.organisation and not entry.owner:
        entry.refuse(
            say("A firm or body stands here only as an owner. Please write yes under “Owner”."), Column.OWNER
        )
    if entry.relation == ELSEWHERE and not entry.owner:
        entry.refuse(
            say("This person neither lives here nor owns. Please leave the row out."), Column.RELATION
        )
    if entry.share and not entry.owner:
        entry.refuse(say("There is a share, but the column “Owner” does not say yes."), Column.SHARE)
