"""The dwellings and buildings of a plan: which are new, what of the known ones changes."""

import re
from collections import defaultdict

from civic.core.message import say
from civic.people.rules.importing.columns import Column
from civic.people.rules.importing.conflicts import FIELDS
from civic.people.rules.importing.entry import Entry, Home
from civic.people.rules.importing.places import floor_by
from civic.people.rules.importing.planned import FieldChange, NewBuilding, NewDwelling, Value
from civic.people.rules.importing.registry import KnownDwelling
from civic.people.rules.importing.roll import Roll

DEFAULTS: dict[str, Value] = {"kind": "home", "area_source": "not_known", "state": "not_known"}
"""Of a home nobody says more than the list does; what is no shop and no parking space is one."""


class Doors:
    """Each dwelling of the list once, whatever its rows tell about it put together."""

    def __init__(self, taken: list[Entry], roll: Roll) -> None:
        self.roll = roll
        self.told: dict[Home, dict[str, Value]] = defaultdict(dict)
        self.entrances: dict[str, int] = {}
        self.estates: dict[str, str] = {}
        for entry in taken:
            told = {field: getattr(entry, field) for field in FIELDS}
            self.told[entry.home] |= {field: value for field, value in told.items() if value is not None}
            self.entrances[entry.building] = max(self.entrances.get(entry.building, 1), entry.entrance)
            if entry.estate:
                self.estates.setdefault(entry.building, entry.estate)
        self.dwellings: list[NewDwelling] = []
        self.refs: dict[Home, int] = {}
        self.placed: set[int] = set()

    def add(self, entry: Entry) -> tuple[int, bool, list[FieldChange]]:
        """The row's dwelling (an id, or a number below 0), whether it is new, what changes of it."""
        if entry.home in self.refs:
            return self.refs[entry.home], False, []
        known = self.roll.dwelling(entry)
        told = self._told(entry, known)
        if known is None:
            return self._new(entry, told), True, []
        self.refs[entry.home] = known.id
        _mend_area(entry, told.get("area_hundredths", known.area_hundredths), told.get("kind", known.kind))
        changes = [
            FieldChange("dwelling", known.id, name, getattr(known, name), value)
            for name, value in told.items()
        ]
        return known.id, False, [change for change in changes if change.before != change.after]

    def new_buildings(self) -> tuple[NewBuilding, ...]:
        """Buildings that the roll does not have, in the order of the file."""
        fresh = [name for name in self.entrances if name not in self.roll.buildings]
        return tuple(
            NewBuilding(name, self.entrances[name], position_of(name), self.estates.get(name, ""))
            for name in fresh
        )

    def estate_of(self, entry: Entry) -> list[FieldChange]:
        """The estate of a known building that had none, told with the first row that names it."""
        known = self.roll.buildings.get(entry.building)
        if known is None or known.estate or not entry.estate or known.id in self.placed:
            return []
        self.placed.add(known.id)
        return [FieldChange("building", known.id, "estate", "", entry.estate)]

    def more_entrances(self) -> list[FieldChange]:
        """Known buildings in which the list counts more entrances."""
        known = [
            (self.roll.buildings[name], most)
            for name, most in self.entrances.items()
            if name in self.roll.buildings
        ]
        return [
            FieldChange("building", building.id, "entrances", building.entrances, most)
            for building, most in known
            if most > building.entrances
        ]

    def _told(self, entry: Entry, known: KnownDwelling | None) -> dict[str, Value]:
        """What the list says; the floor by the door's number where neither list nor roll has it."""
        told = dict(self.told[entry.home])
        kind = told.get("kind") or (known.kind if known else "home")
        if kind != "parking" and told.get("floor") is None and (known is None or known.floor is None):
            floor = floor_by(entry.door)
            if floor is not None:
                told["floor"] = floor
        return told

    def _new(self, entry: Entry, told: dict[str, Value]) -> int:
        ref = -1 - len(self.dwellings)
        known = self.roll.buildings.get(entry.building)
        values = DEFAULTS | told
        _mend_area(entry, told.get("area_hundredths"), values["kind"])
        self.refs[entry.home] = ref
        self.dwellings.append(
            NewDwelling(
                ref, known.name if known else entry.building, entry.entrance, entry.door, _int(told.get("floor")),
                str(values["kind"]), _int(told.get("area_hundredths")), str(values["area_source"]), str(values["state"]),
            )
        )  # fmt: skip
        return ref


def position_of(building: str) -> int:
    """The order in which people count buildings: the first number in the name, 0 without one."""
    found = re.search(r"[0-9]{1,4}", building)
    return int(found[0]) if found else 0


def _mend_area(entry: Entry, area: Value, kind: Value) -> None:
    if area is None and kind != "parking":
        entry.mend(say("The area is missing; the dwelling is listed among the gaps to mend."), Column.AREA)


def _int(value: Value) -> int | None:
    return value if isinstance(value, int) else None
