"""How giving an office is asked and restated."""

from collections.abc import Sequence
from typing import Any

from civic.core.message import Message, say, say_n
from civic.core.message import building as named_building
from civic.people.acts.offices import Wanted
from civic.people.rules.appointing import LONGEST_YEARS, OBTAINED, SCOPES, Scope
from civic.people.spoken import OBTAINED as HOW
from civic.people.spoken import scope_words
from civic.people.tables import Building, OfficeKind
from civic.permissions import NAMES, Standing

GIVEN = say("The office is given.")


def giving_words(kind: OfficeKind, places: Sequence[Building]) -> dict[str, Any]:
    """What the form asks for this office: over what, how obtained, how long."""
    standing = Standing(kind.value)
    scope, years = SCOPES.get(standing, Scope.NONE), LONGEST_YEARS.get(standing)
    here: list[tuple[Any, Any]] = [(place.id, named_building(place.name)) for place in places]
    none = ("", say("the whole community") if scope is Scope.MAY_BUILDING else say("Please choose"))
    return {
        "kind": kind,
        "office": NAMES[standing],
        "buildings": [none, *here] if scope is not Scope.NONE else [],
        "building_optional": scope is Scope.MAY_BUILDING,
        "entrance": scope is Scope.ENTRANCE,
        "ways": [(way, HOW[way]) for way in OBTAINED[standing]],
        "longest": say_n("%(n)s year at most.", "%(n)s years at most.", years) if years else None,
    }


def giving_facts(wanted: Wanted, places: Sequence[Building]) -> dict[str, Message | None]:
    """For the check page: the scope and how it was obtained."""
    place = next((each.name for each in places if each.id == wanted.building_id), "")
    return {"scope": scope_words(place, wanted.entrance), "how": HOW[wanted.obtained]}
