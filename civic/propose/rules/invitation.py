"""Who is asked to take part in a discussion, and how (议题公示, domain §3.3); who may speak follows from it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from civic.core.message import Message, say, say_p
from civic.core.verdict import YES, Verdict, no
from civic.permissions import NEIGHBOURS, Standing
from civic.propose.rules.clock import MOST_DAYS_AHEAD


class Circle(StrEnum):
    """Whom a matter concerns."""

    ALL = "all"
    OWNERS = "owners"
    BUILDINGS = "buildings"


class By(StrEnum):
    """How one takes part."""

    HERE = "here"
    PARLOUR = "parlour"
    PAPER = "paper"


CIRCLES: dict[Circle, Message] = {
    Circle.ALL: say("Everybody here"),
    Circle.OWNERS: say("The owners of an estate"),
    Circle.BUILDINGS: say("These buildings"),
}
BYS: dict[By, Message] = {
    By.HERE: say_p("way to take part", "here"),
    By.PARLOUR: say_p("way to take part", "in the community parlour"),
    By.PAPER: say_p("way to take part", "on paper"),
}
SPEAK: dict[Circle, frozenset[Standing]] = {
    Circle.ALL: NEIGHBOURS,
    Circle.OWNERS: frozenset({Standing.OWNER}),
    Circle.BUILDINGS: NEIGHBOURS,
}
"""Which neighbours speak; whoever holds an office does in any circle, because they answer."""


@dataclass(frozen=True)
class Invitation:
    """A circle, the buildings that it is narrowed to (none: no narrowing), what they are called, the ways."""

    circle: Circle = Circle.ALL
    buildings: tuple[int, ...] = ()
    named: str = ""
    ways: tuple[By, ...] = tuple(By)

    @property
    def who(self) -> Message:
        """As the notice and the page say it."""
        if self.circle is Circle.ALL:
            return say("Everybody who lives, owns a home or holds an office here")
        if self.circle is Circle.OWNERS:
            if not self.named:
                return say("The owners")
            return say("The owners of %(estate)s", estate=self.named)
        return say("Everybody of %(buildings)s", buildings=self.named)

    def stored(self) -> dict[str, Any]:
        """Plain values."""
        return {
            "circle": self.circle.value, "buildings": list(self.buildings), "named": self.named,
            "ways": [each.value for each in self.ways],
        }  # fmt: skip


def invitation_of(stored: Mapping[str, Any] | None) -> Invitation:
    """What was stored; everybody, in every way, where nothing was."""
    if not stored:
        return Invitation()
    return Invitation(
        Circle(stored["circle"]), tuple(stored["buildings"]), stored["named"],
        tuple(By(each) for each in stored["ways"]),
    )  # fmt: skip


def may_take_part(
    invitation: Invitation, standings: Collection[Standing], building_id: int | None
) -> Verdict:
    """In an office always; a neighbour by what they are and where their home is."""
    if any(each not in NEIGHBOURS for each in standings):
        return YES
    inside = not invitation.buildings or building_id in invitation.buildings
    if inside and SPEAK[invitation.circle] & set(standings):
        return YES
    return no(say("Who takes part here: %(who)s. You may read all of it.", who=invitation.who))


def invitation_faults(
    invitation: Invitation, until_on: date | None, posted_until_on: date, today: date
) -> dict[str, Message]:
    """What is missing, by field of the form."""
    wrong: dict[str, Message] = {}
    if invitation.circle is Circle.BUILDINGS and not invitation.buildings:
        wrong["buildings"] = say("Please choose at least one building.")
    if not invitation.ways:
        wrong["ways"] = say("Please choose at least one way to take part.")
    if until_on is not None and until_on < posted_until_on:
        wrong["until_on"] = say(
            "The topic is posted until %(day)s. People speak at least as long.", day=posted_until_on
        )
    elif until_on is not None and (until_on - today).days > MOST_DAYS_AHEAD:
        wrong["until_on"] = say("Please choose a day within the next %(n)s days.", n=MOST_DAYS_AHEAD)
    return wrong
