"""What happens to an opinion map. Nothing here says which statement somebody wrote or answered, or how."""

from dataclasses import dataclass
from datetime import date

from civic.core.event import Ahead, Event
from civic.core.message import Message, say, say_n
from civic.permissions import NAMES, Standing

COMMITTEE = NAMES[Standing.COMMITTEE]
MAP = say("Opinion map")


@dataclass(frozen=True, kw_only=True)
class MapOpened(Event):
    """Statements are put to the neighbours, one at a time, until a day."""

    kind = "discuss:map_opened"
    stage = 2
    reference: str
    map_id: int
    statements: int
    closes_on: date

    def told(self) -> Message:
        """On the timeline."""
        return say_n(
            "An opinion map was opened with %(n)s statement, until %(until)s.",
            "An opinion map was opened with %(n)s statements, until %(until)s.",
            self.statements,
            until=self.closes_on,
        )

    def ahead(self) -> Ahead:
        """Whoever lives here says where they stand."""
        return Ahead(
            say("Say where you stand: short statements, one at a time"), say("Everyone here"), self.closes_on,
            "/opinion-map",
        )  # fmt: skip

    def evidence(self) -> tuple[str, Message]:
        """The map."""
        return f"/issues/{self.reference}/opinion-map", MAP


@dataclass(frozen=True, kw_only=True)
class MapClosed(Event):
    """The last day of the map is over; its picture is final. It decides nothing."""

    kind = "discuss:map_closed"
    stage = 2
    reference: str
    map_id: int
    people: int
    answers: int
    groups: int
    written: bool
    """Whether the outcome was written already."""

    def told(self) -> Message:
        """On the timeline."""
        if self.groups:
            return say_n(
                "The opinion map closed: %(n)s person answered, %(groups)s groups.",
                "The opinion map closed: %(n)s people answered, %(groups)s groups.",
                self.people,
                groups=self.groups,
            )
        return say_n(
            "The opinion map closed: %(n)s person answered.",
            "The opinion map closed: %(n)s people answered.",
            self.people,
        )

    def ahead(self) -> Ahead | None:
        """What people share goes into the outcome, which the committee writes."""
        if self.written:
            return None
        return Ahead(say("Weigh the options and write the outcome"), COMMITTEE, None, "/outcome")

    def evidence(self) -> tuple[str, Message]:
        """What it shows."""
        return f"/issues/{self.reference}/opinion-map/results", MAP
