"""How the roll is said: relations, offices with their scope, doors, shares, terms."""

from collections.abc import Mapping
from typing import Protocol

from civic.core.amount import Numbered
from civic.core.message import Message, joined, say, say_p
from civic.core.message import building as named_building
from civic.people.queries.entries import Entry, Place
from civic.people.queries.gaps import Gap
from civic.people.queries.person import LastIn
from civic.people.tables import Looked, Obtained, PersonKind, Relation
from civic.permissions import NAMES, Standing

RELATIONS: Mapping[str, Message] = {
    Relation.HOUSEHOLDER: say_p("in a household", "Householder"),
    Relation.SPOUSE: say_p("in a household", "Spouse of the householder"),
    Relation.CHILD: say_p("in a household", "Child of the householder"),
    Relation.PARENT: say_p("in a household", "Parent of the householder"),
    Relation.KIN: say_p("in a household", "Kin of the householder"),
    Relation.OTHER: say_p("in a household", "Lives there"),
    Relation.TENANT: say_p("in a household", "Tenant"),
}
OBTAINED: Mapping[str, Message] = {
    Obtained.ELECTED: say_p("how an office was obtained", "elected"),
    Obtained.APPOINTED: say_p("how an office was obtained", "appointed"),
    Obtained.EMPLOYED: say_p("how an office was obtained", "employed"),
    Obtained.RECOMMENDED: say_p("how an office was obtained", "recommended"),
    Obtained.DRAWN: say_p("how an office was obtained", "drawn by lot"),
}
LOOKED: Mapping[str, Message] = {
    Looked.PERSON: say("Telephone and birthday of one person"),
    Looked.EXPORT: say("A list taken out of the roll"),
    Looked.GLASS: say("The roll opened in an emergency, for one hour"),
    Looked.OWNERS: say("The names on the roll of an owners' vote"),
}

COMMA = say_p("between two facts", ", ")


def door_words(place: Place) -> Message:
    """2号楼1单元501."""
    return say(
        "%(building)s, entrance %(entrance)s, door %(door)s",
        building=Numbered(place.building), entrance=place.entrance, door=place.door,
    )  # fmt: skip


def scope_words(building: str, entrance: int | None) -> Message | None:
    """2号楼, 2号楼1单元; nothing for an office over the whole community."""
    if not building:
        return None
    if entrance is None:
        return named_building(building)
    return say("%(building)s, entrance %(entrance)s", building=Numbered(building), entrance=entrance)


class Post(Protocol):
    """An office with its scope, whichever query read it."""

    @property
    def kind(self) -> str:
        """Its word."""

    @property
    def building(self) -> str:
        """The building's name, or nothing."""

    @property
    def entrance(self) -> int | None:
        """Of an entrance head."""


def office_words(held: Post) -> Message:
    """Building head, Building 2."""
    scope = scope_words(held.building, held.entrance)
    name = NAMES[Standing(held.kind)]
    return joined([name, scope], COMMA) if scope else name


def roles_words(entry: Entry, *, relation: bool) -> list[Message]:
    """What somebody is by dwelling and owning: householder, owner, tenant; the relation only if it may be seen. Who
    is off the roll is nothing of that, even while the register still names them."""
    if entry.gone_on is not None:
        return [say("Off the roll")]
    found = [RELATIONS[entry.relation]] if entry.relation and relation else []
    if entry.owns:
        found.append(NAMES[Standing.OWNER])
    if entry.kind == PersonKind.ORGANISATION.value:
        found.append(say("Organisation"))
    return found or [say("Neither lives nor owns here")]


GAPS: Mapping[Gap, Message] = {
    Gap.AREA: say("Dwellings without an area"),
    Gap.EMPTY: say("Homes in which nobody is on the roll"),
    Gap.UNOWNED: say("Dwellings without an owner"),
    Gap.VOTER: say("Dwellings for which no owner votes yet"),
    Gap.HOUSEHOLDER: say("Households without a householder"),
    Gap.SOURCE: say("Areas of which nobody says where they come from"),
    Gap.STATE: say("Dwellings of which nobody says whether they are handed over"),
    Gap.SHARE: say("Dwellings whose co-owners have no shares on the roll"),
    Gap.REGISTERED: say("Residents of whom nobody says whether they are registered here"),
    Gap.FACT: say("People without telephone and birthday: a slip cannot know them"),
}
LAST_IN: Mapping[LastIn, Message] = {
    LastIn.WEEK: say("Signed in within the last 7 days"),
    LastIn.MONTH: say("Signed in within the last 30 days"),
    LastIn.LONGER: say("Last signed in more than 30 days ago"),
}
