"""How places are said: kinds, sources, states of a dwelling; floors; what a plan marks behind a door."""

from collections.abc import Mapping

from civic.core.message import Message, say, say_n, say_p
from civic.people.queries.gaps import Gap
from civic.people.tables import AreaSource, DwellingKind, UnitState

KINDS: Mapping[str, Message] = {
    DwellingKind.HOME: say_p("a dwelling", "Home"),
    DwellingKind.SHOP: say_p("a dwelling", "Shop"),
    DwellingKind.PARKING: say_p("a dwelling", "Parking space"),
}
SOURCES: Mapping[str, Message] = {
    AreaSource.REGISTER: say("Real-estate register"),
    AreaSource.SURVEY: say("Survey"),
    AreaSource.CONTRACT: say("Purchase contract"),
    AreaSource.NOT_KNOWN: say_p("source of an area", "Not known"),
}
STATES: Mapping[str, Message] = {
    UnitState.SOLD: say("Sold and handed over"),
    UnitState.UNDELIVERED: say("Sold, not yet handed over"),
    UnitState.UNSOLD: say("Not yet sold"),
    UnitState.NOT_KNOWN: say_p("sale of a unit", "Not known"),
}
MARKS: Mapping[Gap, Message] = {
    Gap.AREA: say_p("missing on the plan", "no area"),
    Gap.EMPTY: say_p("missing on the plan", "nobody"),
    Gap.UNOWNED: say_p("missing on the plan", "no owner"),
    Gap.VOTER: say_p("missing on the plan", "no voter"),
    Gap.HOUSEHOLDER: say_p("missing on the plan", "no householder"),
    Gap.SOURCE: say_p("missing on the plan", "source of the area"),
    Gap.STATE: say_p("missing on the plan", "whether sold"),
    Gap.SHARE: say_p("missing on the plan", "shares"),
}
SLIPS: Mapping[str, Message] = {
    "printed": say_p("slip on the plan", "slip issued"),
    "handed": say_p("slip on the plan", "slip handed out"),
    "used": say_p("slip on the plan", "joined"),
}


def floor_words(floor: int | None) -> Message:
    """5层, 地下1层."""
    if floor is None:
        return say("Floor not known")
    return say("Basement %(n)s", n=-floor) if floor < 0 else say("Floor %(n)s", n=floor)


def people_words(number: int) -> Message:
    """How many live there."""
    return say_n("%(n)s person", "%(n)s people", number)
