"""Buildings and dwellings entered and corrected by hand."""

from dataclasses import dataclass

from sqlalchemy import func, select

from civic.core.message import say
from civic.core.verdict import YES, Verdict, no
from civic.people.events.places import (
    BuildingAdded,
    BuildingChanged,
    DoorChanged,
    DwellingAdded,
    DwellingChanged,
)
from civic.people.queries.dwellings import mine_too
from civic.people.rules.editing import may_touch
from civic.people.rules.importing.doors import position_of
from civic.people.rules.importing.places import floor_by
from civic.people.tables import Building, Dwelling, DwellingKind
from civic.permissions import Permission
from civic.work import UnitOfWork

P = Permission


@dataclass(frozen=True)
class About:
    """What is known of a dwelling beside its door; the area in 0.01 m², None while nobody knows it."""

    kind: str
    floor: int | None
    area_hundredths: int | None
    area_source: str
    state: str


def may_add_building(work: UnitOfWork, name: str = "") -> Verdict:
    """The committee; each name once in a community."""
    return work.may(P.EDIT_ROLL).then(lambda: _new_name(work, name))


def _new_name(work: UnitOfWork, name: str, but: int = 0) -> Verdict:
    known = select(Building.id).where(
        Building.community_id == work.community.id, Building.name == name, Building.id != but
    )
    if name and work.session.scalar(known) is not None:
        return no(
            say(
                "There is a building of this name already. In another estate, please put its name before the number."
            )
        )
    return YES


def add_building(work: UnitOfWork, *, name: str, estate: str, entrances: int) -> Building:
    """A building without dwellings yet; its place in the order is the number in its name."""
    may_add_building(work, name).demand()
    work.require(P.EDIT_ROLL)
    building = work.add(Building(name=name, estate=estate, entrances=entrances, position=position_of(name)))
    work.record(BuildingAdded(building_id=building.id, entrances=entrances))
    return building


def may_change_building(
    work: UnitOfWork, building: Building, name: str = "", entrances: int | None = None
) -> Verdict:
    """The committee; each name once, and no entrance less than those with doors."""
    return (
        work.may(P.EDIT_ROLL)
        .then(lambda: _new_name(work, name, but=building.id))
        .then(lambda: _room_for_doors(work, building, entrances))
    )


def _room_for_doors(work: UnitOfWork, building: Building, entrances: int | None) -> Verdict:
    if entrances is None or entrances >= building.entrances:
        return YES
    highest = select(func.max(Dwelling.entrance)).where(Dwelling.building_id == building.id)
    most = work.session.scalar(highest) or 0
    if entrances < most:
        return no(say("Entrance %(n)s has doors on the roll: there are at least as many entrances.", n=most))
    return YES


def change_building(work: UnitOfWork, building_id: int, *, name: str, estate: str, entrances: int) -> bool:
    """Correct its name, estate and number of entrances; whether anything changed. Owners vote by estate; a vote
    that has been announced keeps its roll."""
    building = work.get(Building, building_id, lock=True)
    may_change_building(work, building, name, entrances).demand()
    work.require(P.EDIT_ROLL)
    before = building.name, building.estate, building.entrances
    if before == (name, estate, entrances):
        return False
    building.name, building.estate, building.entrances = name, estate, entrances
    building.position = position_of(name)
    work.record(
        BuildingChanged(
            building_id=building.id, renamed=name != before[0], moved=estate != before[1],
            entrances_before=before[2], entrances_after=entrances,
        )
    )  # fmt: skip
    return True


def may_add_dwelling(work: UnitOfWork, building: Building, entrance: int = 0, door: str = "") -> Verdict:
    """The committee; each door once in an entrance."""
    return work.may(P.EDIT_ROLL).then(lambda: _new_door(work, building, entrance, door))


def _new_door(work: UnitOfWork, building: Building, entrance: int, door: str, but: int = 0) -> Verdict:
    known = select(Dwelling.id).where(
        Dwelling.building_id == building.id, Dwelling.entrance == entrance, Dwelling.door == door,
        Dwelling.id != but,
    )  # fmt: skip
    if door and work.session.scalar(known) is not None:
        return no(say("This entrance has such a door already."))
    return YES


def add_dwelling(work: UnitOfWork, building_id: int, *, entrance: int, door: str, about: About) -> Dwelling:
    """A door more; an entrance that the building did not have so far is counted from now on. Without a floor,
    a door like 501 tells it."""
    building = work.get(Building, building_id, lock=True)
    may_add_dwelling(work, building, entrance, door).demand()
    work.require(P.EDIT_ROLL)
    dwelling = work.add(Dwelling(building_id=building.id, entrance=entrance, door=door, **vars(about)))
    if dwelling.floor is None and about.kind != DwellingKind.PARKING:
        dwelling.floor = floor_by(door)
    building.entrances = max(building.entrances, entrance)
    work.record(
        DwellingAdded(dwelling_id=dwelling.id, building_id=building.id, area_hundredths=about.area_hundredths)
    )
    return dwelling


def may_edit_dwelling(work: UnitOfWork, dwelling: Dwelling) -> Verdict:
    """The committee; nobody the dwelling they live in or own of: it decides how much they weigh in a vote."""
    return work.may(P.EDIT_ROLL).then(lambda: may_touch(own=mine_too(work, dwelling.id)))


def may_change_dwelling(work: UnitOfWork, dwelling: Dwelling) -> Verdict:
    """As for every edit of a dwelling."""
    return may_edit_dwelling(work, dwelling)


def change_dwelling(work: UnitOfWork, dwelling_id: int, about: About) -> bool:
    """Kind, floor, area with its source, state; whether anything changed. What was before stays in the ledger."""
    dwelling = work.get(Dwelling, dwelling_id, lock=True)
    may_change_dwelling(work, dwelling).demand()
    work.require(P.EDIT_ROLL)
    before = dwelling.area_hundredths
    if all(getattr(dwelling, name) == value for name, value in vars(about).items()):
        return False
    for name, value in vars(about).items():
        setattr(dwelling, name, value)
    work.record(
        DwellingChanged(dwelling_id=dwelling.id, area_before=before, area_after=about.area_hundredths)
    )
    return True


def may_change_door(work: UnitOfWork, dwelling: Dwelling, entrance: int = 0, door: str = "") -> Verdict:
    """As for every edit of a dwelling; each door once in an entrance."""
    building = work.get(Building, dwelling.building_id)
    return may_edit_dwelling(work, dwelling).then(
        lambda: _new_door(work, building, entrance, door, but=dwelling.id)
    )


def change_door(work: UnitOfWork, dwelling_id: int, *, entrance: int, door: str) -> bool:
    """Its number or entrance was written wrongly; whether anything changed. Who lives and owns there stays."""
    dwelling = work.get(Dwelling, dwelling_id, lock=True)
    may_change_door(work, dwelling, entrance, door).demand()
    work.require(P.EDIT_ROLL)
    before = dwelling.entrance
    if (before, dwelling.door) == (entrance, door):
        return False
    dwelling.entrance, dwelling.door = entrance, door
    building = work.get(Building, dwelling.building_id, lock=True)
    building.entrances = max(building.entrances, entrance)
    work.record(DoorChanged(dwelling_id=dwelling.id, entrance_before=before, entrance_after=entrance))
    return True
