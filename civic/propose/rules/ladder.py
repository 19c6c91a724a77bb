"""The ladder: building, community, subdistrict, department; a matter goes to the smallest level that is able to settle it,
then up (domain §3.1, 朝阳; §1 no. 21: 小事不出村、大事不出社区)."""

from enum import StrEnum

from civic.core.message import Message, say, say_p
from civic.core.verdict import YES, Verdict, no
from civic.propose.rules.road import Phase


class Level(StrEnum):
    """A step of the ladder, the lowest first."""

    BUILDING = "building"
    COMMUNITY = "community"
    SUBDISTRICT = "subdistrict"
    DEPARTMENT = "department"


LEVELS: dict[Level, Message] = {
    Level.BUILDING: say_p("level", "Building"),
    Level.COMMUNITY: say_p("level", "Community"),
    Level.SUBDISTRICT: say_p("level", "Subdistrict"),
    Level.DEPARTMENT: say_p("level", "Department"),
}
ORDER = tuple(Level)
OUTSIDE = (Level.SUBDISTRICT, Level.DEPARTMENT)
"""Levels that answer against a receipt."""


def steps_up(now: Level, to: Level) -> int:
    """How many steps of the ladder lie between; nought or less is no step up."""
    return ORDER.index(to) - ORDER.index(now)


def above(now: Level) -> tuple[Level, ...]:
    """The levels to which it can be handed up by the committee, the next one first."""
    return tuple(level for level in OUTSIDE if steps_up(now, level) > 0)


def may_step(now: Level, to: Level, skipped: str) -> Verdict:
    """Only upwards; whoever leaves out a level says why."""
    if steps_up(now, to) < 1:
        return no(say("A matter is handed up, never down or to the same level."))
    if steps_up(now, to) > 1 and not skipped.strip():
        return no(say("This leaves out a level. Please say why."))
    return YES


def may_be_in_building(phase: Phase, level: Level, hand_ups: int, *, own: bool) -> Verdict:
    """A checked matter of the head's own building or entrance, as long as nobody handed it on."""
    if not own:
        return no(
            say("A building head settles matters of the own building. Please leave this to the committee.")
        )
    if phase is not Phase.VERIFIED:
        return no(say("This is possible between the check on the spot and what becomes of it."))
    if level is not Level.BUILDING and hand_ups:
        return no(say("It was handed up already; the committee has it now."))
    return YES
