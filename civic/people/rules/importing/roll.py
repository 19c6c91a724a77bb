"""The snapshot of the roll with its ways in: by home, by name, by who lives and owns where."""

from collections import defaultdict
from datetime import date

from civic.core.message import say
from civic.people.rules.importing.columns import Column
from civic.people.rules.importing.entry import Entry, Home
from civic.people.rules.importing.fault import Fault
from civic.people.rules.importing.places import building_of, door_of
from civic.people.rules.importing.registry import KnownDwelling, KnownOwnership, KnownResidence, Registry


class Roll:
    """Looks things up in a registry; the spelling of a building or door on the roll is kept."""

    def __init__(self, known: Registry, today: date) -> None:
        self.known, self.today = known, today
        self.buildings = {spelled(building.name): building for building in known.buildings}
        self.people = {person.id: person for person in known.people}
        self.dwellings: dict[Home, KnownDwelling] = {}
        self.homes: dict[int, Home] = {}
        for dwelling in known.dwellings:
            home = (spelled(dwelling.building), dwelling.entrance, _door(dwelling.door))
            self.dwellings.setdefault(home, dwelling)
            self.homes[dwelling.id] = home
        self.entrances: dict[tuple[str, str], list[int]] = defaultdict(list)
        for building, entrance, door in self.dwellings:
            self.entrances[building, door].append(entrance)
        self.residences: dict[int, list[KnownResidence]] = defaultdict(list)
        self.owners: dict[int, list[KnownOwnership]] = defaultdict(list)
        for residence in known.residences:
            self.residences[residence.person_id].append(residence)
        for ownership in known.ownerships:
            self.owners[ownership.dwelling_id].append(ownership)

    def find_entrance(self, entry: Entry) -> None:
        """Of a row that tells no entrance: the one in which the roll has that door; refused where there are several."""
        known = self.entrances.get((entry.building, entry.door), [])
        if entry.says_entrance or not known:
            return
        if len(known) > 1:
            entry.refuse(
                say(
                    "Door %(door)s is in several entrances of this building. Please fill in the entrance.",
                    door=entry.door,
                ),
                Column.ENTRANCE,
            )
        entry.entrance = known[0]

    def linked(self) -> dict[int, set[Home]]:
        """The homes in which each person lives or of which they own a part."""
        homes: dict[int, set[Home]] = defaultdict(set)
        for residence in self.known.residences:
            homes[residence.person_id].add(self.homes[residence.dwelling_id])
        for ownership in self.known.ownerships:
            homes[ownership.person_id].add(self.homes[ownership.dwelling_id])
        return homes

    def dwelling(self, entry: Entry) -> KnownDwelling | None:
        """The dwelling of a row, where the roll has it."""
        return self.dwellings.get(entry.home)

    def lives_in(self, person: int, entry: Entry) -> KnownResidence | None:
        """That person's residence in the row's dwelling."""
        found = [
            residence
            for residence in self.residences[person]
            if self.homes[residence.dwelling_id] == entry.home
        ]
        return found[0] if found else None

    def owns_of(self, person: int, entry: Entry) -> KnownOwnership | None:
        """That person's share of the row's dwelling."""
        dwelling = self.dwelling(entry)
        owners = self.owners[dwelling.id] if dwelling else []
        return next((ownership for ownership in owners if ownership.person_id == person), None)


def spelled(name: str) -> str:
    """A building's name as lists are read; what no list could bring as it stands."""
    try:
        return building_of(name)
    except Fault:
        return name


def _door(name: str) -> str:
    try:
        return door_of(name).door
    except Fault:
        return name
