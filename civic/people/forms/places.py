"""What is typed to enter and correct buildings and dwellings."""

from typing import Annotated, Literal

from pydantic import Field

from civic.people.tables import AreaSource, DwellingKind, UnitState
from civic.web.forms import Form, Line

Entrances = Annotated[int, Field(ge=1, le=30)]
Floor = Annotated[int, Field(ge=-10, le=120)]


class BuildingForm(Form):
    """A building: its name as on the sign, the estate, how many entrances."""

    name: Line
    estate: Line | None = None
    entrances: Entrances


class DwellingForm(Form):
    """What is known of a dwelling; the area as typed, 89.60."""

    kind: DwellingKind
    floor: Floor | None = None
    area: Line | None = None
    area_source: AreaSource
    state: UnitState


class NewDwellingForm(DwellingForm):
    """The same with its door, and whether the next door is entered after it."""

    entrance: Entrances
    door: Line
    step: Literal["open", "next"] = "open"


class DoorForm(Form):
    """Where a dwelling is in its building: the entrance and the number on the door."""

    entrance: Entrances
    door: Line
