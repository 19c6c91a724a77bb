"""Which building a row means where several estates count theirs from 1: for each one name, and its estate.

A name stands once in a community, since it is what people read on slips and in votes. So the second estate's
2号楼 is called by both: 北苑2号楼. A list that tells no estate means the only building of that number.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from civic.core.amount import Numbered
from civic.core.message import say
from civic.people.rules.importing.columns import Column
from civic.people.rules.importing.entry import Entry
from civic.people.rules.importing.fault import Fault
from civic.people.rules.importing.places import building_of
from civic.people.rules.importing.registry import KnownBuilding
from civic.people.rules.importing.roll import Roll, spelled

Numbers = Mapping[str, Sequence[KnownBuilding]]


def settle_estates(entries: Iterable[Entry], roll: Roll) -> None:
    """Give every row the one name of its building; refuse those of which nobody can say which they mean."""
    rows = [entry for entry in entries if entry.building]
    known: dict[str, list[KnownBuilding]] = defaultdict(list)
    for building in roll.known.buildings:
        known[_number(spelled(building.name), building.estate)].append(building)
    claimed: dict[str, set[str]] = defaultdict(set)
    for entry in rows:
        entry.building = _number(entry.building, entry.estate)
        if entry.estate:
            claimed[entry.building].add(entry.estate)
    for entry in rows:
        entry.building = _name(entry, roll, known.get(entry.building, ()), claimed[entry.building])


def _number(name: str, estate: str) -> str:
    """2号楼 of 北苑2号楼 in 北苑; the whole name where that is all."""
    rest = name.removeprefix(estate)
    try:
        return building_of(rest) if estate and rest else name
    except Fault:
        return name


def _name(entry: Entry, roll: Roll, known: Sequence[KnownBuilding], claimed: set[str]) -> str:
    number, whole = entry.building, entry.estate + entry.building
    if not entry.estate:
        return _without_estate(entry, known, claimed)
    own = [building for building in known if building.estate == entry.estate]
    bare = [building for building in known if not building.estate]
    if own:
        return spelled(own[0].name)
    if whole in roll.buildings and roll.buildings[whole].estate in ("", entry.estate):
        return whole
    _refuse_alike(entry, {building.estate for building in known} | claimed)
    if bare and len(known) == len(claimed) == 1:
        return number
    if bare:
        entry.refuse(
            say(
                "The roll has %(building)s without an estate. Please enter its estate there first, then upload this list again.",
                building=Numbered(number),
            ),
            Column.ESTATE,
        )
    return whole if known or len(claimed) > 1 else number


def _without_estate(entry: Entry, known: Sequence[KnownBuilding], claimed: set[str]) -> str:
    if len({building.estate for building in known} | claimed) > 1:
        entry.refuse(
            say(
                "%(building)s is in several estates. Please fill in the estate.",
                building=Numbered(entry.building),
            ),
            Column.ESTATE,
        )
    return spelled(known[0].name) if known else entry.building


def _refuse_alike(entry: Entry, estates: Iterable[str]) -> None:
    """工福 is most likely 工福小区, and its 2号楼 not a second one."""
    for other in sorted(estates):
        if other and other != entry.estate and (other in entry.estate or entry.estate in other):
            entry.refuse(
                say(
                    "Is this the estate “%(estate)s”? Then please write it so. If not, please add its buildings by hand first.",
                    estate=other,
                ),
                Column.ESTATE,
            )
