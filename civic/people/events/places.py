"""Buildings and dwellings were entered or corrected by hand: which, with which figures; never a name."""

from dataclasses import dataclass

from civic.core.event import Event


@dataclass(frozen=True, kw_only=True)
class BuildingAdded(Event):
    """A building that the roll did not have."""

    kind = "people:building_added"
    building_id: int
    entrances: int


@dataclass(frozen=True, kw_only=True)
class BuildingChanged(Event):
    """Its name, estate or number of entrances was corrected; the number before and after."""

    kind = "people:building_changed"
    building_id: int
    renamed: bool
    moved: bool
    """To another estate."""
    entrances_before: int
    entrances_after: int


@dataclass(frozen=True, kw_only=True)
class DwellingAdded(Event):
    """A home, shop or parking space that the roll did not have."""

    kind = "people:dwelling_added"
    dwelling_id: int
    building_id: int
    area_hundredths: int | None = None


@dataclass(frozen=True, kw_only=True)
class DwellingChanged(Event):
    """Its area, kind, state or floor was corrected; the area before and after in 0.01 m²."""

    kind = "people:dwelling_changed"
    dwelling_id: int
    area_before: int | None = None
    area_after: int | None = None


@dataclass(frozen=True, kw_only=True)
class DoorChanged(Event):
    """Its door or entrance was written wrongly; the entrance before and after."""

    kind = "people:door_changed"
    dwelling_id: int
    entrance_before: int
    entrance_after: int


@dataclass(frozen=True, kw_only=True)
class DwellingRemoved(Event):
    """It was entered by mistake, and nothing hung on it."""

    kind = "people:dwelling_removed"
    dwelling_id: int
    building_id: int
